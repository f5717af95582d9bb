using System.Collections.Concurrent;

namespace ContentPages.Backends.Local.Streams.Browser;

/// <summary>
/// Streams whose browser makes H.264 with too few keyframes to pass on; its picture is made anew from the next connection on. Remembers 1000 streams; beyond
/// that none is added, whose viewers then wait longer for their first frame.
/// </summary>
internal sealed class RareKeyframes
{
    /// <summary>Seconds between keyframes above which viewers would wait too long for the first picture.</summary>
    public const double Most = 6;

    private const int Capacity = 1000;
    private readonly ConcurrentDictionary<string, bool> _streams = new(StringComparer.Ordinal);

    public bool Of(string streamId) => _streams.ContainsKey(streamId);

    public void Add(string streamId)
    {
        if (_streams.Count < Capacity) _streams[streamId] = true;
    }
}
