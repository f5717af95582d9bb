using System.Buffers.Text;
using System.Text;

namespace ContentPages.Bench.Chat.Driver;

/// <summary>Counts what comes to the viewers of one course.</summary>
internal sealed class Tally(IHub hub)
{
    /// <summary>Messages, once for each viewer.</summary>
    public long Came { get; private set; }

    /// <summary>Those that were left out between them.</summary>
    public long Missed { get; private set; }

    /// <summary>All that was read, with the frames.</summary>
    public long Bytes { get; set; }

    public long Acknowledged { get; private set; }

    public long Refused { get; private set; }

    public Latencies Delay { get; } = new();

    public Latencies Answer { get; } = new();

    /// <exception cref="BenchException">It cannot be right.</exception>
    public void Take(Viewer from, ReadOnlySpan<byte> record, long now)
    {
        if (record.StartsWith("{\"type\":1,\"target\":\"chat\""u8))
        {
            var (came, missed) = from.Room.Deliver(from, record, now, Delay);
            Came += came;
            Missed += missed;
        }
        else if (record.StartsWith(Answers)) TakeAnswer(from, record[Answers.Length..], now);
        else if (record.StartsWith("{\"type\":7"u8) || record.StartsWith("{\"type\":1,\"target\":\"bye\""u8) || record.StartsWith("{\"error\""u8))
            from.Leave(Encoding.UTF8.GetString(record));
    }

    private static ReadOnlySpan<byte> Answers => "{\"type\":3,\"invocationId\":\""u8;

    private void TakeAnswer(Viewer from, ReadOnlySpan<byte> answer, long now)
    {
        if (!Utf8Parser.TryParse(answer, out int post, out _)) from.Joined(hub.NewestOf(answer));
        else if (hub.NumberOf(answer) is { } number)
        {
            Acknowledged++;
            Answer.Add(now - from.Room.Acknowledge(post, number));
        }
        else Refused++;
    }
}
