using System.Security.Claims;
using ContentPages.Streams;
using ContentPages.Web.Accounts;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContentPages.Web.Streams;

internal static class StreamWrites
{
    public static async Task<Results<Ok<StreamResponse>, ProblemHttpResult>> Create(
        StreamRequest request, ClaimsPrincipal user, HttpResponse response, IClusterClient grains, StreamViews views, TimeProvider clock,
        CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        var errors = StreamRules.Check(request, planned: null, now);
        if (errors.Any) return Problem.Invalid(errors);
        var created = await grains.GetGrain<ILiveStreamGrain>(EntityId.New(now))
            .Create(new CreateStream(user.RequiredAccountId(), user.DisplayName(), request.ToDetails()));
        return await Answer(created, user, response, views, cancel);
    }

    public static async Task<Results<Ok<StreamResponse>, ProblemHttpResult>> Update(
        string id, StreamRequest request, ClaimsPrincipal user, HttpContext context, StreamLookup streams, IClusterClient grains, StreamViews views,
        TimeProvider clock, CancellationToken cancel)
    {
        if (await streams.FindOwn(id, user, cancel) is not { } stream) return Problem.NotFound();
        var errors = StreamRules.Check(request, stream.Details.ScheduledFor, clock.GetUtcNow());
        if (errors.Any) return Problem.Invalid(errors);
        var updated = await grains.GetGrain<ILiveStreamGrain>(id).Update(request.ToDetails(), context.Request.IfMatch());
        return await Answer(updated, user, context.Response, views, cancel);
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        string id, ClaimsPrincipal user, HttpRequest request, StreamLookup streams, IClusterClient grains, CancellationToken cancel)
    {
        if (await streams.FindOwn(id, user, cancel) is null) return Problem.NotFound();
        var deleted = await grains.GetGrain<ILiveStreamGrain>(id).Delete(request.IfMatch());
        return deleted.Ok ? TypedResults.NoContent() : Problem.Of(deleted.Rejection);
    }

    public static async Task<Results<Ok<CoverTicketResponse>, ProblemHttpResult>> PresignCover(
        string id, PresignCoverRequest request, ClaimsPrincipal user, StreamLookup streams, IClusterClient grains, CancellationToken cancel)
    {
        var errors = StreamRules.Check(request);
        if (errors.Any) return Problem.Invalid(errors);
        if (await streams.FindOwn(id, user, cancel) is null) return Problem.NotFound();
        var ticket = await grains.GetGrain<ILiveStreamGrain>(id).PresignCover(request.ContentType, request.Size);
        return ticket.Ok
            ? TypedResults.Ok(new CoverTicketResponse(ticket.Value.Url, ticket.Value.Headers, ticket.Value.ExpiresAt))
            : Problem.Of(ticket.Rejection);
    }

    internal static async Task<Results<Ok<StreamResponse>, ProblemHttpResult>> Answer(
        Result<LiveStreamSnapshot> result, ClaimsPrincipal user, HttpResponse response, StreamViews views, CancellationToken cancel)
    {
        if (!result.Ok) return Problem.Of(result.Rejection);
        response.SetEtag(result.Value.Version);
        return TypedResults.Ok(await views.Of(result.Value, user.AccountId(), cancel));
    }
}
