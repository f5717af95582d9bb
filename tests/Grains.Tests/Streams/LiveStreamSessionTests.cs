using ContentPages.Grains.Streams;
using ContentPages.Streams;

namespace ContentPages.Grains.Tests.Streams;

public sealed class LiveStreamSessionTests
{
    private static readonly DateTimeOffset Now = GivenStream.T0.AddMinutes(20);

    [Fact]
    public void Start_BeginsASessionWithWhatIsSetNow()
    {
        var details = GivenStream.Details with { Record = false, Latency = StreamLatency.Normal };
        var session = GivenStream.Offline.After(new LiveStreamCommand.Update(details), Now).After(new LiveStreamCommand.Start(GivenStream.Video), Now)
            .After(new LiveStreamCommand.Update(GivenStream.Details), Now).Session!;
        Assert.Equal((1, GivenStream.Video, Now, false, StreamLatency.Normal), (session.Number, session.VideoId, session.StartedAt, session.Record, session.Latency));
        Assert.Equal((RecordingStatus.None, SessionWork.Begin), (session.Recording, session.Pending));
    }

    [Fact]
    public void Arm_WithASignal_IsLiveAtOnce()
    {
        var live = GivenStream.Preview.After(new LiveStreamCommand.Start(GivenStream.Video), Now).After(new LiveStreamCommand.Arm(1), Now.AddSeconds(1));
        Assert.Equal((StreamStatus.Live, Now.AddSeconds(1)), (live.Status, live.Session!.LiveAt));
        Assert.Equal([GivenStream.Connection], live.Session.Connections);
    }

    [Fact]
    public void Arm_OfASessionThatIsOver_IsIgnored() =>
        Assert.Empty(LiveStreamMachine.Decide(GivenStream.Starting.After(new LiveStreamCommand.Stop(), Now), new LiveStreamCommand.Arm(1), Now).Events);

    [Fact]
    public void Stop_BeforeItWasLive_GoesBackToRestWithNothingRecorded()
    {
        var stopped = GivenStream.Armed.After(new LiveStreamCommand.Stop(), Now);
        Assert.Equal((StreamStatus.Offline, SessionEnd.Stopped, RecordingStatus.None), (stopped.Status, stopped.Session!.End, stopped.Session.Recording));
        Assert.Equal(SessionWork.End | SessionWork.DropRecording, stopped.Session.Pending);
        Assert.Equal(StreamStatus.Scheduled, GivenStream.Scheduled.After(new LiveStreamCommand.Start(GivenStream.Video), Now).After(new LiveStreamCommand.Stop(), Now).Status);
        Assert.Equal(StreamStatus.Ended, GivenStream.Settled.After(new LiveStreamCommand.Start(GivenStream.NextVideo), Now).After(new LiveStreamCommand.Stop(), Now).Status);
    }

    [Fact]
    public void Stop_WhileLive_EndsAndTheEncoderIsOverOnceItIsDropped()
    {
        Assert.Equal((StreamStatus.Ended, GivenStream.T0.AddMinutes(6), SessionWork.End), (GivenStream.Stopping.Status, GivenStream.Stopping.EndedAt, GivenStream.Stopping.Session!.Pending));
        Assert.NotNull(GivenStream.Stopping.Signal.Present);
        Assert.Null(GivenStream.Ended.Signal.Present);
        Assert.Equal([GivenStream.Connection], GivenStream.Ended.Signal.Ended);
    }

    [Fact]
    public void Stop_WithAnEncoderThatCameBackByItself_KeepsItsPreview()
    {
        var back = GivenStream.Stopping.After(GivenStream.Signal("st-2", SignalChange.Started, Now), Now).After(new LiveStreamCommand.FinishSession(1, SessionWork.End), Now);
        Assert.Equal((StreamStatus.Ended, "st-2"), (back.Status, back.Signal.Present!.Id));
    }

    [Fact]
    public void Defer_AfterTheGrace_EndsTheSession()
    {
        var by = GivenStream.Reconnecting.ReconnectBy!.Value;
        Assert.Equal(GivenStream.T0.AddMinutes(6), by);
        Assert.Equal(StreamStatus.Reconnecting, GivenStream.Reconnecting.After(new LiveStreamCommand.Defer(), by.AddTicks(-1)).Status);
        var ended = GivenStream.Reconnecting.After(new LiveStreamCommand.Defer(), by);
        Assert.Equal((StreamStatus.Ended, SessionEnd.SignalLost, RecordingStatus.Finishing, null), (ended.Status, ended.Session!.End, ended.Session.Recording, ended.ReconnectBy));
    }

    [Fact]
    public void Defer_WithoutASignalForFifteenMinutes_GivesUpAndSaysWhy()
    {
        var started = GivenStream.T0.AddMinutes(2);
        Assert.Equal(StreamStatus.Starting, GivenStream.Armed.After(new LiveStreamCommand.Defer(), started.AddMinutes(15).AddTicks(-1)).Status);
        var armed = GivenStream.Armed.After(new LiveStreamCommand.Defer(), started.AddMinutes(15));
        Assert.Equal((StreamStatus.Offline, SessionEnd.NeverLive, "no_signal"), (armed.Status, armed.Session!.End, armed.Trouble!.Code));
        Assert.Equal("channel_unavailable", GivenStream.Starting.After(new LiveStreamCommand.Defer(), started.AddMinutes(15)).Trouble!.Code);

        Assert.Null(armed.After(new LiveStreamCommand.Start(GivenStream.NextVideo), Now).Trouble);
        Assert.Null(armed.After(GivenStream.Signal("st-1", SignalChange.Started, armed.Trouble.At), Now).Trouble);
    }

    [Fact]
    public void Schedule_SetAndRemoved_ChangesTheStatusOfAStreamAtRest()
    {
        var plan = new LiveStreamCommand.Update(GivenStream.Details with { ScheduledFor = Now.AddDays(1) });
        var noPlan = new LiveStreamCommand.Update(GivenStream.Details);
        Assert.Equal(StreamStatus.Scheduled, GivenStream.Offline.After(plan, Now).Status);
        Assert.Equal(StreamStatus.Offline, GivenStream.Offline.After(plan, Now).After(noPlan, Now).Status);
        Assert.Equal(StreamStatus.Scheduled, GivenStream.Settled.After(plan, Now).Status);
        Assert.Equal(StreamStatus.Ended, GivenStream.Settled.After(plan, Now).After(noPlan, Now).Status);
        Assert.Equal(StreamStatus.Live, GivenStream.Live.After(plan, Now).Status);
    }

    [Fact]
    public void Schedule_IsFulfilledByGoingLive()
    {
        var live = GivenStream.Scheduled.After(new LiveStreamCommand.Start(GivenStream.Video), Now).After(new LiveStreamCommand.Arm(1), Now)
            .After(GivenStream.Signal("st-1", SignalChange.Started, Now), Now);
        Assert.Null(live.Details.ScheduledFor);

        // A page that was opened before brings it back.
        var again = live.After(new LiveStreamCommand.Update(GivenStream.Details with { ScheduledFor = Now.AddMinutes(-5), Title = "New" }), Now);
        Assert.Equal(StreamStatus.Ended, again.After(new LiveStreamCommand.Stop(), Now).Status);
        var next = live.After(new LiveStreamCommand.Update(GivenStream.Details with { ScheduledFor = Now.AddDays(7) }), Now);
        Assert.Equal(StreamStatus.Scheduled, next.After(new LiveStreamCommand.Stop(), Now).Status);
    }

    [Fact]
    public void Schedule_MissedByADay_IsForgotten()
    {
        var planned = GivenStream.T0.AddHours(2);
        Assert.Equal(planned.AddHours(24), GivenStream.Scheduled.DueAt);
        Assert.Equal(StreamStatus.Scheduled, GivenStream.Scheduled.After(new LiveStreamCommand.Defer(), planned.AddHours(24).AddTicks(-1)).Status);
        var missed = GivenStream.Scheduled.After(new LiveStreamCommand.Defer(), planned.AddHours(24));
        Assert.Equal((StreamStatus.Offline, null, null), (missed.Status, missed.Details.ScheduledFor, missed.DueAt));
    }

    [Fact]
    public void Viewers_ArePeakAndMinutes()
    {
        var live = GivenStream.Live.Session!.LiveAt!.Value;
        var state = GivenStream.Live.After(new LiveStreamCommand.CountViewers(9), live.AddSeconds(5)).After(new LiveStreamCommand.CountViewers(4), live.AddSeconds(50));
        Assert.Equal((4, 9), (state.Viewers, state.Session!.PeakViewers));
        Assert.Empty(LiveStreamMachine.Decide(state, new LiveStreamCommand.CountMinute(4), live.AddSeconds(59)).Events);

        state = state.After(new LiveStreamCommand.CountMinute(4), live.AddMinutes(1));
        Assert.Empty(LiveStreamMachine.Decide(state, new LiveStreamCommand.CountMinute(4), live.AddSeconds(119)).Events);
        state = state.After(new LiveStreamCommand.CountMinute(12), live.AddMinutes(4));
        Assert.Equal([4, 0, 0, 12], state.Session!.ViewersByMinute);
        Assert.Equal(12, state.Session.PeakViewers);
        Assert.Equal(0, state.After(new LiveStreamCommand.Stop(), Now).Viewers);
    }

    [Fact]
    public void ViewersChanged_IsNotWorthAWriteAndMovesNoDueTime()
    {
        var changed = Assert.Single(LiveStreamMachine.Decide(GivenStream.Live, new LiveStreamCommand.CountViewers(3), Now).Events);
        Assert.False(changed.IsDurable);
        Assert.Equal(GivenStream.Live.DueAt, LiveStreamMachine.Apply(GivenStream.Live, changed).DueAt);
        Assert.Empty(LiveStreamMachine.Decide(GivenStream.Live, new LiveStreamCommand.CountViewers(0), Now).Events);
    }

    [Fact]
    public void Minutes_AreADayAtMost()
    {
        var live = GivenStream.Live.Session!.LiveAt!.Value;
        var state = GivenStream.Live.After(new LiveStreamCommand.CountMinute(1), live.AddMinutes(1_439)).After(new LiveStreamCommand.CountMinute(2), live.AddMinutes(1_440));
        Assert.Equal((1_440, 1, 2), (state.Session!.ViewersByMinute.Count, state.Session.ViewersByMinute[1_438], state.Session.ViewersByMinute[1_439]));
        Assert.Empty(LiveStreamMachine.Decide(state, new LiveStreamCommand.CountMinute(3), live.AddDays(2)).Events);
    }

    [Fact]
    public void Sessions_AreAHundredWithTheMinutesOfTen()
    {
        var state = GivenStream.Settled;
        for (var number = 2; number <= 120; number++)
        {
            var at = Now.AddHours(number);
            state = state.After(new LiveStreamCommand.Start(GivenStream.NextVideo), at).After(new LiveStreamCommand.Arm(number), at)
                .After(GivenStream.Signal($"st-{number}", SignalChange.Started, at), at)
                .After(new LiveStreamCommand.CountMinute(number), at.AddMinutes(1))
                .After(new LiveStreamCommand.Stop(), at.AddMinutes(2))
                .After(new LiveStreamCommand.FinishSession(number, SessionWork.End), at.AddMinutes(2));
            // The third never gets its recording settled.
            if (number != 3) state = state.After(GivenStream.Complete(number), at.AddMinutes(3)).After(new LiveStreamCommand.SettleRecording(number, Ready: true), at.AddMinutes(3));
            StreamInvariants.Check(state);
        }

        Assert.Equal([3, .. Enumerable.Range(22, 99)], state.Sessions.Select(s => s.Number));
        Assert.Equal(Enumerable.Range(111, 10), state.Sessions.Where(s => s.ViewersByMinute.Count > 0).Select(s => s.Number));
    }

    [Fact]
    public void Start_WithAHundredUnsettledSessions_IsRefused()
    {
        var state = GivenStream.Offline;
        for (var number = 1; number <= 100; number++)
            state = state.After(new LiveStreamCommand.Start(EntityId.New(Now)), Now).After(new LiveStreamCommand.Stop(), Now);
        Assert.Equal("sessions_unsettled", LiveStreamMachine.Decide(state, new LiveStreamCommand.Start(GivenStream.Video), Now).Rejection!.Code);
        Assert.Equal(100, state.After(new LiveStreamCommand.FinishSession(7, SessionWork.End | SessionWork.DropRecording), Now)
            .After(new LiveStreamCommand.Start(GivenStream.Video), Now).Sessions.Count);
    }
}
