using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace ContentPages.Web.Live.Sockets;

/// <summary>
/// Where an endpoint leaves a request that is to become a socket: it is taken once the whole pipeline has returned. A socket is open for hours, and
/// what the pipeline and the services of its request hold would stay in memory as long.
/// </summary>
internal sealed class Handover
{
    private RequestDelegate? _taker;

    public void LeaveTo(RequestDelegate taker) => _taker = taker;

    /// <summary>For the first middleware of the pipeline.</summary>
    public static async Task Run(HttpContext http, RequestDelegate pipeline)
    {
        var handover = new Handover();
        http.Features.Set(handover);
        await pipeline(http);
        if (handover._taker is { } taker) await taker(http);
    }

    /// <summary>Drops all of an upgraded request but its address, who has sent it and from where: its headers are gone, its services have ended.</summary>
    public static async ValueTask Shed(HttpContext http)
    {
        var features = http.Features;
        http.Request.Headers.Clear();
        if (features.Get<IServiceProvidersFeature>() is RequestServicesFeature services) await services.DisposeAsync();
        features.Set<Handover>(null);
        features.Set<IItemsFeature>(null);
        features.Set<IQueryFeature>(null);
        features.Set<IRequestCookiesFeature>(null);
    }
}
