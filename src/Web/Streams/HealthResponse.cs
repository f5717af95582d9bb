using ContentPages.Streams;

namespace ContentPages.Web.Streams;

/// <param name="Code">Stable, for instance <c>keyframe_interval</c>.</param>
internal sealed record AdviceResponse(string Code, string Message);

internal sealed record HealthSampleResponse(DateTimeOffset At, double BitrateKbps, double FrameRate);

/// <summary>What the encoder sends, measured. Zero or null where it cannot be told yet.</summary>
/// <param name="ConnectedSince">Null without a signal; then everything else is empty.</param>
/// <param name="Source"><c>rtmp</c> or <c>browser</c>.</param>
/// <param name="BitrateKbps">Video and audio over the last 5 s.</param>
/// <param name="FrameRate">Frames a second over the last 5 s.</param>
/// <param name="KeyframeIntervalSeconds">Between the last two keyframes; or, while none comes, since the last.</param>
/// <param name="VideoCodec">For instance <c>h264</c>; null without video.</param>
/// <param name="AudioCodec">For instance <c>aac</c>; null without audio.</param>
/// <param name="DroppedFrames">Frames that are missing since the connection began.</param>
/// <param name="Advice">What to change, the most urgent first; empty when all is well.</param>
/// <param name="History">One sample every two seconds, the last five minutes at most, oldest first.</param>
internal sealed record HealthResponse(
    DateTimeOffset? ConnectedSince,
    string? Source,
    double BitrateKbps,
    double FrameRate,
    double KeyframeIntervalSeconds,
    int Width,
    int Height,
    string? VideoCodec,
    string? AudioCodec,
    int DroppedFrames,
    IReadOnlyList<AdviceResponse> Advice,
    IReadOnlyList<HealthSampleResponse> History)
{
    public static HealthResponse Of(StreamHealth health) => new(
        health.ConnectedSince, health.Source, health.BitrateKbps, health.FrameRate, health.KeyframeIntervalSeconds, health.Width, health.Height,
        health.VideoCodec, health.AudioCodec, health.DroppedFrames,
        [.. health.Advice.Select(static advice => new AdviceResponse(advice.Code, advice.Message))],
        [.. health.History.Select(static sample => new HealthSampleResponse(sample.At, sample.BitrateKbps, sample.FrameRate))]);
}
