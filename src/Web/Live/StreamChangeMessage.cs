using ContentPages.Streams;
using ContentPages.Web.Chat;
using ContentPages.Web.Streams;

namespace ContentPages.Web.Live;

/// <summary>A change of a live stream, spelled as the API spells streams.</summary>
/// <param name="Session">The session that is on or was the last; 0 before the first.</param>
/// <param name="RecordingVideoId">The video of that session's recording, once it can be watched.</param>
/// <param name="Trouble">For its owner's connections only.</param>
public sealed record StreamChangeMessage(
    string StreamId,
    StreamStatus Status,
    StreamSignal Signal,
    Visibility Visibility,
    string Title,
    DateTimeOffset? ScheduledFor,
    int Session,
    DateTimeOffset? LiveAt,
    int Viewers,
    string? RecordingVideoId,
    TroubleResponse? Trouble)
{
    public static StreamChangeMessage Of(StreamChange change, bool mine) => new(
        change.StreamId, change.Status, change.Signal, change.Visibility, change.Title, change.ScheduledFor, change.SessionNumber, change.LiveAt,
        change.Viewers, change.RecordingVideoId, mine ? TroubleResponse.Of(change.Trouble) : null);

    /// <summary>What others are told of a stream that is deleted or has become private: the two cannot be told apart.</summary>
    public static StreamChangeMessage Gone(string streamId) =>
        new(streamId, StreamStatus.Deleted, StreamSignal.None, Visibility.Private, "", null, 0, null, 0, null, null);
}

/// <summary>How a stream is when it is joined.</summary>
/// <param name="Chat">Null when its room does not answer; the stream goes on without it.</param>
/// <param name="ChatProblem">Why not, or null.</param>
public sealed record JoinedStreamMessage(StreamChangeMessage Stream, ChatSnapshotMessage? Chat, ChatProblem? ChatProblem);
