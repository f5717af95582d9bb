using ContentPages.Catalog;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ContentPages.Web.Operations;

/// <summary>What load balancers and monitoring ask.</summary>
internal static class OperationsEndpoints
{
    public static void AddOperations(this IServiceCollection services)
    {
        services.AddSingleton<MetricsCollector>();
        services.AddHostedService(static provider => provider.GetRequiredService<MetricsCollector>());
    }

    public static void MapOperations(this IEndpointRouteBuilder routes)
    {
        var group = routes.MapGroup("").ExcludeFromDescription();
        group.MapGet("/healthz", static () => TypedResults.Text("alive\n"));
        group.MapGet("/readyz", IsReady);
        group.MapGet("/metrics", static (MetricsCollector metrics) => TypedResults.Text(metrics.Write(), "text/plain; version=0.0.4; charset=utf-8"));
    }

    // Nobody has this key: what counts is that the catalog answers.
    private static readonly CatalogKey Probe = new("PROBE#", "STATE");

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> IsReady(
        IHostApplicationLifetime lifetime, ICatalogReader catalog, CancellationToken cancel)
    {
        if (lifetime.ApplicationStopping.IsCancellationRequested)
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, "stopping", "This process is about to stop.");
        if (!lifetime.ApplicationStarted.IsCancellationRequested)
            return Problem.Of(StatusCodes.Status503ServiceUnavailable, "starting", "This process is about to start.");
        await catalog.Get(Probe, cancel);
        return TypedResults.Text("ready\n");
    }
}
