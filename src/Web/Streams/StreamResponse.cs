using ContentPages.Streams;
using ContentPages.Web.Videos;

namespace ContentPages.Web.Streams;

/// <summary>What has become of a session's recording.</summary>
/// <param name="VideoId">The video that it has become, once that can be watched and when the caller may see it.</param>
internal sealed record RecordingResponse(RecordingStatus Status, string? VideoId);

/// <summary>What went wrong last.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Message">One or two sentences that say what to do.</param>
public sealed record TroubleResponse(string Code, string Message, DateTimeOffset At)
{
    public static TroubleResponse? Of(StreamTrouble? trouble) => trouble is null ? null : new(trouble.Code, trouble.Message, trouble.At);
}

/// <summary>A live stream.</summary>
/// <param name="Signal">What arrives from the encoder; a signal without a start is the owner's preview.</param>
/// <param name="ScheduledFor">When a start is planned, or null.</param>
/// <param name="Record">Whether the next session becomes a video.</param>
/// <param name="Cover">Address of the cover picture, or null without one.</param>
/// <param name="Poster">Address of a still: of the last minute while live, then of the recording that the caller may see; null otherwise.</param>
/// <param name="LiveAt">When viewers first saw the session that is on or was the last; null if they never did.</param>
/// <param name="EndedAt">When that session ended, or null while it is on.</param>
/// <param name="Viewers">Who watches now; 0 unless live.</param>
/// <param name="Session">Number of the session that is on or was the last; 0 before the first.</param>
/// <param name="Recording">Of that session; null before the first.</param>
/// <param name="Trouble">For its owner only, otherwise null.</param>
/// <param name="Mine">Whether the caller owns it. Public lists are the same for everyone and say false.</param>
internal sealed record StreamResponse(
    string Id,
    string Title,
    string Description,
    StreamStatus Status,
    StreamSignal Signal,
    Visibility Visibility,
    OwnerResponse Owner,
    DateTimeOffset? ScheduledFor,
    bool Record,
    StreamLatency Latency,
    string? Cover,
    string? Poster,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? LiveAt,
    DateTimeOffset? EndedAt,
    int Viewers,
    int Session,
    RecordingResponse? Recording,
    TroubleResponse? Trouble,
    bool Mine);
