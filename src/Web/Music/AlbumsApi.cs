using System.Security.Claims;
using ContentPages.Catalog;
using ContentPages.Music;
using ContentPages.Web.Accounts;
using ContentPages.Web.Http;
using ContentPages.Web.Videos;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace ContentPages.Web.Music;

internal static class AlbumsApi
{
    public static void MapAlbums(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/albums").WithTags("Music").WithWellFormedIds();
        group.MapGet("", List).WithName("getAlbums").WithProblems(400, 401)
            .WithSummary("Everyone's albums by title; with owner=me the caller's own, newest first.");
        group.MapGet("/{id}", Get).WithName("getAlbum").WithProblems(404).WithSummary("One album.");
        group.MapGet("/{id}/tracks", Tracks).WithName("getTracksOfAlbum").WithProblems(400, 404).WithSummary("The tracks of an album, by place.");
        group.MapGet("/{id}/videos", Videos).WithName("getVideosOfAlbum").WithProblems(400, 404).WithSummary("The public videos of an album, newest first.");

        var own = group.MapGroup("").RequireAuthorization(AccountRoles.Artist).WithProblems(401, 403);
        own.MapPost("", Create).WithName("createAlbum").WithProblems(400).WithSummary("Makes an album.");
        own.MapPut("/{id}", Update).WithName("updateAlbum").WithProblems(400, 404, 409, 412).WithSummary("Changes an album. Takes If-Match.");
        own.MapDelete("/{id}", Delete).WithName("deleteAlbum").WithProblems(404, 409, 412)
            .WithSummary("Removes an album; its tracks and videos stay. Takes If-Match.");
    }

    private static async Task<Results<Ok<Page<AlbumResponse>>, ProblemHttpResult>> List(
        [AsParameters] MusicListParameters list, ClaimsPrincipal user, IMusicReader music, CancellationToken cancel)
    {
        if (list.Check(user, out var query) is { } problem) return problem;
        var page = await music.ListAlbums(query, cancel);
        return TypedResults.Ok(new Page<AlbumResponse>([.. page.Items.Select(album => AlbumResponse.Of(album, user.AccountId()))], page.NextCursor));
    }

    private static async Task<Results<Ok<AlbumResponse>, ProblemHttpResult>> Get(
        string id, ClaimsPrincipal user, HttpResponse response, IMusicReader music, CancellationToken cancel) =>
        await music.GetAlbum(id, cancel) is { } album ? Answer(album, user, response) : Problem.NotFound();

    private static async Task<Results<Ok<Page<TrackResponse>>, ProblemHttpResult>> Tracks(
        string id, string? limit, string? cursor, ClaimsPrincipal user, IMusicReader music, CancellationToken cancel)
    {
        if (PageQuery.Check(limit, cursor, null, out var size) is { } problem) return problem;
        if (await music.GetAlbum(id, cancel) is null) return Problem.NotFound();
        return TypedResults.Ok(TracksApi.PageOf(await music.ListTracksOfAlbum(id, size, cursor, cancel), user));
    }

    private static async Task<Results<CachedJson<Page<VideoResponse>>, ProblemHttpResult>> Videos(
        string id, string? limit, string? cursor, IMusicReader music, PublicVideoPages pages, CancellationToken cancel)
    {
        if (PageQuery.Check(limit, cursor, null, out var size) is { } problem) return problem;
        if (await music.GetAlbum(id, cancel) is null) return Problem.NotFound();
        return await pages.Get(new(AlbumId: id, Limit: size, Cursor: cursor));
    }

    private static async Task<Results<Ok<AlbumResponse>, ProblemHttpResult>> Create(
        AlbumRequest request, ClaimsPrincipal user, HttpResponse response, IClusterClient grains, TimeProvider clock)
    {
        var errors = request.Check();
        if (errors.Any) return Problem.Invalid(errors);
        var created = await grains.GetGrain<IAlbumGrain>(EntityId.New(clock.GetUtcNow())).Create(user.RequiredAccountId(), user.DisplayName(), request.Details);
        return created.Ok ? Answer(created.Value, user, response) : Problem.Of(created.Rejection);
    }

    private static async Task<Results<Ok<AlbumResponse>, ProblemHttpResult>> Update(
        string id, AlbumRequest request, ClaimsPrincipal user, HttpContext context, IMusicReader music, IClusterClient grains, CancellationToken cancel)
    {
        var errors = request.Check();
        if (errors.Any) return Problem.Invalid(errors);
        if (await FindOwn(id, user, music, cancel) is null) return Problem.NotFound();
        var updated = await grains.GetGrain<IAlbumGrain>(id).Update(request.Details, context.Request.IfMatch());
        return updated.Ok ? Answer(updated.Value, user, context.Response) : Problem.Of(updated.Rejection);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        string id, ClaimsPrincipal user, HttpRequest request, IMusicReader music, IClusterClient grains, CancellationToken cancel)
    {
        if (await FindOwn(id, user, music, cancel) is null) return Problem.NotFound();
        var deleted = await grains.GetGrain<IAlbumGrain>(id).Delete(request.IfMatch());
        return deleted.Ok ? TypedResults.NoContent() : Problem.Of(deleted.Rejection);
    }

    private static Ok<AlbumResponse> Answer(AlbumSnapshot album, ClaimsPrincipal user, HttpResponse response)
    {
        response.SetEtag(album.Version);
        return TypedResults.Ok(AlbumResponse.Of(album, user.AccountId()));
    }

    private static async Task<AlbumSnapshot?> FindOwn(string id, ClaimsPrincipal user, IMusicReader music, CancellationToken cancel) =>
        await music.GetAlbum(id, cancel) is { } album && album.OwnerId == user.AccountId() ? album : null;
}
