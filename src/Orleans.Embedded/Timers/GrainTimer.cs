using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>A timer whose ticks are turns. The next tick is set when one has ended, so a slow one never piles up.</summary>
internal sealed class GrainTimer : Turn, IGrainTimer
{
    private readonly Activation _activation;
    private readonly Func<CancellationToken, Task> _callback;
    private readonly GrainTimerCreationOptions _options;
    private readonly CancellationTokenSource _disposed = new();
    private readonly ITimer _timer;
    private TimeSpan _dueTime;
    private TimeSpan _period;
    private bool _isTicking;
    private bool _hasChanged;

    public GrainTimer(
        Activation activation, Func<CancellationToken, Task> callback, TimeProvider time, GrainTimerCreationOptions options)
    {
        _activation = activation;
        _callback = callback;
        _options = options;
        using (Detached.Enter())
            _timer = time.CreateTimer(static self => ((GrainTimer)self!).OnDue(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        activation.Add(this);
    }

    public override string Name => "A timer";

    public override bool AlwaysInterleaves => _options.Interleave;

    public override bool KeepsAlive => _options.KeepAlive;

    public override bool OutlivesActivation => false;

    public override bool IsUnattended => true;

    public override bool IsAbandoned => _disposed.IsCancellationRequested;

    public void Change(TimeSpan dueTime, TimeSpan period)
    {
        Check(dueTime, nameof(dueTime));
        Check(period, nameof(period));
        _dueTime = dueTime;
        _period = period;
        _hasChanged = true;
        if (!Volatile.Read(ref _isTicking))
            _timer.Change(dueTime, Timeout.InfiniteTimeSpan);
    }

    public override Task InvokeAsync(Activation activation)
    {
        _hasChanged = false;
        return _callback(_disposed.Token);
    }

    public override void Complete(Task outcome)
    {
        Volatile.Write(ref _isTicking, false);
        _timer.Change(_hasChanged ? _dueTime : _period, Timeout.InfiniteTimeSpan);
    }

    public override void Reject(Exception reason) => Volatile.Write(ref _isTicking, false);

    // The source itself is left to the collector: a callback may still hold its token.
    public void Dispose()
    {
        _timer.Dispose();
        _activation.Remove(this);
        _disposed.Cancel();
    }

    private static void Check(TimeSpan time, string name)
    {
        if (time != Timeout.InfiniteTimeSpan && (time < TimeSpan.Zero || time.TotalMilliseconds > uint.MaxValue - 1))
            throw new ArgumentOutOfRangeException(name, time, "A timer takes zero to 49 days, or an infinite time.");
    }

    private void OnDue()
    {
        Volatile.Write(ref _isTicking, true);
        if (!_activation.TryReceive(this))
            Volatile.Write(ref _isTicking, false);
    }
}
