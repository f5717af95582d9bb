using System.Security.Claims;
using ContentPages.Catalog;
using ContentPages.Streams;
using ContentPages.Web.Accounts;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContentPages.Web.Streams;

internal static class StreamReads
{
    public static async Task<Results<CachedJson<Page<StreamResponse>>, Ok<Page<StreamResponse>>, ProblemHttpResult>> List(
        [AsParameters] StreamListParameters list, ClaimsPrincipal user, StreamPages pages, CancellationToken cancel)
    {
        if (list.Check(out var query) is { } problem) return problem;
        if (list.Owner is null) return await pages.Public(query);
        if (user.AccountId() is not { } me) return Problem.Of(StatusCodes.Status401Unauthorized);
        return TypedResults.Ok(await pages.Own(query with { OwnerId = me }, cancel));
    }

    public static async Task<Results<Ok<StreamResponse>, ProblemHttpResult>> Get(
        string id, ClaimsPrincipal user, HttpResponse response, StreamLookup streams, StreamViews views, CancellationToken cancel)
    {
        if (await streams.FindNow(id, user.AccountId(), cancel) is not { } stream) return Problem.NotFound();
        response.SetEtag(stream.Version);
        return TypedResults.Ok(await views.Of(stream, user.AccountId(), cancel));
    }

    public static async Task<Results<Ok<PlaybackResponse>, ProblemHttpResult>> Playback(
        string id, bool? preview, ClaimsPrincipal user, StreamLookup streams, StreamViews views, CancellationToken cancel)
    {
        if (await streams.Find(id, user, cancel) is not { } stream) return Problem.NotFound();
        if (preview is true && !StreamViews.IsOwner(stream, user.AccountId())) return Problem.NotFound();
        return views.PlaybackOf(stream, preview is true) is { } playback
            ? TypedResults.Ok(playback)
            : Problem.Of(StatusCodes.Status409Conflict, "not_live", "There is nothing to play now.");
    }

    public static async Task<Results<Ok<SessionsResponse>, ProblemHttpResult>> Sessions(
        string id, ClaimsPrincipal user, StreamLookup streams, IClusterClient grains, StreamRecordings recordings, CancellationToken cancel)
    {
        if (await streams.Find(id, user, cancel) is not { } stream) return Problem.NotFound();
        var sessions = await grains.GetGrain<ILiveStreamGrain>(id).GetSessions();
        if (!sessions.Ok) return Problem.Of(sessions.Rejection);

        var me = user.AccountId();
        var mine = StreamViews.IsOwner(stream, me);
        var items = new List<SessionResponse>();
        foreach (var session in sessions.Value)
        {
            var videoId = (await recordings.VideoOf(session, me, cancel))?.Id;
            if (mine || videoId is not null) items.Add(SessionResponse.Of(session, videoId, mine));
        }

        return TypedResults.Ok(new SessionsResponse(items));
    }
}
