using System.Security.Claims;
using ContentPages.Streams;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContentPages.Web.Streams;

/// <summary>What a broadcaster does with a stream of their own.</summary>
internal static class Broadcasting
{
    public static Task<Results<Ok<StreamResponse>, ProblemHttpResult>> Start(
        string id, ClaimsPrincipal user, HttpResponse response, StreamLookup streams, IClusterClient grains, StreamViews views, CancellationToken cancel) =>
        Turn(id, user, response, streams, grains, views, static stream => stream.Start(), cancel);

    public static Task<Results<Ok<StreamResponse>, ProblemHttpResult>> Stop(
        string id, ClaimsPrincipal user, HttpResponse response, StreamLookup streams, IClusterClient grains, StreamViews views, CancellationToken cancel) =>
        Turn(id, user, response, streams, grains, views, static stream => stream.Stop(), cancel);

    public static Task<Results<Ok<IngestResponse>, ProblemHttpResult>> Ingest(
        string id, ClaimsPrincipal user, HttpContext context, StreamLookup streams, IClusterClient grains, CancellationToken cancel) =>
        Ingest(id, user, context, streams, grains, static stream => stream.GetIngest(), cancel);

    public static Task<Results<Ok<IngestResponse>, ProblemHttpResult>> Rotate(
        string id, ClaimsPrincipal user, HttpContext context, StreamLookup streams, IClusterClient grains, CancellationToken cancel) =>
        Ingest(id, user, context, streams, grains, static stream => stream.RotateKey(), cancel);

    public static async Task<Results<Ok<HealthResponse>, ProblemHttpResult>> Health(
        string id, ClaimsPrincipal user, StreamLookup streams, IClusterClient grains, CancellationToken cancel)
    {
        if (await streams.FindOwn(id, user, cancel) is null) return Problem.NotFound();
        var health = await grains.GetGrain<ILiveStreamGrain>(id).GetHealth();
        return health.Ok ? TypedResults.Ok(HealthResponse.Of(health.Value)) : Problem.Of(health.Rejection);
    }

    private static async Task<Results<Ok<StreamResponse>, ProblemHttpResult>> Turn(
        string id, ClaimsPrincipal user, HttpResponse response, StreamLookup streams, IClusterClient grains, StreamViews views,
        Func<ILiveStreamGrain, Task<Result<LiveStreamSnapshot>>> turn, CancellationToken cancel)
    {
        if (await streams.FindOwn(id, user, cancel) is null) return Problem.NotFound();
        return await StreamWrites.Answer(await turn(grains.GetGrain<ILiveStreamGrain>(id)), user, response, views, cancel);
    }

    private static async Task<Results<Ok<IngestResponse>, ProblemHttpResult>> Ingest(
        string id, ClaimsPrincipal user, HttpContext context, StreamLookup streams, IClusterClient grains,
        Func<ILiveStreamGrain, Task<Result<StreamIngest>>> ask, CancellationToken cancel)
    {
        if (await streams.FindOwn(id, user, cancel) is null) return Problem.NotFound();
        var ingest = await ask(grains.GetGrain<ILiveStreamGrain>(id));
        if (!ingest.Ok) return Problem.Of(ingest.Rejection);
        // It has a secret in it.
        context.Response.Headers.CacheControl = "no-store";
        return TypedResults.Ok(IngestResponse.Of(ingest.Value, context.Request.Host.Host));
    }
}
