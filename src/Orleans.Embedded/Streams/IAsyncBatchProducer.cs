namespace Orleans.Streams;

/// <summary>Publishes. The task ends when the events have been accepted, never waiting for subscribers.</summary>
public interface IAsyncBatchProducer<T> : IAsyncObserver<T>
{
    Task OnNextBatchAsync(IEnumerable<T> batch, StreamSequenceToken? token = null);
}
