namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>Lets one in at a time.</summary>
#pragma warning disable CA1001 // A semaphore whose wait handle nobody asks for holds nothing to release.
internal sealed class Turns
#pragma warning restore CA1001
{
    private readonly SemaphoreSlim _one = new(1);

    /// <summary>Waits for the turn; disposing of the answer ends it.</summary>
    public async Task<Turn> Take(CancellationToken cancel = default)
    {
        await _one.WaitAsync(cancel);
        return new Turn(_one);
    }

    public readonly struct Turn(SemaphoreSlim one) : IDisposable
    {
        public void Dispose() => one.Release();
    }
}
