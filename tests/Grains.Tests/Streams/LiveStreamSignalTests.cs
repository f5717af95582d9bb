using ContentPages.Grains.Streams;
using ContentPages.Streams;

namespace ContentPages.Grains.Tests.Streams;

public sealed class LiveStreamSignalTests
{
    private static readonly DateTimeOffset Now = GivenStream.T0.AddMinutes(20);

    private static LiveStreamState Take(LiveStreamState state, string connection, SignalChange change, DateTimeOffset at, StreamTrouble? trouble = null) =>
        state.After(GivenStream.Signal(connection, change, at, trouble), Now);

    private static void Unchanged(LiveStreamState state, string connection, SignalChange change, DateTimeOffset at) =>
        Assert.Empty(LiveStreamMachine.Decide(state, GivenStream.Signal(connection, change, at), Now).Events);

    private static LiveStreamState Observe(LiveStreamState state, StreamSignal signal, string? connection) =>
        state.After(new LiveStreamCommand.Observe(new(signal, connection, Now)), Now);

    [Fact]
    public void Started_WithoutASession_IsAPreview()
    {
        var preview = Take(GivenStream.Offline, "st-1", SignalChange.Started, Now.AddSeconds(-1));
        Assert.Equal((StreamStatus.Offline, new ConnectionState("st-1", Now.AddSeconds(-1), StreamSignal.Receiving, Now.AddSeconds(-1))), (preview.Status, preview.Signal.Present!));
    }

    [Fact]
    public void Started_Doubled_IsIgnored() => Unchanged(GivenStream.Live, "st-1", SignalChange.Started, GivenStream.T0.AddMinutes(4));

    [Fact]
    public void Started_AfterItsEnd_IsIgnored()
    {
        Unchanged(GivenStream.Reconnecting, "st-1", SignalChange.Started, Now);
        Unchanged(Take(GivenStream.Armed, "st-9", SignalChange.Ended, Now), "st-9", SignalChange.Started, Now);
    }

    [Fact]
    public void Started_OlderThanThePresentOne_IsIgnored() => Unchanged(GivenStream.Live, "st-0", SignalChange.Started, GivenStream.T0.AddMinutes(4).AddTicks(-1));

    [Fact]
    public void Started_OlderThanTheLastOne_IsIgnoredWithoutASignalToo() => Unchanged(GivenStream.Reconnecting, "st-0", SignalChange.Started, GivenStream.T0.AddMinutes(3));

    [Fact]
    public void Started_InTheSameSecondAsTheOneBefore_TakesOver() =>
        Assert.Equal("st-2", Take(GivenStream.Live, "st-2", SignalChange.Started, GivenStream.T0.AddMinutes(4)).Signal.Present!.Id);

    [Fact]
    public void Started_WhileAnotherIsThere_TakesOverAndThatOneIsOver()
    {
        var taken = Take(GivenStream.Live, "st-2", SignalChange.Started, Now);
        Assert.Equal((StreamStatus.Live, "st-2"), (taken.Status, taken.Signal.Present!.Id));
        Assert.Equal(["st-1"], taken.Signal.Ended);
        Assert.Equal(["st-1", "st-2"], taken.Session!.Connections);
        Assert.Empty(taken.Session.Breaks);
        Unchanged(taken, "st-1", SignalChange.Ended, Now);
        Unchanged(taken, "st-1", SignalChange.Started, Now);
    }

    [Fact]
    public void Started_FromTheFuture_CountsAsNow() =>
        Assert.Equal(Now, Take(GivenStream.Offline, "st-1", SignalChange.Started, Now.AddHours(1)).Signal.NewestStart);

    [Fact]
    public void Started_LateInAnArmedSession_WasLiveSinceThen() =>
        Assert.Equal(GivenStream.T0.AddMinutes(7), Take(GivenStream.Armed, "st-1", SignalChange.Started, GivenStream.T0.AddMinutes(7)).Session!.LiveAt);

    [Fact]
    public void Started_BeforeTheChannelWasArmed_IsLiveFromThenOn() =>
        Assert.Equal(GivenStream.T0.AddMinutes(3), Take(GivenStream.Armed, "st-1", SignalChange.Started, GivenStream.T0).Session!.LiveAt);

    [Fact]
    public void Ended_OfAnotherConnection_ChangesNothingButIsRemembered()
    {
        var after = Take(GivenStream.Live, "st-9", SignalChange.Ended, Now);
        Assert.Equal((StreamStatus.Live, "st-1"), (after.Status, after.Signal.Present!.Id));
        Assert.Equal(["st-9"], after.Signal.Ended);
        Unchanged(after, "st-9", SignalChange.Ended, Now);
    }

    [Fact]
    public void Ended_WhileLive_BeginsTheGrace()
    {
        var lost = Take(GivenStream.Live, "st-1", SignalChange.Ended, Now.AddSeconds(-20));
        Assert.Equal((StreamStatus.Reconnecting, Now.AddSeconds(60), null), (lost.Status, lost.ReconnectBy, lost.Signal.Present));
        Assert.Equal([new StreamBreak(Now.AddSeconds(-20), null)], lost.Session!.Breaks);
    }

    [Fact]
    public void Ended_OfTimesBeforeTheSessionWasLive_IsABreakFromItsBeginning() =>
        Assert.Equal(GivenStream.Live.Session!.LiveAt, Take(GivenStream.Live, "st-1", SignalChange.Ended, GivenStream.T0).Session!.Breaks[0].LostAt);

    [Fact]
    public void Started_WithinTheGrace_GoesOnWithTheSession()
    {
        var back = Take(GivenStream.Reconnecting, "st-2", SignalChange.Started, GivenStream.T0.AddMinutes(5).AddSeconds(12));
        Assert.Equal((StreamStatus.Live, null, 1), (back.Status, back.ReconnectBy, back.Sessions.Count));
        Assert.Equal([new StreamBreak(GivenStream.T0.AddMinutes(5), GivenStream.T0.AddMinutes(5).AddSeconds(12))], back.Session!.Breaks);
    }

    [Fact]
    public void Starved_AndRecovered_OnlyOfThePresentConnection()
    {
        var starved = Take(GivenStream.Live, "st-1", SignalChange.Starved, Now.AddSeconds(-10));
        Assert.Equal((StreamStatus.Live, StreamSignal.Starved), (starved.Status, starved.Signal.Present!.Signal));
        Unchanged(GivenStream.Live, "st-9", SignalChange.Starved, Now);
        Unchanged(starved, "st-9", SignalChange.Recovered, Now);
        Unchanged(starved, "st-1", SignalChange.Recovered, Now.AddSeconds(-11));

        var recovered = Take(starved, "st-1", SignalChange.Recovered, Now.AddSeconds(-10));
        Assert.Equal(StreamSignal.Receiving, recovered.Signal.Present!.Signal);
        Unchanged(recovered, "st-1", SignalChange.Starved, Now.AddSeconds(-10));
    }

    [Fact]
    public void Failed_EndsTheConnectionAndSaysWhy()
    {
        var trouble = new StreamTrouble("video_codec", "Set H.264.", Now);
        var failed = Take(GivenStream.Live, "st-1", SignalChange.Failed, Now, trouble);
        Assert.Equal((StreamStatus.Reconnecting, trouble), (failed.Status, failed.Trouble));
    }

    [Fact]
    public void Failed_OfARefusedSecondEncoder_DoesNotHurtTheFirst()
    {
        var trouble = new StreamTrouble("already_publishing", "Another encoder is connected.", Now);
        var refused = Take(GivenStream.Live, "st-9", SignalChange.Failed, Now, trouble);
        Assert.Equal((StreamStatus.Live, "st-1", trouble), (refused.Status, refused.Signal.Present!.Id, refused.Trouble));
    }

    [Fact]
    public void Trouble_IsClearedByANewSignalAndNotBroughtBackByAnOldReport()
    {
        var trouble = new StreamTrouble("video_codec", "Set H.264.", Now.AddSeconds(-5));
        var failed = Take(GivenStream.Live, "st-1", SignalChange.Failed, Now, trouble);
        var back = Take(failed, "st-2", SignalChange.Started, Now);
        Assert.Null(back.Trouble);
        Assert.Null(Take(back, "st-1", SignalChange.Failed, Now, trouble).Trouble);
        Assert.Equal(trouble.Code, Take(failed, "st-9", SignalChange.Failed, Now, new("older", "", Now.AddSeconds(-6))).Trouble!.Code);
    }

    [Fact]
    public void Trouble_OfALimit_IsASentence()
    {
        var limited = GivenStream.Live.After(new LiveStreamCommand.Report(new LimitReport(Now, "Ingest Bitrate", 8_500_000, 1_500_000, "bits per second")), Now);
        Assert.Equal(
            new StreamTrouble("limit_bitrate", "Your encoder sends 10 Mbit/s, but at most 8.5 Mbit/s are taken. Lower its bitrate.", Now), limited.Trouble);
    }

    [Fact]
    public void Observe_IsRightWhateverTheEventsSaid()
    {
        Assert.Equal(StreamStatus.Live, Observe(GivenStream.Armed, StreamSignal.Receiving, "st-5").Status);
        Assert.Equal(StreamStatus.Reconnecting, Observe(GivenStream.Live, StreamSignal.None, null).Status);
        Assert.Equal((StreamStatus.Live, "st-5", StreamSignal.Starved), Observe(GivenStream.Reconnecting, StreamSignal.Starved, "st-5") is var s ? (s.Status, s.Signal.Present!.Id, s.Signal.Present.Signal) : default);
        Assert.Equal(StreamSignal.Starved, Observe(GivenStream.Live, StreamSignal.Starved, "st-1").Signal.Present!.Signal);

        // Even of one that an event called over.
        var again = Observe(GivenStream.Reconnecting, StreamSignal.Receiving, "st-1");
        Assert.Equal((StreamStatus.Live, "st-1", 0), (again.Status, again.Signal.Present!.Id, again.Signal.Ended.Count));
    }

    [Fact]
    public void Observe_OfNoChannel_MakesItAgainAndArmsItAgain()
    {
        var lost = GivenStream.Live.After(new LiveStreamCommand.Observe(null), Now);
        Assert.Equal((StreamStatus.Reconnecting, null, StreamWork.CreateChannel, SessionWork.Begin), (lost.Status, lost.Channel, lost.Pending, lost.Session!.Pending));
        Assert.Equal(StreamWork.CreateChannel, lost.After(new LiveStreamCommand.Observe(null), Now).Pending);
    }

    [Fact]
    public void Ended_Memory_IsBounded()
    {
        var state = GivenStream.Offline;
        for (var i = 0; i < 40; i++) state = Take(state, $"st-{i}", SignalChange.Ended, Now);
        Assert.Equal(Enumerable.Range(8, 32).Select(i => $"st-{i}"), state.Signal.Ended);
    }

    [Fact]
    public void Breaks_AndConnections_AreBounded()
    {
        var state = GivenStream.Live;
        for (var i = 2; i < 130; i++)
        {
            state = Take(state, $"st-{i - 1}", SignalChange.Ended, GivenStream.T0.AddMinutes(5).AddSeconds(2 * i));
            state = Take(state, $"st-{i}", SignalChange.Started, GivenStream.T0.AddMinutes(5).AddSeconds(2 * i + 1));
        }

        Assert.Equal((StreamStatus.Live, 100, 32), (state.Status, state.Session!.Breaks.Count, state.Session.Connections.Count));
        StreamInvariants.Check(state);
    }
}
