namespace ContentPages.Grains.Streams;

/// <summary>What happens by the clock while a session is on: the grace ends, a minute is over, the number of viewers is told.</summary>
public sealed partial class LiveStreamGrain
{
    private readonly ViewerTally _tally = new();
    private IGrainTimer? _alarm;
    private IGrainTimer? _viewersTimer;
    private DateTimeOffset? _alarmAt;

    public async Task ReportViewers(string nodeId, int viewers)
    {
        if (!State.IsOnAir) return;
        _tally.Report(nodeId, viewers, time.GetUtcNow());
        _viewersTimer ??= this.RegisterGrainTimer(TellViewers, ViewerTally.Pace, ViewerTally.Pace);
        await TellViewers();
    }

    private async Task TellViewers()
    {
        if (_tally.Next(State.Viewers, time.GetUtcNow()) is { } viewers)
        {
            await Run(new LiveStreamCommand.CountViewers(viewers));
            await Room.ReportViewers(viewers);
        }

        if (!_tally.IsEmpty || (State.IsOnAir && State.Viewers > 0)) return;
        _viewersTimer?.Dispose();
        _viewersTimer = null;
    }

    /// <summary>Sets the timer to what comes next. The sweeper is the backstop when this process dies.</summary>
    private void SetAlarm()
    {
        var now = time.GetUtcNow();
        var next = LiveStreamSchedule.WakeAt(State, now);
        if (next == _alarmAt && next > now) return;
        _alarmAt = next;
        _alarm?.Dispose();
        _alarm = null;
        if (next is null) return;

        // A timer may be early by less than its tick, which is a millisecond; one that is late already waits, so that a failing store is not hammered.
        var wait = next > now ? TimeSpan.FromMilliseconds(Math.Ceiling((next.Value - now).TotalMilliseconds)) : TimeSpan.FromSeconds(1);
        _alarm = this.RegisterGrainTimer(Ring, new GrainTimerCreationOptions { DueTime = wait, Period = Timeout.InfiniteTimeSpan, KeepAlive = true });
    }

    private async Task Ring()
    {
        try
        {
            await TellViewers();
            await Run(new LiveStreamCommand.CountMinute(State.Viewers));
            if (State.ReconnectBy <= time.GetUtcNow()) await Reconcile();
        }
        finally
        {
            SetAlarm();
        }
    }
}
