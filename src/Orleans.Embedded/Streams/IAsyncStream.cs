using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>A named stream; it exists when it is used.</summary>
public interface IAsyncStream
{
    bool IsRewindable { get; }

    string ProviderName { get; }

    StreamId StreamId { get; }
}

/// <inheritdoc/>
public interface IAsyncStream<T> : IAsyncStream, IAsyncObservable<T>, IAsyncBatchProducer<T>, IEquatable<IAsyncStream<T>>
{
    /// <summary>The subscriptions of the grain, or of the outside code, that asks.</summary>
    Task<IList<StreamSubscriptionHandle<T>>> GetAllSubscriptionHandles();
}
