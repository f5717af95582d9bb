namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>How often something may be started anew: <see cref="Most"/> times a minute, with pauses that grow from a quarter of a second to four.</summary>
internal sealed class RestartBudget(TimeProvider time)
{
    public const int Most = 6;
    private static readonly TimeSpan s_span = TimeSpan.FromMinutes(1);

    private readonly Queue<DateTimeOffset> _spent = new(Most);

    /// <summary>How long to wait before the start that was granted last.</summary>
    public TimeSpan Pause => TimeSpan.FromSeconds(Math.Min(4, 0.25 * Math.Pow(2, Math.Max(0, _spent.Count - 1))));

    /// <summary>False when it has been started too often of late.</summary>
    public bool TrySpend()
    {
        var now = time.GetUtcNow();
        while (_spent.Count > 0 && _spent.Peek() <= now - s_span) _spent.Dequeue();
        if (_spent.Count >= Most) return false;
        _spent.Enqueue(now);
        return true;
    }
}
