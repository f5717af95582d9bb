namespace ContentPages.Simulation.Engine;

/// <summary>Time that passes only when nothing is left to do. Timers of the same moment ring in an order that the seed chooses.</summary>
internal sealed class VirtualClock(Loop loop, Dice dice) : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly PriorityQueue<(VirtualTimer Timer, long Setting), (TimeSpan Due, ulong Tie)> _timers = new();

    public TimeSpan Elapsed { get; private set; }

    public DateTimeOffset Now => Start + Elapsed;

    public TimeSpan? NextDue
    {
        get
        {
            while (_timers.TryPeek(out var next, out var at))
            {
                if (next.Timer.IsSet(next.Setting)) return at.Due;
                _timers.Dequeue();
            }

            return null;
        }
    }

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

    public override long GetTimestamp()
    {
        loop.CheckThread("a look at the clock");
        return Elapsed.Ticks;
    }

    public override DateTimeOffset GetUtcNow()
    {
        loop.CheckThread("a look at the clock");
        return Now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        loop.CheckThread("a timer");
        var timer = new VirtualTimer(this, callback, state);
        timer.Change(dueTime, period);
        return timer;
    }

    /// <summary>Lets time pass to the next timer, and rings it.</summary>
    public void Advance()
    {
        if (!_timers.TryDequeue(out var next, out var at)) return;
        if (at.Due > Elapsed) Elapsed = at.Due;
        loop.Trace.Mix((ulong)Elapsed.Ticks);
        next.Timer.Ring(next.Setting);
    }

    internal void Set(VirtualTimer timer, long setting, TimeSpan dueTime)
    {
        loop.CheckThread("a timer");
        _timers.Enqueue((timer, setting), (Elapsed + dueTime, dice.NextBits()));
    }
}

/// <summary>One timer; setting it again makes what was set before void.</summary>
internal sealed class VirtualTimer(VirtualClock clock, TimerCallback callback, object? state) : ITimer
{
    private readonly ExecutionContext? _context = ExecutionContext.Capture();
    private TimeSpan _period = Timeout.InfiniteTimeSpan;
    private long _setting;
    private bool _isDisposed;

    public bool IsSet(long setting) => setting == _setting && !_isDisposed;

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        if (_isDisposed) return false;
        _period = period;
        _setting++;
        if (dueTime != Timeout.InfiniteTimeSpan) clock.Set(this, _setting, dueTime);
        return true;
    }

    public void Ring(long setting)
    {
        if (!IsSet(setting)) return;
        if (_period > TimeSpan.Zero) clock.Set(this, _setting, _period);
        if (_context is null) callback(state);
        else ExecutionContext.Run(_context, static self => ((VirtualTimer)self!).Call(), this);
    }

    public void Dispose() => _isDisposed = true;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }

    private void Call() => callback(state);
}
