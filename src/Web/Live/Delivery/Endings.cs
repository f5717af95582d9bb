using Microsoft.Extensions.Options;

namespace ContentPages.Web.Live.Delivery;

/// <summary>
/// Ends connections that are dropped, a few at a time, first come first served: an end costs as much as a hundred deliveries, and those who have
/// stalled together are dropped together. Who waits here takes nothing and keeps nothing any more. Bounded by the connections, each of which is
/// in it once; n of them are over little more than n / <see cref="DeliveryOptions.MaxDropsPerSecond"/> seconds later.
/// </summary>
internal sealed class Endings : IDisposable
{
    /// <summary>Ticks in a second, at most: what is done in one delays nobody by more than it takes, so there had better be little of it.</summary>
    private const int MostTicks = 100;

    private readonly int _perTick;
    private readonly TimeSpan _tick;
    private readonly Lock _gate = new();
    private readonly Queue<Outlet> _waiting = new();
    private readonly ITimer _timer;
    private bool _isTicking;

    public Endings(IOptions<DeliveryOptions> options, TimeProvider clock)
    {
        var perSecond = options.Value.MaxDropsPerSecond;
        _perTick = Math.Max(1, perSecond / MostTicks);
        _tick = TimeSpan.FromSeconds((double)_perTick / perSecond);
        _timer = clock.CreateTimer(static endings => ((Endings)endings!).OnTick(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Drops who has not taken anything for too long, and who has stalled first goes first.</summary>
    public static void DropStalled(IEnumerable<Outlet> outlets)
    {
        List<(long Since, Outlet Outlet)>? stalled = null;
        foreach (var outlet in outlets)
            if (outlet.StalledSince is { } since) (stalled ??= []).Add((since, outlet));
        if (stalled is null) return;
        stalled.Sort(static (one, other) => one.Since.CompareTo(other.Since));
        foreach (var (_, outlet) in stalled) outlet.DropIfStalled();
    }

    public void Add(Outlet outlet)
    {
        lock (_gate)
        {
            _waiting.Enqueue(outlet);
            if (!_isTicking) Plan();
        }
    }

    public void Dispose() => _timer.Dispose();

    private void OnTick()
    {
        for (var left = _perTick; left > 0 && Take() is { } outlet;)
            // Who has gone meanwhile costs nothing.
            if (outlet.EndNow()) left--;
        lock (_gate)
        {
            _isTicking = false;
            if (_waiting.Count > 0) Plan();
            else _waiting.TrimExcess();
        }
    }

    private Outlet? Take()
    {
        lock (_gate) return _waiting.TryDequeue(out var outlet) ? outlet : null;
    }

    // Once each, so that a tick that comes late is not followed by another at once.
    private void Plan()
    {
        _isTicking = true;
        _timer.Change(_tick, Timeout.InfiniteTimeSpan);
    }
}
