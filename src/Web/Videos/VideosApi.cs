using ContentPages.Web.Accounts;
using ContentPages.Web.Http;
using ContentPages.Web.Music;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Web.Videos;

internal static class VideosApi
{
    public static IServiceCollection AddVideosApi(this IServiceCollection services) => services
        .AddSingleton<VideoViews>()
        .AddSingleton<PublicVideoPages>()
        .AddSingleton<MusicLinks>();

    public static void MapVideos(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/videos").WithTags("Videos").WithWellFormedIds();

        group.MapGet("", VideoReads.List).WithName("getVideos").WithProblems(400, 401)
            .WithSummary("Public videos that are ready, newest first; with owner=me the caller's own, whatever their status.");
        group.MapGet("/{id}", VideoReads.Get).WithName("getVideo").WithProblems(404)
            .WithSummary("One video. 404 also when the caller may not see it.");
        group.MapGet("/{id}/stream", VideoReads.Stream).WithName("getStreamUrl").WithProblems(404, 409)
            .WithSummary("Where to play it from; 409 not_playable before the first segments.");

        var own = group.MapGroup("").RequireAuthorization(AccountRoles.Artist).WithProblems(401, 403);
        own.MapPost("/upload/presigned", VideoUploads.Presign).WithName("getPresignedUpload").LimitedBy(RateLimit.UploadTicket)
            .WithSummary("Makes a video and a ticket to upload its file.").WithProblems(400, 429);
        own.MapPost("/upload/confirm", VideoUploads.Confirm).WithName("confirmUpload")
            .WithSummary("Completes an upload, checks its size and starts processing. Idempotent.").WithProblems(400, 404, 409);
        own.MapGet("/{id}/upload", VideoUploads.Get).WithName("getUpload")
            .WithSummary("What has arrived, with a fresh ticket, to resume.").WithProblems(404, 409);
        own.MapPost("/{id}/upload/parts", VideoUploads.SignParts).WithName("signParts")
            .WithSummary("Signs parts of a multipart upload.").WithProblems(400, 404, 409);

        own.MapPut("/{id}", VideoWrites.Update).WithName("updateVideo")
            .WithSummary("Changes what its owner may edit. Takes If-Match.").WithProblems(400, 404, 409, 412);
        own.MapDelete("/{id}", VideoWrites.Delete).WithName("deleteVideo")
            .WithSummary("Deletes the video and everything made of it. Takes If-Match.").WithProblems(404, 409, 412);
        own.MapPost("/{id}/retry", VideoWrites.Retry).WithName("retryVideo")
            .WithSummary("Another attempt after a failure.").WithProblems(404, 409);
    }
}
