using ContentPages.Videos;

namespace ContentPages.Web.Videos;

/// <summary>Who made something.</summary>
internal sealed record OwnerResponse(string Id, string DisplayName);

/// <summary>A video's file as the artist sent it.</summary>
/// <param name="Size">Bytes.</param>
internal sealed record SourceResponse(string FileName, string ContentType, long Size);

/// <summary>How far the running attempt has come.</summary>
/// <param name="Percent">0 to 100, or null while it cannot be told.</param>
/// <param name="SecondsLeft">Estimated, or null while unknown.</param>
/// <param name="QueuePlace">1 for the next job to run; null once it runs.</param>
public sealed record ProgressResponse(TranscodePhase Phase, double? Percent, int? SecondsLeft, int? QueuePlace)
{
    public static ProgressResponse? Of(TranscodeProgress? progress) =>
        progress is null ? null : new(progress.Phase, progress.Percent, progress.SecondsLeft, progress.QueuePlace);
}

/// <summary>Why the last attempt failed.</summary>
public sealed record FailureResponse(string Code, string Reason, bool Retryable)
{
    public static FailureResponse? Of(VideoFailure? failure) => failure is null ? null : new(failure.Code, failure.Reason, failure.Retryable);
}

/// <summary>The live session that a video is of.</summary>
/// <param name="LiveAt">When its first frame was live.</param>
/// <param name="Breaks">Positions in seconds at which the encoder was lost for a time.</param>
public sealed record VideoRecordingResponse(string StreamId, int Session, DateTimeOffset LiveAt, IReadOnlyList<double> Breaks)
{
    public static VideoRecordingResponse? Of(VideoRecording? recording) =>
        recording is null ? null : new(recording.StreamId, recording.Session, recording.LiveAt, recording.Media.Breaks ?? []);
}

/// <summary>A video.</summary>
/// <param name="Source">For its owner only, otherwise null; null for a recording.</param>
/// <param name="DurationSeconds">0 until known.</param>
/// <param name="Width">Of the largest rendition in pixels; 0 until known and for audio alone.</param>
/// <param name="Height">Of the largest rendition in pixels; 0 until known and for audio alone.</param>
/// <param name="Poster">Address of a JPEG, or null until there is one.</param>
/// <param name="Storyboard">Address of a WebVTT file whose cues point into a sprite, or null until there is one.</param>
/// <param name="Playable">Whether <c>/stream</c> has an address; true from the first segments on.</param>
/// <param name="Recording">The live session that it is of, or null for an uploaded film.</param>
/// <param name="Attempt">1 for the first transcode, 0 before it.</param>
/// <param name="Mine">Whether the caller owns it. Public lists are the same for everyone and say false.</param>
internal sealed record VideoResponse(
    string Id,
    string Title,
    string Description,
    VideoStatus Status,
    Visibility Visibility,
    OwnerResponse Owner,
    string? TrackId,
    string? AlbumId,
    SourceResponse? Source,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    DateTimeOffset? PublishedAt,
    double DurationSeconds,
    int Width,
    int Height,
    string? Poster,
    string? Storyboard,
    bool Playable,
    ProgressResponse? Progress,
    FailureResponse? Failure,
    VideoRecordingResponse? Recording,
    int Attempt,
    bool Mine);
