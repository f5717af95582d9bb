namespace ContentPages.Streams;

/// <summary>One run of a stream, from start to end, with its own recording.</summary>
/// <param name="Number">1 for the first.</param>
/// <param name="VideoId">Id of the video that its recording becomes.</param>
/// <param name="StartedAt">When the broadcaster asked for it.</param>
/// <param name="LiveAt">When viewers first saw it; null if they never did.</param>
/// <param name="PeakViewers">Most viewers at one time.</param>
/// <param name="ViewersByMinute">Viewers at the end of each whole minute since <paramref name="LiveAt"/>; empty for sessions long past.</param>
/// <param name="Breaks">Times without the encoder, in order.</param>
[GenerateSerializer, Immutable, Alias("contentpages.StreamSession")]
public sealed record StreamSession(
    [property: Id(0)] int Number,
    [property: Id(1)] string VideoId,
    [property: Id(2)] DateTimeOffset StartedAt,
    [property: Id(3)] DateTimeOffset? LiveAt,
    [property: Id(4)] DateTimeOffset? EndedAt,
    [property: Id(5)] SessionEnd? End,
    [property: Id(6)] RecordingStatus Recording,
    [property: Id(7)] int PeakViewers,
    [property: Id(8)] IReadOnlyList<int> ViewersByMinute,
    [property: Id(9)] IReadOnlyList<StreamBreak> Breaks);

/// <summary>A time without the encoder.</summary>
/// <param name="BackAt">Null while it lasts, and when the session ended with it.</param>
[GenerateSerializer, Immutable, Alias("contentpages.StreamBreak")]
public sealed record StreamBreak([property: Id(0)] DateTimeOffset LostAt, [property: Id(1)] DateTimeOffset? BackAt);

/// <summary>Why a session ended.</summary>
[GenerateSerializer, Alias("contentpages.SessionEnd")]
public enum SessionEnd
{
    /// <summary>The broadcaster ended it.</summary>
    Stopped = 0,
    /// <summary>The encoder did not come back within the grace.</summary>
    SignalLost = 1,
    /// <summary>It was started and no signal ever came.</summary>
    NeverLive = 2,
}

/// <summary>What has become of a session's recording.</summary>
[GenerateSerializer, Alias("contentpages.RecordingStatus")]
public enum RecordingStatus
{
    /// <summary>Nothing is recorded.</summary>
    None = 0,
    /// <summary>It is to be recorded, or is being recorded.</summary>
    Recording = 1,
    /// <summary>The session is over; the recording is being completed and made into a video.</summary>
    Finishing = 2,
    /// <summary>The video is there and can be watched.</summary>
    Ready = 3,
    /// <summary>There is no recording although one was wanted.</summary>
    Failed = 4,
}
