using System.Text;

namespace ContentPages.Backends.Local.Streams.Packaging.Output;

/// <summary>
/// The finished segments of a playlist and their lines, which are only ever appended to: snapshots share the bytes. One writer.
/// </summary>
internal sealed class SegmentLog
{
    private readonly List<ListedSegment> _segments = [];
    private readonly List<int> _starts = [0];
    private int _first;

    /// <summary>The lines. What a snapshot has seen of them is never changed.</summary>
    public byte[] Bytes { get; private set; } = new byte[4096];

    public int Count => _segments.Count - _first;

    /// <summary>Breaks that are no longer listed.</summary>
    public long BreaksBefore { get; private set; }

    public ListedSegment? Last => _segments.Count > 0 ? _segments[^1] : null;

    public IReadOnlyList<ListedSegment> All => _segments;

    /// <param name="index">0 for the first that is listed.</param>
    public ListedSegment this[int index] => _segments[_first + index];

    /// <summary>The initialization before a segment, or null for the first of all.</summary>
    public InitFile? InitBefore(int index) => _first + index > 0 ? _segments[_first + index - 1].Init : null;

    /// <summary>Where the lines of a segment start; of the one after the last, where they end.</summary>
    public int StartOf(int index) => _starts[_first + index];

    /// <returns>Its lines.</returns>
    public string Append(ListedSegment segment)
    {
        var text = new StringBuilder().SegmentHead(segment, Last?.Init).SegmentTail(segment).ToString();
        var end = _starts[^1] + text.Length;
        if (end > Bytes.Length)
        {
            var larger = new byte[Math.Max(end, Bytes.Length * 2)];
            Bytes.AsSpan(0, _starts[^1]).CopyTo(larger);
            Bytes = larger;
        }

        Encoding.ASCII.GetBytes(text, Bytes.AsSpan(_starts[^1]));
        _segments.Add(segment);
        _starts.Add(end);
        return text;
    }

    /// <summary>Lists only the last ones any more.</summary>
    public void Keep(int count)
    {
        while (Count > count)
        {
            if (_segments[_first].Break) BreaksBefore++;
            _first++;
        }

        const int WorthIt = 64;
        if (_first <= WorthIt || _first < Count) return;
        // One that is not listed stays, for the initialization before the first.
        var gone = _first - 1;
        var (from, to) = (_starts[gone], _starts[^1]);
        Bytes = Bytes.AsSpan(from, to - from).ToArray();
        _segments.RemoveRange(0, gone);
        _starts.RemoveRange(0, gone);
        for (var index = 0; index < _starts.Count; index++) _starts[index] -= from;
        _first = 1;
    }
}
