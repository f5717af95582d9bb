namespace ContentPages.Grains.Streams;

/// <summary>Viewers by web node. A node that died stops counting by itself. Not stored: nodes report again within seconds.</summary>
public sealed class ViewerTally
{
    /// <summary>A node tells its number about once a second; this many lost in a row are a dead node.</summary>
    public static readonly TimeSpan Expiry = TimeSpan.FromSeconds(10);

    /// <summary>Watchers are told a new number at most this often.</summary>
    public static readonly TimeSpan Pace = TimeSpan.FromSeconds(1);

    /// <summary>Overflow policy: the node that was heard of longest ago is dropped.</summary>
    public const int MostNodes = 1_000;

    private readonly Dictionary<string, (int Viewers, DateTimeOffset HeardAt)> _nodes = new(StringComparer.Ordinal);
    private DateTimeOffset _toldAt = DateTimeOffset.MinValue;

    public bool IsEmpty => _nodes.Count == 0;

    public void Report(string nodeId, int viewers, DateTimeOffset now)
    {
        if (_nodes.Count >= MostNodes && !_nodes.ContainsKey(nodeId)) _nodes.Remove(_nodes.MinBy(n => n.Value.HeardAt).Key);
        _nodes[nodeId] = (Math.Max(0, viewers), now);
    }

    /// <summary>The sum over the nodes that are alive.</summary>
    public int Count(DateTimeOffset now)
    {
        foreach (var (node, entry) in _nodes)
            if (now - entry.HeardAt >= Expiry) _nodes.Remove(node);
        return (int)Math.Min(_nodes.Values.Sum(n => (long)n.Viewers), int.MaxValue);
    }

    /// <summary>The number to tell, or null when it is the one shown already, or the last one was told a moment ago.</summary>
    public int? Next(int shown, DateTimeOffset now)
    {
        if (now - _toldAt < Pace || Count(now) is var count && count == shown) return null;
        _toldAt = now;
        return count;
    }

    public void Clear() => _nodes.Clear();
}
