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

internal static class TracksApi
{
    public static void MapTracks(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/tracks").WithTags("Music").WithWellFormedIds();
        group.MapGet("", List).WithName("getTracks").WithProblems(400, 401)
            .WithSummary("Everyone's tracks by title; with owner=me the caller's own, newest first.");
        group.MapGet("/{id}", Get).WithName("getTrack").WithProblems(404).WithSummary("One track.");
        group.MapGet("/{id}/videos", Videos).WithName("getVideosOfTrack").WithProblems(400, 404).WithSummary("The public videos of a track, newest first.");

        var own = group.MapGroup("").RequireAuthorization(AccountRoles.Artist).WithProblems(401, 403);
        own.MapPost("", Create).WithName("createTrack").WithProblems(400).WithSummary("Makes a track.");
        own.MapPut("/{id}", Update).WithName("updateTrack").WithProblems(400, 404, 409, 412).WithSummary("Changes a track. Takes If-Match.");
        own.MapDelete("/{id}", Delete).WithName("deleteTrack").WithProblems(404, 409, 412)
            .WithSummary("Removes a track; its videos stay. Takes If-Match.");
    }

    private static async Task<Results<Ok<Page<TrackResponse>>, ProblemHttpResult>> List(
        [AsParameters] MusicListParameters list, ClaimsPrincipal user, IMusicReader music, CancellationToken cancel)
    {
        if (list.Check(user, out var query) is { } problem) return problem;
        return TypedResults.Ok(PageOf(await music.ListTracks(query, cancel), user));
    }

    private static async Task<Results<Ok<TrackResponse>, ProblemHttpResult>> Get(
        string id, ClaimsPrincipal user, HttpResponse response, IMusicReader music, CancellationToken cancel) =>
        await music.GetTrack(id, cancel) is { } track ? Answer(track, user, response) : Problem.NotFound();

    private static async Task<Results<CachedJson<Page<VideoResponse>>, ProblemHttpResult>> Videos(
        string id, string? limit, string? cursor, IMusicReader music, PublicVideoPages pages, CancellationToken cancel)
    {
        if (PageQuery.Check(limit, cursor, null, out var size) is { } problem) return problem;
        if (await music.GetTrack(id, cancel) is null) return Problem.NotFound();
        return await pages.Get(new(TrackId: id, Limit: size, Cursor: cursor));
    }

    private static async Task<Results<Ok<TrackResponse>, ProblemHttpResult>> Create(
        TrackRequest request, ClaimsPrincipal user, HttpResponse response, MusicLinks links, IClusterClient grains, TimeProvider clock,
        CancellationToken cancel)
    {
        var errors = request.Check();
        if (errors.Any) return Problem.Invalid(errors);
        var me = user.RequiredAccountId();
        if (await links.Check(null, request.AlbumId, me, cancel) is { } unknown) return unknown;
        var created = await grains.GetGrain<ITrackGrain>(EntityId.New(clock.GetUtcNow())).Create(me, user.DisplayName(), request.Details);
        return created.Ok ? Answer(created.Value, user, response) : Problem.Of(created.Rejection);
    }

    private static async Task<Results<Ok<TrackResponse>, ProblemHttpResult>> Update(
        string id, TrackRequest request, ClaimsPrincipal user, HttpContext context, IMusicReader music, MusicLinks links, IClusterClient grains,
        CancellationToken cancel)
    {
        var errors = request.Check();
        if (errors.Any) return Problem.Invalid(errors);
        if (await FindOwn(id, user, music, cancel) is not { } track) return Problem.NotFound();
        var albumId = request.AlbumId == track.Details.AlbumId ? null : request.AlbumId;
        if (await links.Check(null, albumId, track.OwnerId, cancel) is { } unknown) return unknown;
        var updated = await grains.GetGrain<ITrackGrain>(id).Update(request.Details, context.Request.IfMatch());
        return updated.Ok ? Answer(updated.Value, user, context.Response) : Problem.Of(updated.Rejection);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Delete(
        string id, ClaimsPrincipal user, HttpRequest request, IMusicReader music, IClusterClient grains, CancellationToken cancel)
    {
        if (await FindOwn(id, user, music, cancel) is null) return Problem.NotFound();
        var deleted = await grains.GetGrain<ITrackGrain>(id).Delete(request.IfMatch());
        return deleted.Ok ? TypedResults.NoContent() : Problem.Of(deleted.Rejection);
    }

    internal static Page<TrackResponse> PageOf(Page<TrackSnapshot> page, ClaimsPrincipal user) =>
        new([.. page.Items.Select(track => TrackResponse.Of(track, user.AccountId()))], page.NextCursor);

    private static Ok<TrackResponse> Answer(TrackSnapshot track, ClaimsPrincipal user, HttpResponse response)
    {
        response.SetEtag(track.Version);
        return TypedResults.Ok(TrackResponse.Of(track, user.AccountId()));
    }

    private static async Task<TrackSnapshot?> FindOwn(string id, ClaimsPrincipal user, IMusicReader music, CancellationToken cancel) =>
        await music.GetTrack(id, cancel) is { } track && track.OwnerId == user.AccountId() ? track : null;
}
