using ContentPages.Grains.Streams;

namespace ContentPages.Grains.Tests.Streams;

public sealed class LiveStreamScheduleTests
{
    private static readonly DateTimeOffset Now = GivenStream.T0.AddMinutes(30);

    [Theory]
    [InlineData("None", null)]
    [InlineData("Created", 30)]
    [InlineData("Offline", null)]
    [InlineData("Scheduled", 93_600 - 1_800)]
    [InlineData("Preview", 120)]
    [InlineData("Starting", 30)]
    [InlineData("Armed", 30)]
    [InlineData("Live", 30)]
    [InlineData("Reconnecting", 360 - 1_800)]
    [InlineData("Stopping", 30)]
    [InlineData("Ended", 30)]
    [InlineData("Recorded", 30)]
    [InlineData("Settled", null)]
    [InlineData("LiveAgain", 30)]
    [InlineData("Deleted", 30)]
    public void DueAt_WaitsAsLongAsTheWorkCan(string situation, int? seconds) =>
        Assert.Equal(seconds is { } s ? Now.AddSeconds(s) : null, LiveStreamSchedule.DueAt(GivenStream.Situations[situation], Now));

    [Fact]
    public void WakeAt_IsTheNextMinuteOrTheEndOfTheGrace()
    {
        var live = GivenStream.Live.Session!.LiveAt!.Value;
        Assert.Equal(live.AddMinutes(1), LiveStreamSchedule.WakeAt(GivenStream.Live, live));
        Assert.Equal(live.AddMinutes(1), LiveStreamSchedule.WakeAt(GivenStream.Live, live.AddSeconds(59.9)));
        Assert.Equal(live.AddMinutes(6), LiveStreamSchedule.WakeAt(GivenStream.Live, live.AddMinutes(5)));
        Assert.Equal(live.AddMinutes(1), LiveStreamSchedule.WakeAt(GivenStream.Live, live.AddSeconds(-1)));

        var lost = GivenStream.Reconnecting with { ReconnectBy = live.AddSeconds(130) };
        Assert.Equal(live.AddMinutes(2), LiveStreamSchedule.WakeAt(lost, live.AddSeconds(70)));
        Assert.Equal(live.AddSeconds(130), LiveStreamSchedule.WakeAt(lost, live.AddSeconds(120)));
        Assert.Equal(live.AddSeconds(130), LiveStreamSchedule.WakeAt(lost, live.AddHours(1)));
    }

    [Theory]
    [InlineData("Starting")]
    [InlineData("Preview")]
    [InlineData("Ended")]
    [InlineData("Scheduled")]
    public void WakeAt_OffTheAir_IsNever(string situation) => Assert.Null(LiveStreamSchedule.WakeAt(GivenStream.Situations[situation], Now));

    [Fact]
    public void Defer_BeforeItIsDue_DoesNothing()
    {
        var due = GivenStream.Live.DueAt!.Value;
        Assert.Empty(LiveStreamMachine.Decide(GivenStream.Live, new LiveStreamCommand.Defer(), due.AddTicks(-1)).Events);
        Assert.Equal(due.AddSeconds(30), GivenStream.Live.After(new LiveStreamCommand.Defer(), due).DueAt);
    }
}
