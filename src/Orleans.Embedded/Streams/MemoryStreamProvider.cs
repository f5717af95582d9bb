using System.Collections.Concurrent;
using Orleans.Runtime;
using Orleans.Streams;

namespace Orleans.Embedded;

/// <summary>Streams in memory. A stream takes memory only while it has subscribers; an event without any is dropped.</summary>
internal sealed class MemoryStreamProvider(string name, EmbeddedSilo silo) : IStreamProvider
{
    private readonly ConcurrentDictionary<StreamId, StreamTopic> _topics = new();
    private readonly Lock _gate = new();
    private long _events;
    private int _subscriptions;

    public string Name => name;

    public bool IsRewindable => false;

    public EmbeddedSilo Silo => silo;

    public IAsyncStream<T> GetStream<T>(StreamId streamId) => new MemoryStream<T>(this, streamId);

    public void Publish(StreamId streamId, StreamEventKind kind, IEnumerable<object?> payloads)
    {
        if (!_topics.TryGetValue(streamId, out var topic))
            return;

        var sequenceNumber = Interlocked.Increment(ref _events);
        var index = 0;
        lock (topic)
        {
            foreach (var payload in payloads)
                topic.Publish(new(kind, payload, new(sequenceNumber, index++)));
        }
    }

    public StreamSubscription<T> Subscribe<T>(StreamId streamId, IAsyncObserver<T> observer)
    {
        lock (_gate)
        {
            // A counter instead of a random id, so that a simulation sees the same ids in every run.
            var id = new Guid(++_subscriptions, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
            var subscription = new StreamSubscription<T>(this, streamId, id, observer);
            var topic = _topics.GetOrAdd(streamId, static _ => new StreamTopic());
            lock (topic)
                topic.Add(subscription);
            return subscription;
        }
    }

    public void Unsubscribe(StreamId streamId, StreamSubscription subscription)
    {
        subscription.Close();
        lock (_gate)
        {
            if (!_topics.TryGetValue(streamId, out var topic))
                return;
            lock (topic)
                topic.Remove(subscription);
            if (topic.Subscriptions.Length == 0)
                _topics.TryRemove(streamId, out _);
        }
    }

    /// <summary>The subscriptions of the grain, or of the outside code, that asks.</summary>
    public IEnumerable<StreamSubscription<T>> OfCaller<T>(StreamId streamId)
    {
        var caller = RuntimeContext.Current?.GrainId;
        return _topics.TryGetValue(streamId, out var topic)
            ? topic.Subscriptions.OfType<StreamSubscription<T>>().Where(subscription => subscription.Subscriber == caller)
            : [];
    }
}
