using System.Security.Claims;
using ContentPages.Videos;
using ContentPages.Web.Accounts;
using ContentPages.Web.Http;
using ContentPages.Web.Music;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace ContentPages.Web.Videos;

internal static class VideoWrites
{
    public static async Task<Results<Ok<VideoResponse>, ProblemHttpResult>> Update(
        string id, UpdateVideoRequest request, ClaimsPrincipal user, HttpContext context, IVideoReader videos, MusicLinks links,
        IClusterClient grains, VideoViews views, CancellationToken cancel)
    {
        var errors = VideoRules.Check(request);
        if (errors.Any) return Problem.Invalid(errors);
        if (await FindOwn(id, user, videos, cancel) is not { } video) return Problem.NotFound();

        // A link that stays is fine although its track or album may have been deleted since.
        var trackId = request.TrackId == video.Details.TrackId ? null : request.TrackId;
        var albumId = request.AlbumId == video.Details.AlbumId ? null : request.AlbumId;
        if (await links.Check(trackId, albumId, video.OwnerId, cancel) is { } unknown) return unknown;

        var details = new VideoDetails(request.Title.Trim(), request.Description ?? "", request.Visibility, request.TrackId, request.AlbumId);
        var updated = await grains.GetGrain<IVideoGrain>(id).Update(details, context.Request.IfMatch());
        return Answer(updated, user, context.Response, views);
    }

    public static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        string id, ClaimsPrincipal user, HttpRequest request, IVideoReader videos, IClusterClient grains, CancellationToken cancel)
    {
        if (await FindOwn(id, user, videos, cancel) is null) return Problem.NotFound();
        var deleted = await grains.GetGrain<IVideoGrain>(id).Delete(request.IfMatch());
        return deleted.Ok ? TypedResults.NoContent() : Problem.Of(deleted.Rejection);
    }

    public static async Task<Results<Ok<VideoResponse>, ProblemHttpResult>> Retry(
        string id, ClaimsPrincipal user, HttpResponse response, IVideoReader videos, IClusterClient grains, VideoViews views, CancellationToken cancel)
    {
        if (await FindOwn(id, user, videos, cancel) is null) return Problem.NotFound();
        return Answer(await grains.GetGrain<IVideoGrain>(id).Retry(), user, response, views);
    }

    /// <summary>The caller's own video, or null: that another's exists is none of the caller's business.</summary>
    internal static async Task<VideoSnapshot?> FindOwn(string id, ClaimsPrincipal user, IVideoReader videos, CancellationToken cancel) =>
        await videos.Get(id, cancel) is { } video && VideoViews.IsOwner(video, user.AccountId()) ? video : null;

    internal static Results<Ok<VideoResponse>, ProblemHttpResult> Answer(
        Result<VideoSnapshot> result, ClaimsPrincipal user, HttpResponse response, VideoViews views)
    {
        if (!result.Ok) return Problem.Of(result.Rejection);
        response.SetEtag(result.Value.Version);
        return TypedResults.Ok(views.Of(result.Value, user.AccountId()));
    }
}
