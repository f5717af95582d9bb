using System.Collections.Concurrent;
using ContentPages.Backends.Local.Videos;
using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>What every stream plays out, by the stream's id.</summary>
internal sealed class LivePlayouts : IDisposable
{
    private readonly ConcurrentDictionary<string, LivePlayout> _playouts = new(StringComparer.Ordinal);
    private readonly PlayoutContext _context;
    private readonly Ffmpeg _ffmpeg;
    private readonly ITimer _timer;

    /// <param name="scratch">Folder for what is not kept.</param>
    public LivePlayouts(PackagingOptions options, TranscoderOptions transcoder, string scratch, TimeProvider time, ILogger<LivePlayouts> log)
    {
        _ffmpeg = new Ffmpeg(transcoder, time);
        _context = new PlayoutContext(options, time, scratch, _ffmpeg, log);
        // A request waits through two of them at most, and through one at least.
        var half = TimeSpan.FromSeconds(options.BlockingSeconds / 2.0);
        _timer = time.CreateTimer(_ => Tick(), null, half, half);
    }

    public LivePlayout Of(string streamId) => _playouts.GetOrAdd(streamId, static (id, context) => new LivePlayout(id, context), _context);

    public LivePlayout? Find(string streamId) => _playouts.GetValueOrDefault(streamId);

    /// <summary>Forgets a stream and what it keeps in memory. Recordings stay.</summary>
    public void Remove(string streamId)
    {
        if (_playouts.TryRemove(streamId, out var playout)) playout.Dispose();
    }

    public void Dispose()
    {
        _timer.Dispose();
        foreach (var streamId in _playouts.Keys) Remove(streamId);
        _ffmpeg.Dispose();
        _context.Stills.Dispose();
    }

    private void Tick()
    {
        foreach (var playout in _playouts.Values) playout.Tick();
    }
}
