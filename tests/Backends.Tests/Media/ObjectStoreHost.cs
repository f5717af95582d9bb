using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using ContentPages.Backends.Local;
using ContentPages.Backends.Local.Events;
using ContentPages.Backends.Local.Media;
using ContentPages.Grains.Media;
using ContentPages.Media;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;

namespace ContentPages.Backends.Tests.Media;

/// <summary>The store behind a real Kestrel on loopback, in a folder of its own.</summary>
public sealed class ObjectStoreHost : IAsyncDisposable, IMediaGate
{
    public const string Key = "sources/v1/original";

    private readonly bool _ownsFolder;
    private readonly WebApplication _app;

    private ObjectStoreHost(TempDirectory folder, bool ownsFolder)
    {
        Folder = folder;
        _ownsFolder = ownsFolder;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<IMediaGate>(this);
        builder.Services.AddDiskObjectStore();
        builder.Services.Configure<LocalOptions>(options => options.DataDirectory = folder.Path);
        _app = builder.Build();
        _app.MapDiskObjectStore();
    }

    public TempDirectory Folder { get; }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 34, 56, TimeSpan.Zero));

    public HashSet<string> PublicKeys { get; } = [];

    public HttpClient Http { get; } = new(new SocketsHttpHandler { UseCookies = false });

    public Uri Address => new(_app.Urls.First());

    public DiskObjectStore Store => _app.Services.GetRequiredService<DiskObjectStore>();

    public IMediaAddresses Addresses => _app.Services.GetRequiredService<IMediaAddresses>();

    public LocalEventQueue Events => _app.Services.GetRequiredService<LocalEventQueue>();

    internal MultipartUploads Uploads => _app.Services.GetRequiredService<MultipartUploads>();

    internal ObjectFolder Objects => _app.Services.GetRequiredService<ObjectFolder>();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static async Task<ObjectStoreHost> Start(TempDirectory? folder = null)
    {
        var host = new ObjectStoreHost(folder ?? new TempDirectory(), ownsFolder: folder is null);
        await host._app.StartAsync(Cancel);
        host.Http.BaseAddress = host.Address;
        return host;
    }

    public ValueTask<bool> IsPublic(string key, CancellationToken cancel) => ValueTask.FromResult(PublicKeys.Contains(key));

    public Task<HttpResponseMessage> Put(PresignedRequest request, byte[] body) => Put(request.Url, body, request.Headers.GetValueOrDefault("Content-Type"));

    public async Task<HttpResponseMessage> Put(Uri url, byte[] body, string? contentType = null)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = contentType is null ? null : MediaTypeHeaderValue.Parse(contentType);
        return await Http.PutAsync(url, content, Cancel);
    }

    /// <summary>Writes an object as a transcoder does.</summary>
    public void Write(string key, byte[] body)
    {
        var path = Store.PathOf(key);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, body);
        File.SetLastWriteTimeUtc(path, Clock.GetUtcNow().UtcDateTime);
    }

    /// <summary>Every file below the data directory but the signing key.</summary>
    public string[] Files() =>
    [
        .. Directory.EnumerateFiles(Folder.Path, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Folder.Path, path)).Where(path => path != "keys/objects.key").Order(StringComparer.Ordinal),
    ];

    /// <summary>Asserts a problem and that nothing was stored.</summary>
    public async Task Refused(HttpResponseMessage response, int status, string code)
    {
        await Problem(response, status, code);
        Assert.Empty(Files());
    }

    public static async Task Problem(HttpResponseMessage response, int status, string code)
    {
        Assert.Equal(status, (int)response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(code, problem.RootElement.GetProperty("code").GetString());
        Assert.Equal(status, problem.RootElement.GetProperty("status").GetInt32());
    }

    public static byte[] Bytes(int size, int seed = 1)
    {
        var bytes = new byte[size];
        new Random(seed).NextBytes(bytes);
        return bytes;
    }

    public static string ETag(HttpResponseMessage response)
    {
        Assert.True(response.IsSuccessStatusCode, response.StatusCode.ToString());
        return response.Headers.ETag?.Tag ?? throw new InvalidOperationException("No ETag.");
    }

    /// <summary>For what another end of a connection does: it is seen when it is, and no clock of ours can tell it when.</summary>
    public static async Task Eventually(Func<Task<bool>> condition)
    {
        for (var i = 0; i < 1000 && !await condition(); i++) await Task.Delay(10, Cancel);
        Assert.True(await condition());
    }

    public static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _app.DisposeAsync();
        if (_ownsFolder) Folder.Dispose();
    }
}
