using System.Text;
using ContentPages.Backends.Local.Events;
using ContentPages.Events;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace ContentPages.Backends.Tests.Events;

public sealed class LocalEventQueueTests : IDisposable
{
    private readonly FakeTimeProvider _clock = new();
    private readonly LocalEventQueue _queue;
    private readonly CancellationToken _cancel = TestContext.Current.CancellationToken;

    public LocalEventQueueTests() => _queue = new LocalEventQueue(_clock, NullLogger<LocalEventQueue>.Instance);

    public void Dispose() => _queue.Dispose();

    [Fact]
    public async Task Receive_AnswersInOrderUpToTen()
    {
        for (var i = 0; i < 12; i++) Publish($"{i}");

        Assert.Equal(Enumerable.Range(0, 10).Select(i => $"{i}"), (await _queue.Receive(_cancel)).Select(Text));
        Assert.Equal(["10", "11"], (await _queue.Receive(_cancel)).Select(Text));
    }

    [Fact]
    public async Task Receive_WhileEmpty_WaitsForTheNextEvent()
    {
        var receive = _queue.Receive(_cancel);
        Assert.False(receive.IsCompleted);

        Publish("late");

        Assert.Equal("late", Text(Assert.Single(await receive)));
    }

    [Fact]
    public async Task Receive_Cancelled_Throws()
    {
        using var stop = new CancellationTokenSource();
        var receive = _queue.Receive(stop.Token);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => receive);
    }

    [Fact]
    public async Task Complete_TheEventNeverComesAgain()
    {
        Publish("once");
        await _queue.Complete(await Next(), _cancel);

        _clock.Advance(TimeSpan.FromHours(1));

        Assert.Equal(0, await _queue.Depth(_cancel));
        Assert.False(_queue.Receive(_cancel).IsCompleted);
    }

    [Fact]
    public async Task Abandon_ComesAgainAfterGrowingDelaysAndEndsAfterFiveDeliveries()
    {
        Publish("hard");
        var queued = await Next();
        foreach (var (delivery, delay) in new[] { (1, 1), (2, 4), (3, 16), (4, 64) })
        {
            Assert.Equal(delivery, queued.Deliveries);
            await _queue.Abandon(queued, _cancel);
            Assert.Equal(1, await _queue.Depth(_cancel));
            var again = _queue.Receive(_cancel);
            _clock.Advance(TimeSpan.FromSeconds(delay) - TimeSpan.FromMilliseconds(1));
            Assert.False(again.IsCompleted);
            _clock.Advance(TimeSpan.FromMilliseconds(1));
            queued = Assert.Single(await again);
        }

        Assert.Equal(("hard", 5), (Text(queued), queued.Deliveries));
    }

    [Fact]
    public async Task Abandon_AfterTheFifthDelivery_IsADeadLetter()
    {
        Publish("hopeless");
        for (var delivery = 1; delivery <= LocalEventQueue.MaxDeliveries; delivery++)
        {
            await _queue.Abandon(await Next(), _cancel);
            _clock.Advance(TimeSpan.FromMinutes(5));
        }

        Assert.Equal(0, await _queue.Depth(_cancel));
        Assert.False(_queue.Receive(_cancel).IsCompleted);
    }

    [Fact]
    public async Task Receive_NeitherCompletedNorAbandoned_ComesAgain()
    {
        Publish("forgotten");
        var first = await Next();

        _clock.Advance(LocalEventQueue.Visibility);
        _clock.Advance(TimeSpan.FromSeconds(1));

        var second = await Next();
        Assert.Equal(("forgotten", 2), (Text(second), second.Deliveries));
        await _queue.Complete(first, _cancel);
        await _queue.Abandon(second, _cancel);
        Assert.Equal(1, await _queue.Depth(_cancel));
    }

    [Fact]
    public async Task TryPublish_IntoAFullQueue_DropsTheOldest()
    {
        for (var i = 0; i < LocalEventQueue.Capacity; i++) Assert.True(Publish($"{i}"));

        Assert.False(Publish("newest"));

        Assert.Equal(LocalEventQueue.Capacity, await _queue.Depth(_cancel));
        Assert.Equal("1", Text((await _queue.Receive(_cancel))[0]));
    }

    private async Task<QueuedEvent> Next() => Assert.Single(await _queue.Receive(_cancel));

    private bool Publish(string text) => _queue.TryPublish(Encoding.UTF8.GetBytes(text));

    private static string Text(QueuedEvent queued) => Encoding.UTF8.GetString(queued.Body.Span);
}
