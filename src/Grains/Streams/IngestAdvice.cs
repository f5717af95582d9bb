using System.Globalization;
using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>What a broadcaster should change, told from what was measured. The most urgent comes first; what cannot be told yet is not held against anyone.</summary>
public static class IngestAdvice
{
    /// <summary>Segments begin at keyframes, so viewers are behind by at least this; 2 s is what every platform asks for.</summary>
    private const double LongestKeyframeInterval = 4;

    /// <summary>Longer than any encoder's default (x264: 250 frames, 10 s at 25 a second).</summary>
    private const double NoKeyframe = 15;

    private const double HighestFrameRate = 60.5;

    /// <summary>Of all frames since the connection began.</summary>
    private const double MostDropped = 0.01;

    /// <summary>Of the usual frame rate.</summary>
    private const double SteadyFrameRate = 0.8;

    /// <summary>
    /// Short side in pixels, then kbit/s from and to: YouTube's table for live encoders, 30 frames a second at the low end and 60 at the high one.
    /// Still pictures need little, so only less than half of the low end is too little.
    /// </summary>
    private static readonly (int ShortSide, double Low, double High)[] Bitrates =
        [(360, 400, 1_000), (480, 500, 2_000), (720, 1_500, 6_000), (1_080, 3_000, 9_000)];

    public static IReadOnlyList<StreamAdvice> Of(StreamHealth health) =>
        health.ConnectedSince is null ? [] : [.. All(health).OfType<StreamAdvice>()];

    private static IEnumerable<StreamAdvice?> All(StreamHealth health)
    {
        yield return Picture(health);
        yield return Keyframes(health);
        yield return Sound(health);
        yield return FramesMissing(health);
        yield return FrameRateFell(health);
        yield return Size(health);
        yield return FrameRate(health);
        yield return Bitrate(health);
    }

    private static StreamAdvice? Picture(StreamHealth health) => health switch
    {
        { VideoCodec: null, AudioCodec: not null } => new("no_video", "Only sound arrives: add a camera or a screen to your encoder."),
        { VideoCodec: { } codec } when !codec.Equals("h264", StringComparison.OrdinalIgnoreCase) =>
            new("video_codec", $"Your encoder sends {codec}, which most viewers cannot play: set H.264."),
        _ => null,
    };

    private static StreamAdvice? Keyframes(StreamHealth health) => health switch
    {
        { VideoCodec: null } => null,
        { KeyframeIntervalSeconds: >= NoKeyframe } => new("no_keyframe", $"No keyframe for {Number(health.KeyframeIntervalSeconds)} s: new viewers see nothing. Set 2 s in your encoder."),
        { KeyframeIntervalSeconds: > LongestKeyframeInterval } => new("keyframe_interval", $"Keyframe every {Number(health.KeyframeIntervalSeconds)} s: set 2 s in your encoder."),
        _ => null,
    };

    private static StreamAdvice? Sound(StreamHealth health) => health switch
    {
        { AudioCodec: null, VideoCodec: not null } => new("no_audio", "No sound arrives: check the microphone or the audio track of your encoder."),
        { AudioCodec: { } codec } when !codec.Equals("aac", StringComparison.OrdinalIgnoreCase) && !codec.Equals("opus", StringComparison.OrdinalIgnoreCase) =>
            new("audio_codec", $"Your encoder sends {codec} sound: set AAC."),
        _ => null,
    };

    private static StreamAdvice? FramesMissing(StreamHealth health)
    {
        if (health is not { ConnectedSince: { } since, History: [.., var last] }) return null;
        var expected = (last.At - since).TotalSeconds * Usual(health.History);
        return expected > 0 && health.DroppedFrames >= 10 && health.DroppedFrames > expected * MostDropped
            ? new("dropped_frames", $"{health.DroppedFrames} frames are missing since you connected: use a cable instead of Wi-Fi, or lower the bitrate.")
            : null;
    }

    private static StreamAdvice? FrameRateFell(StreamHealth health)
    {
        var usual = Usual(health.History);
        return health.FrameRate > 0 && health.FrameRate < usual * SteadyFrameRate
            ? new("frame_rate_drops", $"The frame rate fell from {Whole(usual)} to {Whole(health.FrameRate)}: your computer may be too busy. Close other programs or send a smaller picture.")
            : null;
    }

    private static StreamAdvice? Size(StreamHealth health) =>
        Math.Max(health.Width, health.Height) > 1_920 || Math.Min(health.Width, health.Height) > 1_080
            ? new("resolution", $"The picture is {health.Width}x{health.Height}: set 1920x1080 or less.")
            : null;

    private static StreamAdvice? FrameRate(StreamHealth health) =>
        health.FrameRate > HighestFrameRate ? new("frame_rate_high", $"{Whole(health.FrameRate)} frames a second: set 60 or 30.") : null;

    private static StreamAdvice? Bitrate(StreamHealth health)
    {
        var side = Math.Min(health.Width, health.Height);
        if (side == 0 || health.BitrateKbps <= 0) return null;
        var (_, low, high) = Bitrates.FirstOrDefault(b => side <= b.ShortSide, Bitrates[^1]);
        return health.BitrateKbps < low / 2 ? new("bitrate_low", $"{Whole(health.BitrateKbps)} kbit/s is little for {health.Width}x{health.Height}: set {Whole(low)} to {Whole(high)} kbit/s, or a smaller picture.")
            : health.BitrateKbps > high ? new("bitrate_high", $"{Whole(health.BitrateKbps)} kbit/s is more than many viewers can receive: set {Whole(low)} to {Whole(high)} kbit/s.")
            : null;
    }

    /// <summary>The median of the last five minutes; 0 with too few samples to tell.</summary>
    private static double Usual(IReadOnlyList<HealthSample> history) =>
        history.Count < 5 ? 0 : history.Select(h => h.FrameRate).Order().ElementAt(history.Count / 2);

    private static string Number(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture);

    private static string Whole(double value) => Math.Round(value).ToString("0", CultureInfo.InvariantCulture);
}
