using System.Net;
using System.Net.Sockets;
using ContentPages.Backends.Local.Events;
using ContentPages.Backends.Local.Media;
using ContentPages.Backends.Local.Streams.Channels;
using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Backends.Local.Streams.Rtmp;
using ContentPages.Backends.Local.Videos;
using ContentPages.Grains.Media;
using ContentPages.Grains.Streams;
using ContentPages.Streams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Tests.Streams.Channels;

/// <summary>The ingest with a real nginx, ffmpeg, packager and Kestrel, on ports and in a folder of its own.</summary>
internal sealed class IngestHost : IMediaGate, IAsyncDisposable
{
    private readonly bool _ownsFolder;
    private readonly WebApplication _app;
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _listening;

    private IngestHost(TempDirectory folder, bool ownsFolder, int port, (string Name, string Value)[] settings)
    {
        (Folder, _ownsFolder, RtmpPort) = (folder, ownsFolder, port);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Logging.AddProvider(Log);
        builder.Logging.SetMinimumLevel(LogLevel.Debug);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Configuration["Local:DataDirectory"] = folder.Path;
        builder.Configuration["Ingest:RtmpPort"] = $"{port}";
        builder.Configuration["Ingest:LowRendition"] = "Off";
        foreach (var (name, value) in settings) builder.Configuration[name] = value;
        builder.Services.Configure<HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(4));
        builder.Services.AddSingleton<IMediaGate>(this);
        builder.Services.AddDiskObjectStore();
        builder.Services.AddLocalTranscoder();
        builder.Services.AddLivePackaging();
        builder.Services.AddLocalIngest();
        _app = builder.Build();
        _app.MapLocalIngest();
        _listening = Listen();
    }

    public TempDirectory Folder { get; }

    public int RtmpPort { get; }

    public CapturedLog Log { get; } = new();

    public ToldEvents Told { get; } = new();

    public Uri Address => new(_app.Urls.First());

    public ILiveChannels Channels => Get<ILiveChannels>();

    public T Get<T>() where T : notnull => _app.Services.GetRequiredService<T>();

    /// <param name="port">0 for a host without RTMP; null for a free one.</param>
    public static async Task<IngestHost> Start(TempDirectory? folder = null, int? port = null, params (string Name, string Value)[] settings)
    {
        Assert.SkipWhen(port is null && RtmpTools.Find(new IngestOptions()) is null, "nginx and its RTMP module are not installed.");
        var host = new IngestHost(folder ?? new TempDirectory(), folder is null, port ?? FreePort(), settings);
        await host._app.StartAsync();
        if (host.RtmpPort > 0 && port is null) await host.Until(() => host.Get<RtmpState>().Unavailable is null);
        return host;
    }

    public ValueTask<bool> IsPublic(string key, CancellationToken cancel) => ValueTask.FromResult(true);

    /// <summary>A stream with a channel.</summary>
    public async Task<TestStream> Stream()
    {
        var id = EntityId.New(TimeProvider.System.GetUtcNow());
        await Channels.Create(new ChannelRequest(id, "owner", StreamLatency.Low), CancellationToken.None);
        return new TestStream(this, id);
    }

    /// <summary>What other processes do is seen when it is; no clock of ours can tell it when.</summary>
    public Task Until(Func<bool> condition) => Until(() => Task.FromResult(condition()));

    public async Task Until(Func<Task<bool>> condition)
    {
        var limit = TimeProvider.System.GetTimestamp();
        while (!await condition())
        {
            Assert.True(TimeProvider.System.GetElapsedTime(limit) < TimeSpan.FromSeconds(20), "Waited in vain. " + Log);
            await Task.Delay(10);
        }
    }

    /// <summary>Waits until so many seconds of the stream's session are on disk.</summary>
    public Task Recorded(TestStream stream, double seconds) => Until(() => Directory.Exists(Folder["objects/videos"])
        && Directory.EnumerateFiles(Folder["objects/videos"], "*.m3u8", SearchOption.AllDirectories)
            .Where(path => path.Contains(stream.Id, StringComparison.Ordinal))
            .Any(path => File.ReadLines(path).Where(line => line.StartsWith("#EXTINF:", StringComparison.Ordinal))
                .Sum(line => double.Parse(line[8..].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture)) >= seconds));

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _stop.CancelAsync();
        await _listening;
        await _app.DisposeAsync();
        if (_ownsFolder) Folder.Dispose();
    }

    private async Task Listen()
    {
        var queue = Get<LocalEventQueue>();
        try
        {
            while (true)
            {
                foreach (var queued in await queue.Receive(_stop.Token))
                {
                    Told.Add(queued.Body);
                    await queue.Complete(queued, CancellationToken.None);
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The test is over.
        }
    }
}
