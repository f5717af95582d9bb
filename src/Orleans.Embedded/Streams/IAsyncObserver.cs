namespace Orleans.Streams;

/// <summary>Receives events, one at a time and in order. It should enqueue and return: while it works, its queue fills.</summary>
public interface IAsyncObserver<in T>
{
    Task OnNextAsync(T item, StreamSequenceToken? token = null);

    Task OnCompletedAsync() => Task.CompletedTask;

    Task OnErrorAsync(Exception ex);
}
