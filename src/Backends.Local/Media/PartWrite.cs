namespace ContentPages.Backends.Local.Media;

/// <summary>A request that is writing one part. A later request for the same part stops it, waits until it is out of the file, and takes over.</summary>
internal sealed class PartWrite(int number, CancellationToken request) : IDisposable
{
    private readonly CancellationTokenSource _stop = CancellationTokenSource.CreateLinkedTokenSource(request);
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Number { get; } = number;

    /// <summary>Cancelled when the request's connection breaks, or when someone took over.</summary>
    public CancellationToken Stopped => _stop.Token;

    public async Task Stop()
    {
        try
        {
            await _stop.CancelAsync();
        }
        catch (ObjectDisposedException)
        {
            // It has ended by itself.
        }

        await _ended.Task;
    }

    public void Ended() => _ended.TrySetResult();

    public void Dispose() => _stop.Dispose();
}
