namespace Orleans.Embedded;

/// <summary>
/// The calls under way, oldest first. All have the same time limit, so one timer for the oldest is enough, and a call that ends in time costs
/// no timer at all.
/// </summary>
internal sealed class CallTimeouts : IDisposable
{
    private readonly Lock _gate = new();
    private readonly TimeProvider _time;
    private readonly TimeSpan _limit;
    private readonly TaskScheduler _scheduler;
    private readonly ITimer _timer;
    private GrainCall? _oldest;
    private GrainCall? _newest;
    private bool _isArmed;

    public CallTimeouts(TimeProvider time, TimeSpan limit, TaskScheduler scheduler)
    {
        _time = time;
        _limit = limit;
        _scheduler = scheduler;
        using (Detached.Enter())
            _timer = time.CreateTimer(static self => ((CallTimeouts)self!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(GrainCall call)
    {
        call.SentAt = _time.GetTimestamp();
        lock (_gate)
        {
            call.Watch = this;
            call.Older = _newest;
            if (_newest is null)
                _oldest = call;
            else
                _newest.Newer = call;
            _newest = call;
            if (_isArmed)
                return;
            _isArmed = true;
        }

        _timer.Change(_limit, Timeout.InfiniteTimeSpan);
    }

    public void Remove(GrainCall call)
    {
        lock (_gate)
        {
            if (call.Watch is null)
                return;
            call.Watch = null;
            if (call.Older is null)
                _oldest = call.Newer;
            else
                call.Older.Newer = call.Newer;
            if (call.Newer is null)
                _newest = call.Older;
            else
                call.Newer.Older = call.Older;
            call.Older = call.Newer = null;
        }
    }

    /// <summary>Ends every call that is under way, oldest first.</summary>
    public void FailAll(Func<GrainCall, Exception> reason)
    {
        while (Volatile.Read(ref _oldest) is { } call)
            call.Reject(reason(call));
    }

    public void Dispose() => _timer.Dispose();

    private void OnTimer()
    {
        while (true)
        {
            GrainCall? call;
            var left = TimeSpan.Zero;
            lock (_gate)
            {
                call = _oldest;
                _isArmed = call is not null;
                if (call is null)
                    return;
                left = _limit - _time.GetElapsedTime(call.SentAt);
            }

            if (left > TimeSpan.Zero)
            {
                // Timers count whole milliseconds; rounding down would spin.
                _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(left.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
                return;
            }

            Remove(call);
            Expire(call);
        }
    }

    /// <summary>Away from the timer, so that what the caller does next does not delay the other calls.</summary>
    private void Expire(GrainCall call)
    {
        var reason = new TimeoutException($"Response did not arrive on time in {_limit} for message: {call.Name} of {call.Target}.");
        using (Detached.Enter())
            _ = Task.Factory.StartNew(() => call.Reject(reason), CancellationToken.None, TaskCreationOptions.None, _scheduler);
    }
}
