using ContentPages.Web.Live;

namespace ContentPages.Web.Tests.Live;

public sealed class LatestSendsTests : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    [Fact]
    public async Task Run_WaitsForNoSend()
    {
        using var sent = new SemaphoreSlim(0);
        var never = new TaskCompletionSource();
        using var sends = new LatestSends<string>(10, key => key, change =>
        {
            sent.Release();
            return change is "slow" ? never.Task : Task.CompletedTask;
        }, (_, _) => { });
        _ = sends.Run(_stop.Token);

        sends.Put("slow");
        await sent.WaitAsync(Patience);
        sends.Put("fast");
        Assert.True(await sent.WaitAsync(Patience));
    }

    [Fact]
    public async Task Put_WhileSixteenSendsOfAKeyHaveNotEnded_KeepsTheLatestBack()
    {
        var sent = new List<int>();
        var gates = new Queue<TaskCompletionSource>();
        using var taken = new SemaphoreSlim(0);
        using var sends = new LatestSends<Tuple<int>>(10, _ => "key", change =>
        {
            sent.Add(change.Item1);
            gates.Enqueue(new TaskCompletionSource());
            taken.Release();
            return gates.Last().Task;
        }, (_, _) => { });
        _ = sends.Run(_stop.Token);
        for (var i = 1; i <= 16; i++)
        {
            sends.Put(new(i));
            Assert.True(await taken.WaitAsync(Patience));
        }

        sends.Put(new(17));
        sends.Put(new(18));
        gates.Dequeue().SetResult();
        Assert.True(await taken.WaitAsync(Patience));

        Assert.Equal([.. Enumerable.Range(1, 16), 18], sent);
    }

    [Fact]
    public async Task AFailedSend_IsToldAndStopsNothing()
    {
        using var failed = new SemaphoreSlim(0);
        string? key = null;
        using var sends = new LatestSends<string>(10, change => change, _ => throw new IOException("Gone."), (_, of) =>
        {
            key = of;
            failed.Release();
        });
        _ = sends.Run(_stop.Token);

        sends.Put("a");
        Assert.True(await failed.WaitAsync(Patience));
        Assert.Equal("a", key);
        sends.Put("b");
        Assert.True(await failed.WaitAsync(Patience));
        Assert.Equal("b", key);
    }

    public void Dispose()
    {
        _stop.Cancel();
        _stop.Dispose();
    }

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
}
