using ContentPages.Grains.Streams;
using ContentPages.Streams;

namespace ContentPages.Grains.Tests.Streams;

public sealed class IngestAdviceTests
{
    private static readonly DateTimeOffset T0 = GivenStream.T0;

    private static readonly StreamHealth Good = new(T0, "rtmp", 4_500, 30, 2, 1_920, 1_080, "h264", "aac", 0, [], History(30, 10));

    private static HealthSample[] History(double frameRate, int count) => [.. Enumerable.Range(1, count).Select(i => new HealthSample(T0.AddSeconds(2 * i), 4_500, frameRate))];

    private static IEnumerable<string> Codes(StreamHealth health) => IngestAdvice.Of(health).Select(a => a.Code);

    [Fact]
    public void Of_AGoodSignal_IsNothing() => Assert.Empty(IngestAdvice.Of(Good));

    [Fact]
    public void Of_NoSignalOrOneThatHasJustBegun_IsNothing()
    {
        Assert.Empty(IngestAdvice.Of(Good with { ConnectedSince = null, KeyframeIntervalSeconds = 20 }));
        Assert.Empty(IngestAdvice.Of(new(T0, "rtmp", 0, 0, 0, 0, 0, null, null, 0, [], [])));
    }

    [Theory]
    [InlineData(4, null)]
    [InlineData(8, "Keyframe every 8 s: set 2 s in your encoder.")]
    [InlineData(8.333, "Keyframe every 8.3 s: set 2 s in your encoder.")]
    [InlineData(21, "No keyframe for 21 s: new viewers see nothing. Set 2 s in your encoder.")]
    public void Of_RareKeyframes_NamesTheSetting(double seconds, string? message) =>
        Assert.Equal(message, IngestAdvice.Of(Good with { KeyframeIntervalSeconds = seconds }).SingleOrDefault()?.Message);

    [Fact]
    public void Of_WrongOrMissingCodecs_NamesThem()
    {
        Assert.Equal(["video_codec"], Codes(Good with { VideoCodec = "hevc" }));
        Assert.Equal(["no_video"], Codes(Good with { VideoCodec = null, Width = 0, Height = 0 }));
        Assert.Equal(["no_audio"], Codes(Good with { AudioCodec = null }));
        Assert.Equal(["audio_codec"], Codes(Good with { AudioCodec = "mp3" }));
        Assert.Empty(Codes(Good with { AudioCodec = "opus" }));
    }

    [Theory]
    [InlineData(3_840, 2_160, 60, "resolution bitrate_low")]
    [InlineData(1_080, 1_920, 30, "")]
    [InlineData(1_920, 1_200, 30, "resolution")]
    [InlineData(1_920, 1_080, 60, "")]
    [InlineData(1_920, 1_080, 120, "frame_rate_high")]
    public void Of_TooLargeOrTooFast_NamesTheLimit(int width, int height, double frameRate, string codes) => Assert.Equal(
        codes.Split(' ', StringSplitOptions.RemoveEmptyEntries), Codes(Good with { Width = width, Height = height, FrameRate = frameRate, BitrateKbps = width > 2_000 ? 1_000 : 4_500 }));

    [Theory]
    [InlineData(1_920, 1_080, 1_499, "bitrate_low")]
    [InlineData(1_920, 1_080, 1_500, null)]
    [InlineData(1_920, 1_080, 9_001, "bitrate_high")]
    [InlineData(1_280, 720, 749, "bitrate_low")]
    [InlineData(1_280, 720, 6_001, "bitrate_high")]
    [InlineData(640, 360, 1_001, "bitrate_high")]
    [InlineData(640, 360, 200, null)]
    public void Of_ABitrateThatDoesNotFitThePicture_NamesTheRange(int width, int height, double kbps, string? code) =>
        Assert.Equal(code, IngestAdvice.Of(Good with { Width = width, Height = height, BitrateKbps = kbps }).SingleOrDefault()?.Code);

    [Fact]
    public void Of_AFrameRateThatFell_ComparesWithTheUsualOne()
    {
        Assert.Equal("The frame rate fell from 30 to 18: your computer may be too busy. Close other programs or send a smaller picture.", Assert.Single(IngestAdvice.Of(Good with { FrameRate = 18 })).Message);
        Assert.Empty(IngestAdvice.Of(Good with { FrameRate = 24 }));
        Assert.Empty(IngestAdvice.Of(Good with { FrameRate = 18, History = History(30, 4) }));
    }

    [Fact]
    public void Of_MissingFrames_CountsFromOnePercent()
    {
        // Twenty seconds of 30 frames.
        Assert.Empty(IngestAdvice.Of(Good with { DroppedFrames = 9 }));
        Assert.Equal(["dropped_frames"], Codes(Good with { DroppedFrames = 10 }));
        Assert.Empty(IngestAdvice.Of(Good with { DroppedFrames = 10, History = History(30, 100) }));
    }

    [Fact]
    public void Of_Several_BeginsWithTheMostUrgent() => Assert.Equal(
        ["video_codec", "keyframe_interval", "no_audio", "resolution"],
        Codes(Good with { VideoCodec = "av1", KeyframeIntervalSeconds = 10, AudioCodec = null, Width = 2_560, Height = 1_440 }));
}
