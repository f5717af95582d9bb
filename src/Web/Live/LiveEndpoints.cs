using ContentPages.Web.Http;
using ContentPages.Web.Live.Delivery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Connections;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Live;

internal static class LiveEndpoints
{
    public static void AddLive(this IServiceCollection services)
    {
        services.AddOptions<LiveOptions>().BindConfiguration(LiveOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSignalR().AddJsonProtocol(static json => JsonSettings.Apply(json.PayloadSerializerOptions));
        services.AddOptions<HubOptions>().Configure<IOptions<LiveOptions>>(
            static (hub, live) =>
            {
                hub.MaximumReceiveMessageSize = live.Value.MaxMessageBytes;
                hub.AddFilter<LiveFailures>();
                hub.AddFilter<CallLimit>();
            });
        services.AddDelivery<LiveHub>();
        services.AddSingleton<LiveFailures>();
        services.AddSingleton<CallLimit>();
        services.AddSingleton<LiveConnections>();
        services.AddSingleton<LiveMetrics>();
        services.AddSingleton<LiveStreams>();
        services.AddSingleton<Viewers>();
        services.AddSingleton<VideoRelay>();
        services.AddSingleton<StreamRelay>();
        services.AddHostedService<ViewerReports>();
        services.AddHostedService<LiveEndings>();
    }

    public static void MapLive(this IEndpointRouteBuilder routes)
    {
        // Made now, so that what it measures is there before anybody connects.
        routes.ServiceProvider.GetRequiredService<LiveMetrics>();
        var hub = routes.MapHub<LiveHub>("/hubs/live", static connection => connection.Transports = HttpTransportType.WebSockets);
        hub.WithDirectSockets<LiveHub>(routes);
    }
}
