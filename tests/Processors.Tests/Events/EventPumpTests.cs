using System.Threading.Channels;
using ContentPages.Events;
using ContentPages.Processors.Events;
using ContentPages.Processors.Videos;
using Microsoft.Extensions.Logging.Abstractions;

namespace ContentPages.Processors.Tests.Events;

public sealed class EventPumpTests : IAsyncLifetime
{
    private readonly FakeGrains _grains = new();
    private readonly WaitingClock _clock = new(DateTimeOffset.UnixEpoch);
    private readonly ListedQueue _queue = new();
    private readonly EventPump _pump;

    public EventPumpTests() => _pump = new(
        _queue, new EventDispatcher([new MediaConvertJobHandler(_grains.Factory)], NullLogger<EventDispatcher>.Instance), _clock, NullLogger<EventPump>.Instance);

    public async ValueTask InitializeAsync() => await _pump.StartAsync(CancellationToken.None);

    public async ValueTask DisposeAsync()
    {
        await _pump.StopAsync(CancellationToken.None);
        _pump.Dispose();
    }

    [Fact]
    public async Task AHandledEvent_IsCompleted()
    {
        _queue.Deliver(("a", Sample.Job("mediaconvert-progressing").Bytes()));
        Assert.Equal("completed a", await _queue.Next());
        Assert.Single(_grains.Reports);
    }

    [Fact]
    public async Task AnEventThatNobodyCanUse_IsCompleted()
    {
        _queue.Deliver(("a", "not json"u8.ToArray()));
        Assert.Equal("completed a", await _queue.Next());
    }

    [Fact]
    public async Task AnEventWhoseGrainFails_IsAbandonedAndTheNextIsTaken()
    {
        _grains.Fault = new TimeoutException();
        _queue.Deliver(("a", Sample.Job("mediaconvert-progressing").Bytes()));
        Assert.Equal("abandoned a", await _queue.Next());

        _grains.Fault = null;
        _queue.Deliver(("a", Sample.Job("mediaconvert-progressing").Bytes()));
        Assert.Equal("completed a", await _queue.Next());
    }

    [Fact]
    public async Task OneBadEvent_DoesNotHoldUpItsBatch()
    {
        _queue.Deliver(("a", "{"u8.ToArray()), ("b", Sample.Job("mediaconvert-error").Bytes()), ("c", "[]"u8.ToArray()));
        string[] done = [await _queue.Next(), await _queue.Next(), await _queue.Next()];
        Assert.Equal(["completed a", "completed b", "completed c"], done.Order());
    }

    [Fact]
    public async Task AQueueThatFails_IsAskedAgainAfterAPause()
    {
        _queue.Fail(new IOException("away"));
        _queue.Deliver(("a", "{"u8.ToArray()));
        await _clock.AdvanceOnceAwaited(TimeSpan.FromSeconds(1));
        Assert.Equal("completed a", await _queue.Next());
    }

    /// <summary>Delivers what it is given and notes what becomes of it.</summary>
    private sealed class ListedQueue : IEventQueue
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
        private readonly Channel<object> _deliveries = Channel.CreateUnbounded<object>();
        private readonly Channel<string> _outcomes = Channel.CreateUnbounded<string>();

        public void Deliver(params (string Receipt, byte[] Body)[] events) =>
            _deliveries.Writer.TryWrite(events.Select(e => new QueuedEvent(e.Body, e.Receipt, 1)).ToList());

        public void Fail(Exception fault) => _deliveries.Writer.TryWrite(fault);

        public async Task<string> Next()
        {
            using var patience = new CancellationTokenSource(Patience);
            return await _outcomes.Reader.ReadAsync(patience.Token);
        }

        public async Task<IReadOnlyList<QueuedEvent>> Receive(CancellationToken cancel)
        {
            var next = await _deliveries.Reader.ReadAsync(cancel);
            return next is Exception fault ? throw fault : (IReadOnlyList<QueuedEvent>)next;
        }

        public Task Complete(QueuedEvent queued, CancellationToken cancel) => Note($"completed {queued.Receipt}");

        public Task Abandon(QueuedEvent queued, CancellationToken cancel) => Note($"abandoned {queued.Receipt}");

        public Task<int?> Depth(CancellationToken cancel) => Task.FromResult<int?>(null);

        private Task Note(string outcome)
        {
            _outcomes.Writer.TryWrite(outcome);
            return Task.CompletedTask;
        }
    }
}
