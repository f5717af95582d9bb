using System.Threading.Channels;
using ContentPages.Chat;
using ContentPages.Web.Chat;

namespace ContentPages.Web.Tests.Chat;

public sealed class RoomSendsTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly CancellationTokenSource _stop = new();
    private readonly Channel<ChatBatch> _sent = Channel.CreateUnbounded<ChatBatch>();
    private int _dropped;

    [Fact]
    public async Task Run_WaitsForNoSend()
    {
        var never = new TaskCompletionSource();
        var sends = Run(10, batch => batch.StreamId is "slow" ? never.Task : Task.CompletedTask);

        sends.Put(Batches.Of(1, "slow"));
        sends.Put(Batches.Of(2, "slow"));
        sends.Put(Batches.Of(1, "fast"));

        Assert.Equal([("slow", 1), ("slow", 2), ("fast", 1)], await Sent(3));
    }

    [Fact]
    public async Task Put_WhileSixteenSendsOfARoomHaveNotEnded_QueuesAndThenLeavesAGap()
    {
        var gate = new TaskCompletionSource();
        var sends = Run(2, batch => batch.StreamId is "room" ? gate.Task : Task.CompletedTask);
        for (var seq = 1; seq <= 16; seq++)
        {
            sends.Put(Batches.Of(seq));
            Assert.Equal([("room", seq)], await Sent(1));
        }

        for (var seq = 17; seq <= 20; seq++) sends.Put(Batches.Of(seq));
        sends.Put(Batches.Of(1, "other"));
        Assert.Equal([("other", 1)], await Sent(1));
        Assert.Equal(2, _dropped);

        gate.SetResult();
        Assert.Equal([("room", 17), ("room", 18), ("room", 21)], await Sent(3));
        sends.Put(Batches.Of(21));
        Assert.Equal([("room", 21)], await Sent(1));
    }

    [Fact]
    public async Task AFailedSend_IsToldAndStopsNothing()
    {
        var failed = Channel.CreateUnbounded<string>();
        var sends = new RoomSends(10, _ => throw new IOException("Gone."), (_, id) => failed.Writer.TryWrite(id), () => { });
        _ = sends.Run(_stop.Token);

        foreach (var id in new[] { "a", "b" })
        {
            sends.Put(Batches.Of(1, id));
            Assert.Equal(id, await failed.Reader.ReadAsync(_stop.Token).AsTask().WaitAsync(Patience));
        }
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private RoomSends Run(int capacity, Func<ChatBatch, Task> send)
    {
        var sends = new RoomSends(capacity, batch =>
        {
            _sent.Writer.TryWrite(batch);
            return send(batch);
        }, (_, _) => { }, () => Interlocked.Increment(ref _dropped));
        _ = sends.Run(_stop.Token);
        return sends;
    }

    private async Task<List<(string, long)>> Sent(int count)
    {
        var all = new List<(string, long)>();
        while (all.Count < count)
        {
            var batch = await _sent.Reader.ReadAsync(_stop.Token).AsTask().WaitAsync(Patience);
            all.Add((batch.StreamId, batch.From));
        }

        return all;
    }
}
