using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Security.Claims;
using ContentPages.Web.Live.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ContentPages.Web.Tests.Live.Delivery;

/// <summary>A hub on a real server and a free port; <c>?user=</c> says who comes.</summary>
internal sealed class DeliveryHost : IAsyncDisposable
{
    private readonly WebApplication _app;

    private DeliveryHost(WebApplication app) => _app = app;

    public int Port => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    public TestHubLog Log => _app.Services.GetRequiredService<TestHubLog>();

    public IHubContext<TestHub> Hub => _app.Services.GetRequiredService<IHubContext<TestHub>>();

    public static async Task<DeliveryHost> Start(bool isDirect, Action<DeliveryOptions>? change = null, int maxMessageBytes = 16 * 1024, Action<WebApplication>? pipeline = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server => server.Listen(IPAddress.Loopback, 0));
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton<TestHubLog>();
        builder.Services.AddScoped<RequestWitness>();
        builder.Services.AddSignalR(hub => hub.MaximumReceiveMessageSize = maxMessageBytes);
        builder.Services.AddDelivery<TestHub>();
        builder.Services.Configure<DeliveryOptions>(delivery =>
        {
            delivery.DirectSockets = isDirect;
            change?.Invoke(delivery);
        });
        var app = builder.Build();
        (pipeline ?? (static app => app.UseDirectSockets()))(app);
        app.Use((http, next) =>
        {
            if (http.Request.Query["user"] is [{ } user]) http.User = new(new ClaimsIdentity([new(ClaimTypes.NameIdentifier, user)], "test"));
            return next(http);
        });
        app.MapHub<TestHub>("/hub").WithDirectSockets<TestHub>(app);
        await app.StartAsync();
        return new(app);
    }

    public async Task<HubConnection> Connect(string? user = null)
    {
        var builder = new HubConnectionBuilder();
        builder.Services.AddSingleton<EndPoint>(new DnsEndPoint("localhost", Port));
        builder.Services.AddSingleton<IConnectionFactory>(new Sockets(await Socket(user)));
        var hub = builder.Build();
        await hub.StartAsync();
        return hub;
    }

    public async Task<ClientWebSocket> Socket(string? user = null)
    {
        var socket = new ClientWebSocket();
        await socket.ConnectAsync(new Uri($"ws://127.0.0.1:{Port}/hub{(user is null ? "" : $"?user={user}")}"), CancellationToken.None);
        return socket;
    }

    public async Task<RawSocket> Raw(int receiveBuffer = 0)
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        if (receiveBuffer > 0) socket.ReceiveBufferSize = receiveBuffer;
        await socket.ConnectAsync(IPAddress.Loopback, Port);
        return await RawSocket.Upgrade(socket);
    }

    public Task Stop() => _app.StopAsync();

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private sealed class Sockets(WebSocket socket) : IConnectionFactory
    {
        public ValueTask<ConnectionContext> ConnectAsync(EndPoint endpoint, CancellationToken cancellationToken = default) => new(new SocketConnection(socket));
    }
}
