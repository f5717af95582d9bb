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
    private readonly Channel<JsonElement> _chat = Channel.CreateUnbounded<JsonElement>();
    private readonly Channel<JsonElement> _standings = Channel.CreateUnbounded<JsonElement>();
    private readonly Channel<JsonElement> _moderation = Channel.CreateUnbounded<JsonElement>();
    private readonly TaskCompletionSource<(string Reason, int RetryAfter)> _bye = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private LiveClient(HubConnection hub)
    {
        Hub = hub;
        hub.On<JsonElement>("video", change => _changes.Writer.TryWrite(change));
        hub.On<JsonElement>("stream", change => _streams.Writer.TryWrite(change));
        hub.On<JsonElement>("chat", batch => _chat.Writer.TryWrite(batch));
        hub.On<string, JsonElement>("standing", (_, standing) => _standings.Writer.TryWrite(standing));
        hub.On<string, JsonElement>("moderation", (_, held) => _moderation.Writer.TryWrite(held));
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

    public async Task<JsonElement> JoinStream(string streamId) => (await Join(streamId)).GetProperty("stream");

    /// <summary>The whole answer.</summary>
    public Task<JsonElement> Join(string streamId, long? afterSeq = null) => Hub.InvokeAsync<JsonElement>("JoinStream", streamId, afterSeq);

    public async Task<JsonElement> JoinChat(string streamId, long? afterSeq = null) => (await Join(streamId, afterSeq)).GetProperty("chat");

    public Task<JsonElement> Write(string streamId, string? text, string? clientId = "") =>
        Hub.InvokeAsync<JsonElement>("SendMessage", streamId, clientId is "" ? Guid.NewGuid().ToString("N") : clientId, text);

    public Task<JsonElement> React(string streamId, string? emoji) => Hub.InvokeAsync<JsonElement>("React", streamId, emoji);

    public Task Playing(string streamId, double seconds = 5) => Hub.InvokeAsync("Playing", streamId, seconds);

    /// <summary>A call that is refused, and the code that it is refused with.</summary>
    public async Task<string> Refused(string method, params object?[] arguments) =>
        (await Assert.ThrowsAsync<HubException>(() => Hub.InvokeCoreAsync(method, typeof(JsonElement), arguments))).Message.Split(' ')[^1];

    /// <summary>The next change that is as described; those before it are passed over.</summary>
    public Task<JsonElement> Next(Func<JsonElement, bool> expected) => Next(_changes, expected);

    /// <summary>The same of streams.</summary>
    public Task<JsonElement> NextOfStream(Func<JsonElement, bool> expected) => Next(_streams, expected);

    /// <summary>The same of chat.</summary>
    public Task<JsonElement> NextOfChat(Func<JsonElement, bool> expected) => Next(_chat, expected);

    /// <summary>The next batch with a message, and that message.</summary>
    public async Task<JsonElement> NextMessage() => (await NextOfChat(batch => batch.GetProperty("messages").GetArrayLength() > 0)).GetProperty("messages")[0];

    public Task<JsonElement> NextStanding() => Next(_standings, _ => true);

    /// <summary>How many messages wait for review, when moderators are told that something has changed.</summary>
    public async Task<int> NextModeration(Func<int, bool> expected) => (await Next(_moderation, held => expected(held.GetInt32()))).GetInt32();

    /// <summary>The last such count of those that have come already, or -1.</summary>
    public int LastModeration(Func<int, bool> expected)
    {
        var last = -1;
        while (_moderation.Reader.TryRead(out var held))
            if (expected(held.GetInt32())) last = held.GetInt32();
        return last;
    }

    public bool IsToldNothingOfModeration => !_moderation.Reader.TryPeek(out _) && !_standings.Reader.TryPeek(out _);

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
