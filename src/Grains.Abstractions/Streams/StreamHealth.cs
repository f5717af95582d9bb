namespace ContentPages.Streams;

/// <summary>What the encoder sends, measured. Zero or null where it cannot be told yet.</summary>
/// <param name="ConnectedSince">Null without a signal; then everything else is empty.</param>
/// <param name="Source"><c>rtmp</c> or <c>browser</c>.</param>
/// <param name="BitrateKbps">Video and audio over the last 5 s.</param>
/// <param name="FrameRate">Frames a second over the last 5 s.</param>
/// <param name="KeyframeIntervalSeconds">Between the last two keyframes; or, while none comes, since the last.</param>
/// <param name="VideoCodec">For instance <c>h264</c>; null without video.</param>
/// <param name="AudioCodec">For instance <c>aac</c>; null without audio.</param>
/// <param name="DroppedFrames">Frames that are missing from the timeline since the connection began.</param>
/// <param name="Advice">What to change, the most urgent first; empty when all is well.</param>
/// <param name="History">One sample every two seconds, the last five minutes at most, oldest first.</param>
[GenerateSerializer, Immutable, Alias("contentpages.StreamHealth")]
public sealed record StreamHealth(
    [property: Id(0)] DateTimeOffset? ConnectedSince,
    [property: Id(1)] string? Source,
    [property: Id(2)] double BitrateKbps,
    [property: Id(3)] double FrameRate,
    [property: Id(4)] double KeyframeIntervalSeconds,
    [property: Id(5)] int Width,
    [property: Id(6)] int Height,
    [property: Id(7)] string? VideoCodec,
    [property: Id(8)] string? AudioCodec,
    [property: Id(9)] int DroppedFrames,
    [property: Id(10)] IReadOnlyList<StreamAdvice> Advice,
    [property: Id(11)] IReadOnlyList<HealthSample> History);

/// <param name="Code">Stable, for instance <c>keyframe_interval</c>.</param>
/// <param name="Message">For instance <c>Keyframe every 8 s: set 2 s in your encoder.</c></param>
[GenerateSerializer, Immutable, Alias("contentpages.StreamAdvice")]
public sealed record StreamAdvice([property: Id(0)] string Code, [property: Id(1)] string Message);

[GenerateSerializer, Immutable, Alias("contentpages.HealthSample")]
public sealed record HealthSample([property: Id(0)] DateTimeOffset At, [property: Id(1)] double BitrateKbps, [property: Id(2)] double FrameRate);
