using Microsoft.Extensions.Options;

namespace ContentPages.Web.Live.Delivery;

/// <summary>
/// Flushes the groups of its connections. A group that was quiet is flushed at once; what comes while it is flushed, or soon after, is joined into
/// one frame for its next flush. It runs on the thread pool while there is something to do, one round at a time.
/// </summary>
internal sealed class Pump : IThreadPoolWorkItem, IDisposable
{
    private const long Never = long.MaxValue;
    private readonly DeliveryMetrics _metrics;
    private readonly TimeProvider _clock;
    private readonly int _maxBytesOfGroup;
    private readonly byte[] _gap;
    private readonly long _ticksPerMember;
    private readonly long _maxTicks;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Group> _groups = new(StringComparer.Ordinal);
    private readonly List<Group> _waiting = [];
    private readonly ITimer _timer;
    private long _timerAt = Never;
    private bool _isAwake;

    // Only the round that runs uses these.
    private readonly List<Group> _due = [];
    private Outlet[] _members = new Outlet[64];

    public Pump(Invocations invocations, DeliveryMetrics metrics, IOptions<DeliveryOptions> options, TimeProvider clock)
    {
        (_metrics, _clock, _maxBytesOfGroup) = (metrics, clock, options.Value.MaxWaitingBytesOfGroup);
        _gap = invocations.Write("gap", []).ToArray();
        _ticksPerMember = clock.TimestampFrequency * options.Value.MicrosecondsBetweenFlushesPerMember / 1_000_000;
        _maxTicks = clock.TimestampFrequency * options.Value.MaxMillisecondsBetweenFlushes / 1_000;
        _timer = clock.CreateTimer(static pump => ((Pump)pump!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Add(string name, Outlet outlet)
    {
        lock (_gate)
        {
            foreach (var held in outlet.Groups)
                if (held.Name == name) return;
            if (!_groups.TryGetValue(name, out var group)) _groups[name] = group = new(name);
            group.Add(outlet);
            outlet.Groups.Add(group);
        }
    }

    public void Remove(string name, Outlet outlet)
    {
        lock (_gate)
        {
            var index = outlet.Groups.FindIndex(group => group.Name == name);
            if (index < 0) return;
            Leave(outlet.Groups[index], outlet);
            outlet.Groups.RemoveAt(index);
        }
    }

    public void RemoveFromAll(Outlet outlet)
    {
        lock (_gate)
        {
            foreach (var group in outlet.Groups) Leave(group, outlet);
            outlet.Groups.Clear();
        }
    }

    /// <summary>Only enqueues.</summary>
    public void Send(string name, ReadOnlySpan<byte> record)
    {
        lock (_gate)
        {
            if (!_groups.TryGetValue(name, out var group)) return;
            if (group.Messages == 0)
            {
                _waiting.Add(group);
                Plan(DueAt(group));
            }

            if (group.TryAppend(record, _maxBytesOfGroup)) return;
            group.Forget();
            group.TryAppend(_gap, _maxBytesOfGroup);
        }
    }

    public void CopyMembers(string name, List<Outlet> into)
    {
        lock (_gate)
        {
            if (_groups.TryGetValue(name, out var group)) group.CopyTo(into);
        }
    }

    void IThreadPoolWorkItem.Execute()
    {
        TakeDue();
        foreach (var group in _due) Flush(group);
        _due.Clear();
        Rest();
    }

    public void Dispose() => _timer.Dispose();

    private void Leave(Group group, Outlet outlet)
    {
        group.Remove(outlet);
        if (group.Members > 0) return;
        _groups.Remove(group.Name);
        group.Forget();
        _waiting.Remove(group);
    }

    private void TakeDue()
    {
        lock (_gate)
        {
            var now = _clock.GetTimestamp();
            foreach (var group in _waiting)
                if (DueAt(group) <= now) _due.Add(group);
            if (_due.Count > 0) _waiting.RemoveAll(group => DueAt(group) <= now);
        }
    }

    private void Flush(Group group)
    {
        Frame frame;
        int messages, members;
        lock (_gate)
        {
            // All have left since.
            if (group.Members == 0) return;
            members = group.Members;
            (frame, messages) = group.Take(ref _members, _clock.GetTimestamp());
        }

        var takers = 0;
        foreach (var member in _members.AsSpan(0, members))
            if (member.Post(frame)) takers++;
        Array.Clear(_members, 0, members);
        _metrics.Delivered(messages, takers);
        lock (_gate) group.Takers = takers;
    }

    // A round on its own, so that what else waits for the thread pool gets its turn.
    private void Rest()
    {
        lock (_gate)
        {
            _isAwake = false;
            var next = Never;
            foreach (var group in _waiting) next = Math.Min(next, DueAt(group));
            if (next != Never) Plan(next);
        }
    }

    private long DueAt(Group group) => group.FlushedAt + Math.Min(_maxTicks, group.Takers * _ticksPerMember);

    private void Plan(long dueAt)
    {
        if (_isAwake) return;
        var now = _clock.GetTimestamp();
        if (dueAt <= now)
        {
            Wake();
            return;
        }

        if (dueAt >= _timerAt) return;
        _timerAt = dueAt;
        var wait = TimeSpan.FromMilliseconds(Math.Ceiling(_clock.GetElapsedTime(now, dueAt).TotalMilliseconds));
        _timer.Change(wait, Timeout.InfiniteTimeSpan);
    }

    private void Wake()
    {
        _isAwake = true;
        ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            _timerAt = Never;
            if (!_isAwake && _waiting.Count > 0) Wake();
        }
    }
}
