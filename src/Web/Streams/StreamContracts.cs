using ContentPages.Streams;

namespace ContentPages.Web.Streams;

/// <summary>What the owner writes into a stream.</summary>
/// <param name="ScheduledFor">When a start is planned, in the future and within a year; null for none. A stream never starts by itself.</param>
/// <param name="Record">Whether each session becomes a video.</param>
internal sealed record StreamRequest(
    string Title,
    Visibility Visibility,
    string? Description = null,
    DateTimeOffset? ScheduledFor = null,
    bool Record = true,
    StreamLatency Latency = StreamLatency.Low)
{
    public StreamDetails ToDetails() => new(Title.Trim(), Description ?? "", Visibility, ScheduledFor?.ToUniversalTime(), Record, Latency);
}

/// <summary>Where viewers play a stream from, or its owner the preview.</summary>
/// <param name="Kind"><c>hls</c> or <c>ivs</c>.</param>
/// <param name="Url">Absolute, or relative to the site's root.</param>
/// <param name="Poster">Address of a JPEG still of the last minute, which may not be there yet; null where none is made.</param>
/// <param name="ExpiresAt">When the addresses stop working, or null for never.</param>
internal sealed record PlaybackResponse(string Kind, string Url, string? Poster, DateTimeOffset? ExpiresAt)
{
    public static PlaybackResponse? Of(StreamPlayback? playback) =>
        playback is null ? null : new(playback.Kind, playback.Url, playback.Poster, playback.ExpiresAt);
}

/// <summary>Where the broadcaster sends to.</summary>
/// <param name="RtmpUrl">Server address for an encoder, or null where RTMP cannot be had.</param>
/// <param name="StreamKey">The secret that goes with it.</param>
/// <param name="BrowserIngestUrl">Path of a WebSocket on this host for what MediaRecorder makes, or null where there is none.</param>
/// <param name="RtmpUnavailable">Why RTMP cannot be had and what to do, or null when it can.</param>
/// <param name="ExpiresAt">When <paramref name="BrowserIngestUrl"/> stops opening new connections.</param>
internal sealed record IngestResponse(
    string? RtmpUrl, string? StreamKey, string? BrowserIngestUrl, string? RtmpUnavailable, DateTimeOffset? ExpiresAt)
{
    private const string Host = "{host}";

    /// <param name="host">The name that the caller reached this site by.</param>
    public static IngestResponse Of(StreamIngest ingest, string host) => new(
        ingest.RtmpUrl?.Replace(Host, host, StringComparison.Ordinal), ingest.StreamKey, ingest.BrowserIngestUrl, ingest.RtmpUnavailable, ingest.ExpiresAt);
}

/// <param name="ContentType"><c>image/jpeg</c>, <c>image/png</c> or <c>image/webp</c>.</param>
/// <param name="Size">Exact size in bytes, at most 8 MiB.</param>
internal sealed record PresignCoverRequest(string ContentType, long Size);

/// <summary>How to send a cover picture straight to the object store: one PUT.</summary>
/// <param name="Headers">What the PUT must carry.</param>
internal sealed record CoverTicketResponse(Uri Url, IReadOnlyDictionary<string, string> Headers, DateTimeOffset ExpiresAt);
