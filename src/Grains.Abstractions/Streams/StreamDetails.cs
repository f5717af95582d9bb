namespace ContentPages.Streams;

/// <summary>What the owner may edit. What concerns a session (recording, latency) counts from the next one on.</summary>
/// <param name="ScheduledFor">When a start is planned; null for none.</param>
/// <param name="Record">Whether each session becomes a video.</param>
[GenerateSerializer, Immutable, Alias("contentpages.StreamDetails")]
public sealed record StreamDetails(
    [property: Id(0)] string Title,
    [property: Id(1)] string Description,
    [property: Id(2)] Visibility Visibility,
    [property: Id(3)] DateTimeOffset? ScheduledFor = null,
    [property: Id(4)] bool Record = true,
    [property: Id(5)] StreamLatency Latency = StreamLatency.Low);
