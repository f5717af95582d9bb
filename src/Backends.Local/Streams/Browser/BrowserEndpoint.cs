using ContentPages.Backends.Local.Streams.Channels;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Backends.Local.Streams.Browser;

/// <summary><c>/ingest/browser/{streamId}?token=…</c>, a WebSocket. Its signature is its authorization.</summary>
internal static class BrowserEndpoint
{
    private static readonly TimeSpan s_keepAlive = TimeSpan.FromSeconds(5);

    public static void MapBrowserIngest(this IEndpointRouteBuilder endpoints)
    {
        if (!endpoints.ServiceProvider.GetRequiredService<IngestOptions>().BrowserIngest) return;
        var socket = endpoints.CreateApplicationBuilder();
        socket.UseWebSockets();
        socket.Run(Serve);
        endpoints.Map(BrowserTickets.Path + "{streamId}", socket.Build()).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task Serve(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            http.Response.Headers.Upgrade = "websocket";
            return;
        }

        if (!IsOwnOrigin(http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return;
        }

        using var socket = await http.WebSockets.AcceptWebSocketAsync(
            new WebSocketAcceptContext { KeepAliveInterval = s_keepAlive, KeepAliveTimeout = s_keepAlive });
        var ingest = http.RequestServices.GetRequiredService<BrowserIngest>();
        await ingest.Serve(socket, (string)http.Request.RouteValues["streamId"]!, http.Request.Query["token"], http.RequestAborted);
    }

    /// <summary>Pages of other sites may not open it. Programs name no origin.</summary>
    private static bool IsOwnOrigin(HttpRequest request) =>
        request.Headers.Origin is not [{ Length: > 0 } origin]
        || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == Authority(request));

    private static string Authority(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own) ? own.Authority : "";
}
