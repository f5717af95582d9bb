namespace ContentPages.Streams;

/// <summary>One fact about a stream's channel, taken from an IVS-shaped event. Late, doubled, shuffled and lost ones are expected.</summary>
/// <param name="At">When the provider saw it (the envelope's <c>time</c>); IVS gives whole seconds.</param>
[GenerateSerializer, Alias("contentpages.ChannelReport")]
public abstract record ChannelReport([property: Id(0)] DateTimeOffset At);

/// <summary>What a connection of an encoder has come to.</summary>
[GenerateSerializer, Alias("contentpages.SignalChange")]
public enum SignalChange
{
    /// <summary><c>Stream Start</c>, <c>Stream Takeover</c>: it can be played.</summary>
    Started = 0,
    /// <summary><c>Stream End</c>: the encoder is gone.</summary>
    Ended = 1,
    /// <summary><c>Stream Failure</c>: the provider refuses to go on with it.</summary>
    Failed = 2,
    /// <summary><c>Starvation Start</c>.</summary>
    Starved = 3,
    /// <summary><c>Starvation End</c>.</summary>
    Recovered = 4,
}

/// <summary>A connection of an encoder has changed.</summary>
/// <param name="ConnectionId">IVS's <c>stream_id</c>: one per connection, never used again.</param>
/// <param name="Trouble">Why it failed; null otherwise.</param>
[GenerateSerializer, Immutable, Alias("contentpages.SignalReport")]
public sealed record SignalReport(
    DateTimeOffset At,
    [property: Id(1)] string ConnectionId,
    [property: Id(2)] SignalChange Change,
    [property: Id(3)] StreamTrouble? Trouble = null) : ChannelReport(At);

/// <summary>What a recording has come to.</summary>
/// <param name="RecordingId">IVS's <c>recording_session_id</c>: one recording may merge several connections.</param>
/// <param name="ConnectionIds">The connections that it holds, as far as known.</param>
/// <param name="Status"><see cref="RecordingStatus.Recording"/>, <see cref="RecordingStatus.Finishing"/> (complete) or <see cref="RecordingStatus.Failed"/>.</param>
/// <param name="Media">What was recorded; null unless complete.</param>
[GenerateSerializer, Immutable, Alias("contentpages.RecordingReport")]
public sealed record RecordingReport(
    DateTimeOffset At,
    [property: Id(1)] string RecordingId,
    [property: Id(2)] IReadOnlyList<string> ConnectionIds,
    [property: Id(3)] RecordingStatus Status,
    [property: Id(4)] RecordedMedia? Media = null) : ChannelReport(At);

/// <summary>A recording as it lies in the object store. Names are relative to the prefix.</summary>
/// <param name="Prefix">Ends in <c>/</c>.</param>
/// <param name="Playlist">An HLS playlist that has ended.</param>
/// <param name="Poster">A JPEG still, or null.</param>
[GenerateSerializer, Immutable, Alias("contentpages.RecordedMedia")]
public sealed record RecordedMedia(
    [property: Id(0)] string Prefix,
    [property: Id(1)] string Playlist,
    [property: Id(2)] string? Poster,
    [property: Id(3)] double DurationSeconds,
    [property: Id(4)] int Width = 0,
    [property: Id(5)] int Height = 0,
    [property: Id(6)] IReadOnlyList<double>? Breaks = null);

/// <summary><c>IVS Limit Breach</c>: the encoder sends more than the channel takes.</summary>
/// <param name="Limit">IVS's <c>limit_name</c>, for instance <c>Ingest Bitrate</c>.</param>
[GenerateSerializer, Immutable, Alias("contentpages.LimitReport")]
public sealed record LimitReport(
    DateTimeOffset At,
    [property: Id(1)] string Limit,
    [property: Id(2)] double Value,
    [property: Id(3)] double ExceededBy,
    [property: Id(4)] string Unit) : ChannelReport(At);
