namespace ContentPages.Streams;

/// <summary>Where the broadcaster sends to. Shown to the owner only and never logged.</summary>
/// <param name="RtmpUrl">Server address for OBS and its like; its host is left to the caller where it is <c>{host}</c>. Null where RTMP cannot be had.</param>
/// <param name="StreamKey">The secret that goes with it; null where RTMP cannot be had.</param>
/// <param name="BrowserIngestUrl">Signed WebSocket path for MediaRecorder chunks, or null where the provider has none.</param>
/// <param name="RtmpUnavailable">A sentence that says why RTMP cannot be had and what to do; null when it can.</param>
/// <param name="ExpiresAt">When <paramref name="BrowserIngestUrl"/> stops opening new connections.</param>
[GenerateSerializer, Immutable, Alias("contentpages.StreamIngest")]
public sealed record StreamIngest(
    [property: Id(0)] string? RtmpUrl,
    [property: Id(1)] string? StreamKey,
    [property: Id(2)] string? BrowserIngestUrl,
    [property: Id(3)] string? RtmpUnavailable,
    [property: Id(4)] DateTimeOffset? ExpiresAt);
