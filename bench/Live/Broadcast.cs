using System.Diagnostics;
using ContentPages.Bench.Server;

namespace ContentPages.Bench.Live;

/// <summary>A public stream on our server, from the broadcaster's side.</summary>
internal sealed class Broadcast(ChildServer server, Artist artist, string id)
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan s_pollEvery = TimeSpan.FromMilliseconds(20);

    public Uri Page => new(server.Address, $"streams/{id}");

    public static async Task<Broadcast> Create(ChildServer server, Artist artist, CancellationToken cancel, bool record = true)
    {
        var stream = await artist.Post("api/streams", new { title = "Harbour stage, live", visibility = "public", record }, cancel);
        return new Broadcast(server, artist, stream.GetProperty("id").GetString()!);
    }

    /// <summary>Server address and key in one, as ffmpeg takes it.</summary>
    public async Task<string> Address(CancellationToken cancel)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            var ingest = await artist.Get($"api/streams/{id}/ingest", cancel);
            if (ingest.GetProperty("rtmpUrl").GetString() is { } url) return $"{url}/{ingest.GetProperty("streamKey").GetString()}";
            await Task.Delay(100, cancel);
        }

        throw new BenchException("RTMP cannot be had: " + (await artist.Get($"api/streams/{id}/ingest", cancel)));
    }

    public Task Start(CancellationToken cancel) => artist.Post($"api/streams/{id}/start", new { }, cancel);

    public Task Stop(CancellationToken cancel) => artist.Post($"api/streams/{id}/stop", new { }, cancel);

    /// <exception cref="BenchException">It is not within half a minute.</exception>
    public async Task Until(string status, CancellationToken cancel)
    {
        var started = Stopwatch.GetTimestamp();
        while (true)
        {
            var stream = await artist.Get($"api/streams/{id}", cancel);
            if (stream.GetProperty("status").GetString() == status) return;
            if (Stopwatch.GetElapsedTime(started) > s_patience) throw new BenchException($"Not {status} after {s_patience.TotalSeconds} s: {stream}");
            await Task.Delay(s_pollEvery, cancel);
        }
    }

    /// <summary>What viewers play: the multivariant playlist.</summary>
    public async Task<Uri> Playback(CancellationToken cancel) =>
        new(server.Address, (await artist.Get($"api/streams/{id}/playback", cancel)).GetProperty("url").GetString());
}
