using System.Net;
using System.Text.Json;
using System.Threading.Channels;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Web.Tests.Live;

/// <summary>A program at the hub, with its own token.</summary>
internal sealed class LiveClient : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Channel<JsonElement> _changes = Channel.CreateUnbounded<JsonElement>();
    private readonly Channel<JsonElement> _streams = Channel.CreateUnbounded<JsonElement>();
    private readonly TaskCompletionSource<(string Reason, int RetryAfter)> _bye = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LiveClient(HubConnection hub)
    {
        Hub = hub;
        hub.On<JsonElement>("video", change => _changes.Writer.TryWrite(change));
        hub.On<JsonElement>("stream", change => _streams.Writer.TryWrite(change));
        hub.On<string, int>("bye", (reason, retryAfter) => _bye.TrySetResult((reason, retryAfter)));
        hub.Closed += _ =>
        {
            _closed.TrySetResult();
            return Task.CompletedTask;
        };
    }

    public HubConnection Hub { get; }

    public Task<(string Reason, int RetryAfter)> Bye => _bye.Task.WaitAsync(Patience);

    public Task Closed => _closed.Task.WaitAsync(Patience);

    /// <summary>Connects as that browser's account, or as a visitor.</summary>
    public static async Task<LiveClient> Connect(ContentPagesApp app, Browser? browser = null, string address = "192.0.2.1")
    {
        var token = browser is null ? null
            : (await browser.Post("/api/account/login", new { email = browser.Email, password = Browser.Password })).Is(HttpStatusCode.OK).Text("accessToken");
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<EndPoint>(new DnsEndPoint("localhost", 80));
        builder.Services.AddSingleton<IConnectionFactory>(new TestServerSockets(app.Server, token, address));
        var client = new LiveClient(builder.Build());
        await client.Hub.StartAsync();
        return client;
    }

    public Task<JsonElement> WatchVideo(string videoId) => Hub.InvokeAsync<JsonElement>("WatchVideo", videoId);

    public async Task<JsonElement> JoinStream(string streamId) => (await Hub.InvokeAsync<JsonElement>("JoinStream", streamId)).GetProperty("stream");

    public Task Playing(string streamId, double seconds = 5) => Hub.InvokeAsync("Playing", streamId, seconds);

    /// <summary>A call that is refused, and the code that it is refused with.</summary>
    public async Task<string> Refused(string method, params object?[] arguments) =>
        (await Assert.ThrowsAsync<HubException>(() => Hub.InvokeCoreAsync(method, typeof(JsonElement), arguments))).Message.Split(' ')[^1];

    /// <summary>The next change that is as described; those before it are passed over.</summary>
    public Task<JsonElement> Next(Func<JsonElement, bool> expected) => Next(_changes, expected);

    /// <summary>The same of streams.</summary>
    public Task<JsonElement> NextOfStream(Func<JsonElement, bool> expected) => Next(_streams, expected);

    private static async Task<JsonElement> Next(Channel<JsonElement> changes, Func<JsonElement, bool> expected)
    {
        using var patience = new CancellationTokenSource(Patience);
        while (true)
        {
            var change = await changes.Reader.ReadAsync(patience.Token);
            if (expected(change)) return change;
        }
    }

    public bool HasNone => !_changes.Reader.TryPeek(out _);

    public ValueTask DisposeAsync() => Hub.DisposeAsync();

    private sealed class TestServerSockets(TestServer server, string? token, string address) : IConnectionFactory
    {
        public async ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default)
        {
            var client = server.CreateWebSocketClient();
            client.ConfigureRequest = request => request.Headers[ContentPagesApp.AddressHeader] = address;
            var query = token is null ? "" : $"?access_token={Uri.EscapeDataString(token)}";
            return new SocketConnection(await client.ConnectAsync(new Uri($"ws://localhost/hubs/live{query}"), cancellationToken));
        }
    }
}
