using ContentPages.Web.Live.Sockets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Web.Live.Delivery;

internal static class DeliveryServices
{
    /// <summary>Delivers what the hub sends; needs SignalR with its JSON protocol.</summary>
    public static void AddDelivery<THub>(this IServiceCollection services)
        where THub : Hub
    {
        services.AddOptions<DeliveryOptions>().BindConfiguration(DeliveryOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Invocations>();
        services.AddSingleton<DeliveryMetrics>();
        services.AddSingleton<Endings>();
        services.AddSingleton<OutletRules>();
        services.AddSingleton<SocketRegistry>();
        services.AddSingleton<SocketRoad<THub>>();
        services.AddSingleton<HubLifetimeManager<THub>, GroupDelivery<THub>>();
    }

    /// <summary>Must be the first of the pipeline, so that sockets are taken when all of it has returned.</summary>
    public static void UseDirectSockets(this IApplicationBuilder app) => app.Use(static next => http =>
        http.Features.Get<IHttpUpgradeFeature>() is { IsUpgradableRequest: true } ? Handover.Run(http, next) : next(http));

    /// <summary>Takes the sockets that can be written to directly; needs <see cref="UseDirectSockets"/>.</summary>
    public static void WithDirectSockets<THub>(this IEndpointConventionBuilder hub, IEndpointRouteBuilder routes)
        where THub : Hub
    {
        var road = routes.ServiceProvider.GetRequiredService<SocketRoad<THub>>();
        hub.Add(endpoint =>
        {
            if (endpoint.RequestDelegate is { } framework) endpoint.RequestDelegate = road.Before(framework);
        });
    }
}
