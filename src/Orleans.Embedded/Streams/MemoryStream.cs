using Orleans.Runtime;
using Orleans.Streams;

namespace Orleans.Embedded;

/// <summary>A handle to one stream.</summary>
internal sealed class MemoryStream<T>(MemoryStreamProvider provider, StreamId streamId) : IAsyncStream<T>
{
    public bool IsRewindable => false;

    public string ProviderName => provider.Name;

    public StreamId StreamId => streamId;

    public Task OnNextAsync(T item, StreamSequenceToken? token = null) => Publish(StreamEventKind.Item, [item]);

    public Task OnNextBatchAsync(IEnumerable<T> batch, StreamSequenceToken? token = null) =>
        Publish(StreamEventKind.Item, batch.Select(item => (object?)item).ToList());

    public Task OnErrorAsync(Exception ex) => Publish(StreamEventKind.Error, [ex]);

    public Task OnCompletedAsync() => Publish(StreamEventKind.End, [null]);

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer)
    {
        ArgumentNullException.ThrowIfNull(observer);
        return Task.FromResult<StreamSubscriptionHandle<T>>(new MemoryStreamHandle<T>(provider, provider.Subscribe(streamId, observer)));
    }

    public Task<StreamSubscriptionHandle<T>> SubscribeAsync(
        IAsyncObserver<T> observer, StreamSequenceToken? token, string? filterData = null)
        => token is null && filterData is null
            ? SubscribeAsync(observer)
            : throw new ArgumentException("Memory streams can neither be rewound nor filtered.", nameof(token));

    public Task<IList<StreamSubscriptionHandle<T>>> GetAllSubscriptionHandles() => Task.FromResult<IList<StreamSubscriptionHandle<T>>>(
        [.. provider.OfCaller<T>(streamId).Select(subscription => new MemoryStreamHandle<T>(provider, subscription))]);

    public bool Equals(IAsyncStream<T>? other) =>
        other is not null && other.StreamId == streamId && string.Equals(other.ProviderName, ProviderName, StringComparison.Ordinal);

    public override bool Equals(object? obj) => Equals(obj as IAsyncStream<T>);

    public override int GetHashCode() => streamId.GetHashCode();

    private Task Publish(StreamEventKind kind, IEnumerable<object?> payloads)
    {
        provider.Publish(streamId, kind, payloads);
        return Task.CompletedTask;
    }
}
