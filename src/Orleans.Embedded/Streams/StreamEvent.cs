using Orleans.Streams;

namespace Orleans.Embedded;

/// <summary>What travels to a subscriber: an item, an error, or the end.</summary>
internal readonly record struct StreamEvent(StreamEventKind Kind, object? Payload, SequenceToken? Token)
{
    public Task DeliverTo<T>(IAsyncObserver<T> observer) => Kind switch
    {
        StreamEventKind.Item => observer.OnNextAsync((T)Payload!, Token),
        StreamEventKind.Error => observer.OnErrorAsync((Exception)Payload!),
        StreamEventKind.End => observer.OnCompletedAsync(),
    };
}

internal enum StreamEventKind
{
    Item,
    Error,
    End,
}
