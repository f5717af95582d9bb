using System.Collections.Immutable;

namespace Orleans.Embedded;

/// <summary>The subscriptions of one stream. Its lock makes all of them see the events in the same order.</summary>
internal sealed class StreamTopic
{
    private ImmutableArray<StreamSubscription> _subscriptions = [];

    public ImmutableArray<StreamSubscription> Subscriptions => _subscriptions;

    public void Add(StreamSubscription subscription) => _subscriptions = _subscriptions.Add(subscription);

    public void Remove(StreamSubscription subscription) => _subscriptions = _subscriptions.Remove(subscription);

    public void Publish(StreamEvent streamEvent)
    {
        foreach (var subscription in _subscriptions)
            subscription.Enqueue(streamEvent);
    }
}
