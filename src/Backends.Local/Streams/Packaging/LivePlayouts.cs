using System.Collections.Concurrent;

namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>What every stream plays out, by the stream's id.</summary>
internal sealed class LivePlayouts : IDisposable
{
    private readonly ConcurrentDictionary<string, LivePlayout> _playouts = new(StringComparer.Ordinal);

    public LivePlayout Of(string streamId) => _playouts.GetOrAdd(streamId, static id => new LivePlayout(id));

    public LivePlayout? Find(string streamId) => _playouts.GetValueOrDefault(streamId);

    /// <summary>Forgets a stream and what it keeps in memory. Recordings stay.</summary>
    public void Remove(string streamId) => _playouts.TryRemove(streamId, out _);

    public void Dispose() => _playouts.Clear();
}
