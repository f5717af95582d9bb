namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>One connection of an encoder. Disposing of it ends its contribution.</summary>
internal sealed class PackagingRun(string connectionId) : IDisposable
{
    public string ConnectionId { get; } = connectionId;

    /// <summary>Completes when the first part with a keyframe can be played; cancelled when the run ends before.</summary>
    public Task Playable { get; } = Task.CompletedTask;

    /// <summary>Takes fragmented MP4, written as <see cref="FragmentArguments"/> say, until the stream ends.</summary>
    /// <exception cref="MediaRefusedException">It cannot be played.</exception>
    public Task Feed(Rendition rendition, Stream fmp4, CancellationToken cancel) => throw new NotImplementedException($"{rendition} {fmp4} {cancel}");

    public RunMeasures Measure() => throw new NotImplementedException(ConnectionId);

    public void Dispose()
    {
    }
}
