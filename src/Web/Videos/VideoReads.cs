using System.Security.Claims;
using ContentPages.Catalog;
using ContentPages.Videos;
using ContentPages.Web.Accounts;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContentPages.Web.Videos;

internal static class VideoReads
{
    public static async Task<Results<CachedJson<Page<VideoResponse>>, Ok<Page<VideoResponse>>, ProblemHttpResult>> List(
        [AsParameters] VideoListParameters list, HttpContext context, IVideoReader videos, VideoViews views, PublicVideoPages pages,
        CancellationToken cancel)
    {
        if (list.Check(out var query) is { } problem) return problem;
        if (list.Owner is null) return await pages.Get(query, context.Request.QueryString.Value ?? "");
        if (context.User.AccountId() is not { } me) return Problem.Of(StatusCodes.Status401Unauthorized);

        var page = await videos.List(query with { OwnerId = me }, cancel);
        return TypedResults.Ok(new Page<VideoResponse>([.. page.Items.Select(video => views.Of(video, me))], page.NextCursor));
    }

    public static async Task<Results<Ok<VideoResponse>, ProblemHttpResult>> Get(
        string id, ClaimsPrincipal user, HttpResponse response, IVideoReader videos, IClusterClient grains, VideoViews views, CancellationToken cancel)
    {
        if (await Find(id, user.AccountId(), videos, cancel) is not { } video) return Problem.NotFound();
        if (video.Status is VideoStatus.Processing)
        {
            // Progress inside a phase is not stored: only the grain knows it.
            var live = await grains.GetGrain<IVideoGrain>(id).Get();
            if (!live.Ok || !VideoViews.CanSee(live.Value, user.AccountId())) return Problem.NotFound();
            video = live.Value;
        }

        response.SetEtag(video.Version);
        return TypedResults.Ok(views.Of(video, user.AccountId()));
    }

    public static async Task<Results<Ok<VideoStreamResponse>, ProblemHttpResult>> Stream(
        string id, ClaimsPrincipal user, IVideoReader videos, VideoViews views, CancellationToken cancel)
    {
        if (await Find(id, user.AccountId(), videos, cancel) is not { } video) return Problem.NotFound();
        return views.StreamOf(video) is { } stream
            ? TypedResults.Ok(stream)
            : Problem.Of(StatusCodes.Status409Conflict, "not_playable", "There is nothing to play yet.");
    }

    /// <summary>A video that the caller may see, or null.</summary>
    internal static async Task<VideoSnapshot?> Find(string id, string? callerId, IVideoReader videos, CancellationToken cancel) =>
        await videos.Get(id, cancel) is { } video && VideoViews.CanSee(video, callerId) ? video : null;
}
