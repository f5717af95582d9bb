namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>What one connection sends as its source, measured. Zero or null where it cannot be told yet.</summary>
/// <param name="VideoCodec">For instance <c>h264</c>.</param>
/// <param name="AudioCodec">For instance <c>aac</c>; null without audio.</param>
/// <param name="BitrateKbps">Over the last 5 s of wall clock.</param>
/// <param name="FrameRate">Over the last 5 s of wall clock.</param>
/// <param name="KeyframeIntervalSeconds">Between the last two keyframes; or since the last, when that is longer.</param>
/// <param name="DroppedFrames">Frames that are missing from the timeline since the connection began.</param>
/// <param name="LastArrival">When a part of it came last; null before the first.</param>
internal sealed record RunMeasures(
    string? VideoCodec,
    string? AudioCodec,
    int Width,
    int Height,
    double BitrateKbps,
    double FrameRate,
    double KeyframeIntervalSeconds,
    int DroppedFrames,
    DateTimeOffset? LastArrival);
