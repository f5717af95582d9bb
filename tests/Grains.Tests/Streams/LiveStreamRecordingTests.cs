using ContentPages.Grains.Streams;
using ContentPages.Streams;

namespace ContentPages.Grains.Tests.Streams;

public sealed class LiveStreamRecordingTests
{
    private static readonly DateTimeOffset Now = GivenStream.T0.AddMinutes(20);

    private static RecordingReport Report(string id, RecordingStatus status, params string[] connections) => new(Now, id, connections, status);

    private static LiveStreamState Take(LiveStreamState state, RecordingReport report) => state.After(new LiveStreamCommand.Report(report), Now);

    [Fact]
    public void Complete_AfterTheEnd_IsToBecomeAVideo()
    {
        var session = GivenStream.Recorded.Session!;
        Assert.Equal((RecordingStatus.Finishing, SessionWork.CreateVideo, GivenStream.Media(GivenStream.Video)), (session.Recording, session.Pending, session.Media));
    }

    [Fact]
    public void Complete_BeforeTheEnd_WaitsForIt()
    {
        var early = GivenStream.Live.After(GivenStream.Complete(), Now);
        Assert.Equal((RecordingStatus.Recording, SessionWork.None), (early.Session!.Recording, early.Session.Pending));
        var longer = early.After(GivenStream.Complete(seconds: 90), Now);
        Assert.Equal(90, longer.After(GivenStream.Complete(seconds: 60), Now).Session!.Media!.DurationSeconds);
        var ended = longer.After(new LiveStreamCommand.Stop(), Now).Session!;
        Assert.Equal((RecordingStatus.Finishing, SessionWork.End | SessionWork.CreateVideo), (ended.Recording, ended.Pending));
    }

    [Fact]
    public void Complete_OfAPastSession_DoesNotTouchTheOneThatIsOn()
    {
        var state = GivenStream.LiveAgain.After(GivenStream.Complete(1), Now);
        Assert.Equal((StreamStatus.Live, SessionWork.CreateVideo, SessionWork.None), (state.Status, state.Sessions[0].Pending, state.Sessions[1].Pending));
        Assert.Equal(RecordingStatus.Ready, state.After(new LiveStreamCommand.SettleRecording(1, Ready: true), Now).Sessions[0].Recording);
    }

    [Fact]
    public void Report_IsMatchedByItsIdOrByAConnectionOfTheSession()
    {
        var complete = Report("foreign", RecordingStatus.Finishing, "st-1") with { Media = GivenStream.Media(GivenStream.Video) };
        Assert.Equal(SessionWork.CreateVideo, Take(GivenStream.LiveAgain, complete).Sessions[0].Pending);
        Assert.Empty(LiveStreamMachine.Decide(GivenStream.LiveAgain, new LiveStreamCommand.Report(complete with { ConnectionIds = ["st-7"] }), Now).Events);

        // Known by its id once it was told with one of the connections.
        var noted = Take(GivenStream.LiveAgain, Report("foreign", RecordingStatus.Recording, "st-2", "st-8"));
        Assert.Equal(("foreign", "st-2 st-8"), (noted.Sessions[1].RecordingId, string.Join(' ', noted.Sessions[1].Connections)));
        Assert.Empty(LiveStreamMachine.Decide(noted, new LiveStreamCommand.Report(Report("foreign", RecordingStatus.Recording, "st-2")), Now).Events);
        Assert.NotNull(Take(noted, complete with { ConnectionIds = [], Media = GivenStream.Media(GivenStream.NextVideo) }).Sessions[1].Media);
    }

    [Fact]
    public void Failed_AndComplete_EndTheSameInEitherOrder()
    {
        var failed = GivenStream.Ended.After(GivenStream.Recording(RecordingStatus.Failed), Now);
        Assert.Equal((RecordingStatus.Failed, null), (failed.Session!.Recording, failed.DueAt));
        var late = failed.After(GivenStream.Complete(), Now).Session!;
        Assert.Equal((RecordingStatus.Finishing, SessionWork.CreateVideo), (late.Recording, late.Pending));
        Assert.Empty(LiveStreamMachine.Decide(GivenStream.Recorded, GivenStream.Recording(RecordingStatus.Failed), Now).Events);
        Assert.Empty(LiveStreamMachine.Decide(GivenStream.Settled, GivenStream.Recording(RecordingStatus.Failed), Now).Events);
    }

    [Fact]
    public void Complete_OfWhatNobodyWanted_IsDropped()
    {
        var stopped = GivenStream.Armed.After(new LiveStreamCommand.Stop(), Now).After(new LiveStreamCommand.FinishSession(1, SessionWork.End | SessionWork.DropRecording), Now);
        Assert.Equal(SessionWork.None, stopped.Session!.Pending);
        var late = stopped.After(GivenStream.Complete(), Now).Session!;
        Assert.Equal((RecordingStatus.None, SessionWork.DropRecording), (late.Recording, late.Pending));
    }

    [Theory]
    [InlineData("videos/")]
    [InlineData("videos/019b0000-0000-7000-8000-000000000099/0/")]
    [InlineData("streams/")]
    [InlineData("/")]
    public void Complete_AmongTheObjectsOfOthers_IsAFailure(string prefix)
    {
        var report = Report($"{GivenStream.Id}-1", RecordingStatus.Finishing) with { Media = GivenStream.Media(GivenStream.Video) with { Prefix = prefix } };
        Assert.Equal((RecordingStatus.Failed, SessionWork.None), Take(GivenStream.Ended, report).Session is { } s ? (s.Recording, s.Pending) : default);
        Assert.Equal(SessionWork.CreateVideo, Take(GivenStream.Ended, report with { Media = report.Media with { Prefix = "ivs/v1/1/2/" } }).Session!.Pending);
    }

    [Fact]
    public void Settle_WithoutAVideo_IsAFailure() =>
        Assert.Equal((RecordingStatus.Failed, null), GivenStream.Recorded.After(new LiveStreamCommand.SettleRecording(1, Ready: false), Now).Session is { } s ? (s.Recording, s.Media) : default);

    [Fact]
    public void Find_OfALostEnd_TakesItIn() => Assert.Equal(
        SessionWork.CreateVideo,
        GivenStream.Ended.After(new LiveStreamCommand.FindRecording(1, Report("foreign", RecordingStatus.Finishing) with { Media = GivenStream.Media(GivenStream.Video) }), Now).Session!.Pending);

    [Fact]
    public void Find_OfNothing_GivesUpAfterAQuarterOfAnHour()
    {
        var ended = GivenStream.Ended.Session!.EndedAt!.Value;
        Assert.Empty(LiveStreamMachine.Decide(GivenStream.Ended, new LiveStreamCommand.FindRecording(1, null), ended.AddMinutes(15).AddTicks(-1)).Events);
        Assert.Equal(RecordingStatus.Failed, GivenStream.Ended.After(new LiveStreamCommand.FindRecording(1, null), ended.AddMinutes(15)).Session!.Recording);
    }

    [Fact]
    public void Defer_OfARecordingThatNeverCompletes_GivesUpAfterADay()
    {
        var ended = GivenStream.Ended.Session!.EndedAt!.Value;
        Assert.Equal(RecordingStatus.Finishing, GivenStream.Ended.After(new LiveStreamCommand.Defer(), ended.AddDays(1).AddTicks(-1)).Session!.Recording);
        Assert.Equal(RecordingStatus.Failed, GivenStream.Ended.After(new LiveStreamCommand.Defer(), ended.AddDays(1)).Session!.Recording);
    }

    [Fact]
    public void Breaks_AreWhereTheRecordingWasJoined()
    {
        var live = GivenStream.T0;
        var session = new SessionState
        {
            LiveAt = live,
            Breaks = [new(live.AddSeconds(60), live.AddSeconds(75)), new(live.AddSeconds(100), live.AddSeconds(130)), new(live.AddSeconds(200), null)],
        };
        Assert.Equal([60, 85], StreamBreaks.Positions(session));
        Assert.Empty(StreamBreaks.Positions(session with { LiveAt = null }));
    }
}
