namespace Orleans.Streams;

/// <summary>Takes subscribers. A subscription begins with the next event and belongs to the grain, or to the outside code, that makes it.</summary>
public interface IAsyncObservable<T>
{
    Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer);

    /// <exception cref="ArgumentException">A token is given: these streams cannot be rewound.</exception>
    Task<StreamSubscriptionHandle<T>> SubscribeAsync(IAsyncObserver<T> observer, StreamSequenceToken? token, string? filterData = null);
}
