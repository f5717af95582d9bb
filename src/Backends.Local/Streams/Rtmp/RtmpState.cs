namespace ContentPages.Backends.Local.Streams.Rtmp;

/// <summary>Whether RTMP can be had.</summary>
internal sealed class RtmpState
{
    /// <summary>A sentence for the broadcaster that says why not and what to do; null when it can.</summary>
    public volatile string? Unavailable = "RTMP is starting. Try again in a moment.";
}
