using System.Buffers.Text;
using System.Globalization;

namespace ContentPages.Bench.Chat.Driver;

/// <summary>What was posted into a room and what has come of it.</summary>
/// <param name="isNumbered">Whether its messages have numbers.</param>
internal sealed class Room(int number, bool isNumbered)
{
    private const string Words = "That second chorus, with the whole choir: I had goosebumps all over, and the rain did not matter";

    private readonly List<long> _due = [];
    private readonly List<long> _numberOf = [];
    private readonly List<int> _postOf = [];
    private long _first;

    public int Number => number;

    /// <summary>Who must get what is posted.</summary>
    public int Viewers { get; set; }

    public int Posted => _due.Count;

    /// <summary>The newest number that anybody was told.</summary>
    public long? Newest { get; private set; }

    public void JoinedAt(long newest)
    {
        if (Newest is null) _first = newest + 1;
        Newest = Math.Max(Newest ?? 0, newest);
    }

    /// <returns>The text of one more post, which says which one it is.</returns>
    public string Post(long due)
    {
        _due.Add(due);
        _numberOf.Add(0);
        return string.Create(CultureInfo.InvariantCulture, $"@@{number:0000}:{_due.Count - 1:00000000} {Words}");
    }

    /// <returns>When the post was due.</returns>
    public long Acknowledge(int post, long itsNumber)
    {
        _numberOf[post] = itsNumber;
        Newest = Math.Max(Newest ?? 0, itsNumber);
        return _due[post];
    }

    /// <summary>Takes the messages out of a record; each must be the next for this viewer, and the same for all.</summary>
    /// <returns>How many came, and how many were left out between them.</returns>
    public (int Came, long Missed) Deliver(Viewer viewer, ReadOnlySpan<byte> record, long now, Latencies delay)
    {
        var (came, missed) = (0, 0L);
        while (true)
        {
            var seq = 0L;
            if (isNumbered)
            {
                var numbered = record.IndexOf("{\"seq\":"u8);
                if (numbered < 0) return (came, missed);
                record = record[(numbered + 7)..];
                seq = Digits(record);
            }

            var mark = record.IndexOf("@@"u8);
            if (mark < 0) return (came, missed);
            var post = Post(record[(mark + 2)..]);
            record = record[(mark + 15)..];
            if (isNumbered) missed += Check(viewer, seq, post);
            delay.Add(now - _due[post]);
            came++;
        }
    }

    /// <exception cref="BenchException">Something was not acknowledged, or was delivered as something else.</exception>
    public void DemandAll()
    {
        for (var post = 0; post < _due.Count; post++)
        {
            if (_numberOf[post] == 0) throw new BenchException($"Post {post} of room {number} was not acknowledged.");
            if (isNumbered && _postOf[(int)(_numberOf[post] - _first)] != post)
                throw new BenchException($"Post {post} of room {number} was acknowledged as number {_numberOf[post]}, which is another message.");
        }
    }

    private int Post(ReadOnlySpan<byte> mark)
    {
        if (Digits(mark[..4]) != number) throw new BenchException($"A message of another room came to room {number}.");
        return (int)Digits(mark.Slice(5, 8));
    }

    private static long Digits(ReadOnlySpan<byte> text) =>
        Utf8Parser.TryParse(text, out long value, out _) ? value : throw new BenchException("A message has no number.");

    private long Check(Viewer viewer, long seq, int post)
    {
        if (seq < viewer.Next) throw new BenchException($"Number {seq} came to viewer {viewer.Number} when {viewer.Next} was the next.");
        var missed = seq - viewer.Next;
        viewer.Next = seq + 1;
        var place = (int)(seq - _first);
        while (_postOf.Count <= place) _postOf.Add(-1);
        if (_postOf[place] == -1) _postOf[place] = post;
        if (_postOf[place] != post) throw new BenchException($"Number {seq} is not the same message for everybody.");
        Newest = Math.Max(Newest ?? 0, seq);
        return missed;
    }
}
