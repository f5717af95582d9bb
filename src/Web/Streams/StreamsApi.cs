using ContentPages.Web.Accounts;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Web.Streams;

internal static class StreamsApi
{
    public static IServiceCollection AddStreamsApi(this IServiceCollection services) => services
        .AddSingleton<StreamLookup>()
        .AddSingleton<StreamRecordings>()
        .AddSingleton<StreamViews>()
        .AddSingleton<StreamPages>();

    public static void MapStreams(this IEndpointRouteBuilder api)
    {
        var group = api.MapGroup("/streams").WithTags("Streams").WithWellFormedIds();

        group.MapGet("", StreamReads.List).WithName("getStreams").WithProblems(400, 401)
            .WithSummary("Public streams: live ones (also while they reconnect), scheduled ones soonest first, or ended ones; with owner=me the caller's own.");
        group.MapGet("/{id}", StreamReads.Get).WithName("getStream").WithProblems(404)
            .WithSummary("One stream. 404 also when the caller may not see it.");
        group.MapGet("/{id}/playback", StreamReads.Playback).WithName("getPlayback").WithProblems(404, 409)
            .WithSummary("Where to play it from; 409 not_live unless it is live. With preview=true what its encoder sends, for its owner only.");
        group.MapGet("/{id}/sessions", StreamReads.Sessions).WithName("getStreamSessions").WithProblems(404)
            .WithSummary("Past runs with their recordings, newest first. Others than its owner see those whose recording they may see.");
        group.MapGet("/{id}/calendar.ics", StreamCalendar.Get).WithName("getStreamCalendar").WithProblems(404)
            .Produces<string>(StatusCodes.Status200OK, "text/calendar")
            .WithSummary("The planned start as a calendar file; 404 without one.");

        var own = group.MapGroup("").RequireAuthorization(AccountRoles.Artist).WithProblems(401, 403);
        own.MapPost("", StreamWrites.Create).WithName("createStream").LimitedBy(RateLimit.NewStream)
            .WithSummary("Makes a stream. With scheduledFor it is scheduled; it never starts by itself.").WithProblems(400, 429);
        own.MapPut("/{id}", StreamWrites.Update).WithName("updateStream")
            .WithSummary("Changes what its owner may edit. Takes If-Match.").WithProblems(400, 404, 409, 412);
        own.MapDelete("/{id}", StreamWrites.Delete).WithName("deleteStream")
            .WithSummary("Deletes the stream; videos of its recordings stay. 409 while a session is on. Takes If-Match.").WithProblems(404, 409, 412);
        own.MapPost("/{id}/thumbnail/presigned", StreamWrites.PresignCover).WithName("presignThumbnail").LimitedBy(RateLimit.UploadTicket)
            .WithSummary("A ticket to upload a cover picture.").WithProblems(400, 404, 409, 429);

        own.MapGet("/{id}/ingest", Broadcasting.Ingest).WithName("getIngest")
            .WithSummary("Where to send to, with the secret key.").WithProblems(404, 409, 503);
        own.MapPost("/{id}/ingest/rotate", Broadcasting.Rotate).WithName("rotateStreamKey").LimitedBy(RateLimit.StreamKey)
            .WithSummary("Makes a new key. The old one stops working at once, also for who is connected with it.").WithProblems(404, 409, 429, 503);
        own.MapPost("/{id}/start", Broadcasting.Start).WithName("startStream").LimitedBy(RateLimit.StreamStart)
            .WithSummary("Goes live, as soon as there is a signal. Idempotent.").WithProblems(404, 409, 429, 503);
        own.MapPost("/{id}/stop", Broadcasting.Stop).WithName("stopStream")
            .WithSummary("Ends the session, whatever the encoder does. Idempotent.").WithProblems(404, 409);
        own.MapGet("/{id}/health", Broadcasting.Health).WithName("getStreamHealth")
            .WithSummary("What the encoder sends, measured, with advice.").WithProblems(404, 503);
    }
}
