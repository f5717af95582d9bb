using System.Security.Cryptography;
using System.Text;
using ContentPages.Web.Live.Delivery;
using Microsoft.AspNetCore.Connections.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Live.Sockets;

/// <summary>
/// Takes WebSockets of a hub that come over plain HTTP/1.1 on a socket of this process, so that they can be written to directly. All others, and
/// requests that are odd in any way, go the way of the web framework.
/// </summary>
internal sealed class SocketRoad<THub>(
    HubConnectionHandler<THub> hub, SocketRegistry registry, OutletRules rules, IOptions<HubOptions<THub>> ofHub, IOptions<HubOptions> ofHubs,
    IOptions<DeliveryOptions> options)
    where THub : Hub
{
    private const int MaxMessageBytes = 1024 * 1024;
    private static readonly byte[] s_acceptSuffix = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11"u8.ToArray();
    private readonly bool _isOn = options.Value.DirectSockets && NativeSend.IsSupported;
    private readonly int _maxMessageBytes =
        (int)Math.Min(MaxMessageBytes, ofHub.Value.MaximumReceiveMessageSize ?? ofHubs.Value.MaximumReceiveMessageSize ?? MaxMessageBytes);

    public RequestDelegate Before(RequestDelegate framework) => http =>
    {
        if (!_isOn || http.Features.Get<Handover>() is not { } handover || !CanTake(http)) return framework(http);
        handover.LeaveTo(Take);
        return Task.CompletedTask;
    };

    private static bool CanTake(HttpContext http)
    {
        var (request, features) = (http.Request, http.Features);
        return HttpMethods.IsGet(request.Method)
            && features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true }
            && features.Get<ITlsHandshakeFeature>() is null
            && features.Get<IConnectionSocketFeature>() is not null
            && features.Get<IConnectionTransportFeature>() is not null
            && features.Get<IConnectionLifetimeFeature>() is not null
            && request.Headers.Upgrade is [{ } upgrade] && upgrade.Equals("websocket", StringComparison.OrdinalIgnoreCase)
            && request.Headers.SecWebSocketVersion is ["13"]
            && request.Headers.SecWebSocketKey is [{ Length: 24 } key] && IsKey(key)
            && request.Headers.SecWebSocketProtocol.Count == 0
            // Somebody who has negotiated is expected by the framework.
            && !request.Query.ContainsKey("id");
    }

    private async Task Take(HttpContext http)
    {
        var features = http.Features;
        features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        http.Response.Headers.Upgrade = "websocket";
        http.Response.Headers.SecWebSocketAccept = AcceptOf(http.Request.Headers.SecWebSocketKey.ToString());
        await features.GetRequiredFeature<IHttpUpgradeFeature>().UpgradeAsync();
        await Handover.Shed(http);

        // An upgraded request's bytes are those of its connection, and nobody else reads or writes them from here on.
        var connection = new SocketConnection(
            http, features.GetRequiredFeature<IConnectionSocketFeature>().Socket, features.GetRequiredFeature<IConnectionTransportFeature>().Transport.Input,
            features.GetRequiredFeature<IConnectionLifetimeFeature>(), rules, _maxMessageBytes);
        registry.Add(connection);
        try
        {
            await hub.OnConnectedAsync(connection);
        }
        finally
        {
            registry.Remove(connection);
            await connection.Close();
        }
    }

    private static bool IsKey(string key)
    {
        Span<byte> decoded = stackalloc byte[18];
        return Convert.TryFromBase64String(key, decoded, out var length) && length == 16;
    }

    private static string AcceptOf(string key)
    {
        Span<byte> text = stackalloc byte[24 + 36];
        Encoding.ASCII.GetBytes(key, text);
        s_acceptSuffix.CopyTo(text[24..]);
#pragma warning disable CA5350 // RFC 6455 wants it, and it protects nothing.
        return Convert.ToBase64String(SHA1.HashData(text));
#pragma warning restore CA5350
    }
}
