using ContentPages.Backends.Local;
using ContentPages.Backends.Local.Media;
using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Backends.Local.Streams.Playback;
using ContentPages.Backends.Local.Videos;
using ContentPages.Grains.Media;
using ContentPages.Streams;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ContentPages.Backends.Tests.Streams.Playback;

/// <summary>Playback behind a real Kestrel on loopback, in a folder of its own.</summary>
internal sealed class PlaybackHost : IAsyncDisposable, IMediaGate
{
    public const string Stream = "s1";
    public const string Public = $"/live/public/{Stream}/1/";

    private readonly TempDirectory _folder = new();
    private readonly WebApplication _app;

    private PlaybackHost(TimeProvider? clock)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(clock ?? Clock);
        builder.Services.AddSingleton<IMediaGate>(this);
        builder.Services.AddDiskObjectStore();
        builder.Services.AddLocalTranscoder();
        builder.Services.AddLivePlayback();
        builder.Services.Configure<LocalOptions>(options => options.DataDirectory = _folder.Path);
        _app = builder.Build();
        _app.UseLivePlayback();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseCookies = false });

    public bool IsOpen { get; set; } = true;

    public LivePlayout Playout => Playouts.Of(Stream);

    public LivePlayouts Playouts => _app.Services.GetRequiredService<LivePlayouts>();

    public IStreamAddresses Addresses => _app.Services.GetRequiredService<IStreamAddresses>();

    public MediaGrants Grants => _app.Services.GetRequiredService<MediaGrants>();

    public string Recording => _folder["recording"];

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <param name="clock">Null for a fake one.</param>
    public static async Task<PlaybackHost> Start(TimeProvider? clock = null)
    {
        var host = new PlaybackHost(clock);
        await host._app.StartAsync(Cancel);
        host.Http.BaseAddress = new Uri(host._app.Urls.First());
        return host;
    }

    public PlayoutSession Session(int number = 1, StreamLatency latency = StreamLatency.Low) => new(number, Recording, true, latency);

    public Task<HttpResponseMessage> Get(string address, params (string Name, string Value)[] headers) => Send(HttpMethod.Get, address, headers);

    public async Task<HttpResponseMessage> Send(HttpMethod method, string address, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, address);
        foreach (var (name, value) in headers) request.Headers.TryAddWithoutValidation(name, value);
        return await Http.SendAsync(request, Cancel);
    }

    public async Task<string> Text(string address)
    {
        var response = await Get(address);
        Assert.True(response.IsSuccessStatusCode, $"{address}: {response.StatusCode}");
        return await response.Content.ReadAsStringAsync(Cancel);
    }

    public ValueTask<bool> IsPublic(string key, CancellationToken cancel) =>
        ValueTask.FromResult(IsOpen && key.StartsWith($"streams/{Stream}/", StringComparison.Ordinal));

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        _folder.Dispose();
    }
}
