using ContentPages.Streams;
using ContentPages.Videos;
using ContentPages.Web.Chat;

namespace ContentPages.Web.Tests.Chat;

public sealed class RecordingTimesTests
{
    private static readonly DateTimeOffset Live = new(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);

    [Fact]
    public void WithoutBreaks_SecondsCountFromWhenItWasLive()
    {
        var times = Times(60);
        Assert.Equal(12.5, times.SecondOf(At(12.5)));
        Assert.Equal(At(12.5), times.TimeOf(12.5));
    }

    [Fact]
    public void BeforeAndAfterTheRecording_AreItsEnds()
    {
        var times = Times(60);
        Assert.Equal((0, 60), (times.SecondOf(At(-5)), times.SecondOf(At(70))));
        Assert.Equal((At(0), At(60)), (times.TimeOf(-5), times.TimeOf(1e300)));
    }

    [Fact]
    public void ATimeWithoutTheEncoder_IsOnePlaceInTheRecording()
    {
        // Lost at 20 s for 30 s; the recording goes on at its mark.
        var times = Times(60, [20.2], Break(20, 50));

        Assert.Equal([19, 20.2, 20.2, 20.2, 30.2], new[] { 19.0, 21, 40, 50, 60 }.Select(second => times.SecondOf(At(second))));
        Assert.Equal(At(20.1), times.TimeOf(20.1));
        Assert.Equal(At(20.2), times.TimeOf(20.2));
        Assert.Equal(At(51), times.TimeOf(21.2));
    }

    [Fact]
    public void AMarkThatComesLaterThanTheReturn_LosesNothing()
    {
        // Reported as lost for 1 s only, while the recording has 3 s more of it.
        var times = Times(60, [13], Break(10, 11));

        Assert.Equal(10.5, times.SecondOf(At(10.5)));
        Assert.Equal(13, times.SecondOf(At(11)));
        Assert.Equal(At(11), times.TimeOf(12));
        Assert.Equal(At(11), times.TimeOf(13));
        Assert.Equal(At(12), times.TimeOf(14));
    }

    [Fact]
    public void MarksOfSomethingElse_AreNoBreaks()
    {
        var times = Times(100, [5, 42, 60], Break(40, 70));

        Assert.Equal(6, times.SecondOf(At(6)));
        Assert.Equal(42, times.SecondOf(At(55)));
        Assert.Equal(62, times.SecondOf(At(90)));
    }

    [Fact]
    public void BreaksWithoutAMark_AreWhereTheTimesSay()
    {
        var times = Times(100, [90], Break(20, 30), Break(50, 80));

        Assert.Equal((20, 40, 40, 60), (times.SecondOf(At(25)), times.SecondOf(At(50)), times.SecondOf(At(79)), times.SecondOf(At(100))));
        Assert.Equal((At(35), At(90)), (times.TimeOf(25), times.TimeOf(50)));
    }

    [Fact]
    public void ABreakThatTheSessionEndedWith_HasNothingAfterIt()
    {
        var times = Times(20, [], new StreamBreak(At(20), null));
        Assert.Equal((19, 20), (times.SecondOf(At(19)), times.SecondOf(At(40))));
    }

    [Fact]
    public void EverySecond_IsShownAtAMomentThatLeadsBackToIt()
    {
        var times = Times(100, [20.5, 47], Break(20, 31), Break(58, 59));
        for (var second = 0.0; second <= 100; second += 0.5) Assert.True(times.SecondOf(times.TimeOf(second)) >= second, $"{second}");
    }

    private static RecordingTimes Times(double seconds, double[]? marks = null, params StreamBreak[] breaks) =>
        new(new VideoRecording("stream", 1, Live, new("videos/v/0/", "master.m3u8", null, seconds, Breaks: marks)), breaks);

    private static StreamBreak Break(double lost, double back) => new(At(lost), At(back));

    private static DateTimeOffset At(double seconds) => Live.AddSeconds(seconds);
}
