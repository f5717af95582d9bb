using System.Security.Claims;
using ContentPages.Videos;
using ContentPages.Web.Accounts;
using ContentPages.Web.Http;
using ContentPages.Web.Music;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Videos;

internal static class VideoUploads
{
    public static async Task<Results<Ok<UploadTicketResponse>, ProblemHttpResult>> Presign(
        PresignUploadRequest request, ClaimsPrincipal user, MusicLinks links, IClusterClient grains, IOptions<WebOptions> options,
        TimeProvider clock, CancellationToken cancel)
    {
        var errors = VideoRules.Check(request, options.Value.MaxUploadBytes);
        if (errors.Any) return Problem.Invalid(errors);
        var me = user.RequiredAccountId();
        if (await links.Check(request.TrackId, request.AlbumId, me, cancel) is { } unknown) return unknown;

        var ticket = await grains.GetGrain<IVideoGrain>(EntityId.New(clock.GetUtcNow())).Create(new CreateVideo(
            me,
            user.DisplayName(),
            new SourceFile(request.FileName, request.ContentType, request.Size),
            new VideoDetails(request.Title.Trim(), request.Description ?? "", request.Visibility, request.TrackId, request.AlbumId)));
        return ticket.Ok ? TypedResults.Ok(UploadTicketResponse.Of(ticket.Value)) : Problem.Of(ticket.Rejection);
    }

    public static async Task<Results<Ok<UploadResponse>, ProblemHttpResult>> Get(
        string id, ClaimsPrincipal user, IVideoReader videos, IClusterClient grains, CancellationToken cancel)
    {
        if (await VideoWrites.FindOwn(id, user, videos, cancel) is null) return Problem.NotFound();
        var upload = await grains.GetGrain<IVideoGrain>(id).GetUpload();
        return upload.Ok ? TypedResults.Ok(UploadResponse.Of(upload.Value)) : Problem.Of(upload.Rejection);
    }

    public static async Task<Results<Ok<SignedPartsResponse>, ProblemHttpResult>> SignParts(
        string id, SignPartsRequest request, ClaimsPrincipal user, IVideoReader videos, IClusterClient grains, CancellationToken cancel)
    {
        var errors = VideoRules.Check(request);
        if (errors.Any) return Problem.Invalid(errors);
        if (await VideoWrites.FindOwn(id, user, videos, cancel) is null) return Problem.NotFound();

        var parts = await grains.GetGrain<IVideoGrain>(id).SignParts(request.Numbers);
        return parts.Ok
            ? TypedResults.Ok(new SignedPartsResponse([.. parts.Value.Select(part => new SignedPartResponse(part.Number, part.Url, part.ExpiresAt))]))
            : Problem.Of(parts.Rejection);
    }

    public static async Task<Results<Ok<VideoResponse>, ProblemHttpResult>> Confirm(
        ConfirmUploadRequest request, ClaimsPrincipal user, HttpResponse response, IVideoReader videos, IClusterClient grains, VideoViews views,
        CancellationToken cancel)
    {
        var errors = VideoRules.Check(request);
        if (errors.Any) return Problem.Invalid(errors);
        if (!EntityId.IsValid(request.VideoId) || await VideoWrites.FindOwn(request.VideoId, user, videos, cancel) is null) return Problem.NotFound();

        // Sizes come from the store: a caller names numbers and etags only.
        var parts = request.Parts?.Select(static part => new UploadedPart(part.Number, part.Etag, Size: 0)).ToArray();
        var confirmed = await grains.GetGrain<IVideoGrain>(request.VideoId).ConfirmUpload(parts);
        return VideoWrites.Answer(confirmed, user, response, views);
    }
}
