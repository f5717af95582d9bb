namespace ContentPages.Simulation.World;

/// <summary>Calls into processes that have not come back.</summary>
internal sealed class Calls
{
    private readonly Dictionary<long, (string What, TimeSpan At)> _open = [];
    private long _made;

    public int Open => _open.Count;

    public long Begin(string what, TimeSpan at)
    {
        _open[++_made] = (what, at);
        return _made;
    }

    public TimeSpan End(long call, TimeSpan at)
    {
        _open.Remove(call, out var begun);
        return at - begun.At;
    }

    public string? Oldest() => _open.Count == 0 ? null : _open.Values.MinBy(c => c.At) is var (what, at) ? $"{what}, begun at {at.TotalSeconds:F3}" : null;
}
