using Orleans.Runtime;
using Orleans.Streams;

namespace Orleans.Embedded;

/// <summary>A subscription to events of one type. A grain's observer lives in its activation, an outside one here.</summary>
internal sealed class StreamSubscription<T> : StreamSubscription
{
    private IAsyncObserver<T>? _outside;

    public StreamSubscription(MemoryStreamProvider provider, StreamId streamId, Guid id, IAsyncObserver<T> observer)
        : base(provider, streamId, id) => Observe(observer);

    public void Observe(IAsyncObserver<T> observer)
    {
        if (Subscriber is null)
            Volatile.Write(ref _outside, observer);
        else if (RuntimeContext.Current is { } activation && activation.GrainId == Subscriber)
            activation.StreamObservers[Id] = observer;
        else
            throw new InvalidOperationException($"The subscription belongs to {Subscriber}; only that grain can resume it.");
    }

    protected override Task DeliverAsync(StreamEvent streamEvent)
    {
        if (Subscriber is not { } grainId)
            return streamEvent.DeliverTo(Volatile.Read(ref _outside)!);

        var delivery = new StreamDelivery<T>(Id, StreamId, streamEvent);
        Silo.Send(grainId, delivery);
        return delivery.Done;
    }
}
