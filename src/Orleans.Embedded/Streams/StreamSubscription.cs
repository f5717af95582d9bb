using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>A bounded queue of events and the loop that delivers them, one at a time, so that a slow or failing subscriber delays only itself.</summary>
internal abstract partial class StreamSubscription(MemoryStreamProvider provider, StreamId streamId, Guid id)
{
    /// <summary>Waits between attempts to deliver one event; after the last it is given up.</summary>
    private static readonly TimeSpan[] RetryDelays =
        [TimeSpan.FromMilliseconds(100), TimeSpan.FromMilliseconds(400), TimeSpan.FromMilliseconds(1_600)];

    private readonly Queue<StreamEvent> _queue = new();
    private bool _isDelivering;
    private bool _isClosed;
    private long _dropped;

    public StreamId StreamId => streamId;

    public Guid Id => id;

    /// <summary>The grain that subscribed; null for outside code.</summary>
    public GrainId? Subscriber { get; } = RuntimeContext.Current?.GrainId;

    protected EmbeddedSilo Silo => provider.Silo;

    public void Enqueue(StreamEvent streamEvent)
    {
        lock (_queue)
        {
            if (_isClosed || !MakeRoom())
                return;
            _queue.Enqueue(streamEvent);
            if (_isDelivering)
                return;
            _isDelivering = true;
        }

        using (Detached.Enter())
            _ = Task.Factory.StartNew(DeliverAllAsync, CancellationToken.None, TaskCreationOptions.None, Silo.Options.TaskScheduler);
    }

    public void Close()
    {
        lock (_queue)
        {
            _isClosed = true;
            _queue.Clear();
        }
    }

    protected abstract Task DeliverAsync(StreamEvent streamEvent);

    /// <summary>Applies the overflow policy; false if the new event is the one to drop.</summary>
    private bool MakeRoom()
    {
        if (_queue.Count < Silo.Options.StreamQueueCapacity)
            return true;
        if (_dropped++ == 0)
            LogOverflow(Silo.Log, Subscriber?.ToString() ?? "client", streamId, Silo.Options.StreamQueueCapacity, Silo.Options.StreamOverflow);
        if (Silo.Options.StreamOverflow == StreamOverflow.DropNewest)
            return false;
        _queue.Dequeue();
        return true;
    }

    private async Task DeliverAllAsync()
    {
        while (TryTake(out var streamEvent))
            await DeliverWithRetriesAsync(streamEvent);
    }

    private bool TryTake(out StreamEvent streamEvent)
    {
        lock (_queue)
        {
            if (_queue.TryDequeue(out streamEvent))
                return true;
            _isDelivering = false;
            if (_dropped > 0)
                LogCaughtUp(Silo.Log, Subscriber?.ToString() ?? "client", streamId, _dropped);
            _dropped = 0;
            return false;
        }
    }

    private async Task DeliverWithRetriesAsync(StreamEvent streamEvent)
    {
        for (var attempt = 0; !_isClosed && Silo.IsRunning; attempt++)
        {
            try
            {
                await DeliverAsync(streamEvent);
                return;
            }
#pragma warning disable CA1031 // A subscriber may throw anything, and must not stop the others.
            catch (Exception e)
#pragma warning restore CA1031
            {
                if (attempt == RetryDelays.Length)
                {
                    LogGivenUp(Silo.Log, e, Subscriber?.ToString() ?? "client", streamId, attempt + 1);
                    return;
                }

                LogRetry(Silo.Log, e, Subscriber?.ToString() ?? "client", streamId, RetryDelays[attempt]);
            }

            await Task.Delay(RetryDelays[attempt], Silo.Time);
        }
    }
}
