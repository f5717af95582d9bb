using Orleans.Runtime;

namespace Orleans.Streams;

/// <summary>One subscription.</summary>
#pragma warning disable CA1067 // The implementation overrides Equals(object).
public abstract class StreamSubscriptionHandle<T> : IEquatable<StreamSubscriptionHandle<T>?>
#pragma warning restore CA1067
{
    public abstract StreamId StreamId { get; }

    public abstract string ProviderName { get; }

    public abstract Guid HandleId { get; }

    /// <summary>Ends the subscription; what is still queued is dropped.</summary>
    public abstract Task UnsubscribeAsync();

    /// <summary>Replaces the observer. A grain does this in <c>OnActivateAsync</c>: subscriptions outlive activations, observers do not.</summary>
    public abstract Task<StreamSubscriptionHandle<T>> ResumeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token = null);

    public abstract bool Equals(StreamSubscriptionHandle<T>? other);
}
