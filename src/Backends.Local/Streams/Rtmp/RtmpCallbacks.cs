using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace ContentPages.Backends.Local.Streams.Rtmp;

/// <summary>
/// What our nginx asks and tells. Its address holds a secret made at each start, and only this machine is listened to. Publishers are known by their
/// <c>clientid</c>: a refused one's <c>publish_done</c> comes as well. Of a field that comes more than once the first counts, for the publisher may add some.
/// </summary>
internal static class RtmpCallbacks
{
    public const string Path = "/internal/rtmp/";
    public const string Publish = "publish";
    public const string PublishDone = "publish-done";
    public const string Play = "play";

    public static void MapRtmpCallbacks(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost(Path + "{secret}/{call}", Answer).AllowAnonymous().ExcludeFromDescription().DisableAntiforgery();

    private static async Task<IResult> Answer(HttpContext http, string secret, string call, RtmpGate gate)
    {
        if (http.Connection.RemoteIpAddress is not { } from || !System.Net.IPAddress.IsLoopback(from) || !gate.IsOurs(secret)) return TypedResults.NotFound();
        if (!http.Request.HasFormContentType) return TypedResults.BadRequest();
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var name = form["name"] is [{ } first, ..] ? first : "";
        if (!int.TryParse(form["clientid"] is [{ } id, ..] ? id : "", NumberStyles.None, CultureInfo.InvariantCulture, out var client))
            return TypedResults.BadRequest();
        switch (call)
        {
            case Publish when await gate.Admit(name, client) is { } connectionId:
                // A name that is no address renames the stream: the key is seen nowhere from here on.
                http.Response.Headers.Location = connectionId;
                return TypedResults.StatusCode(StatusCodes.Status302Found);
            case Publish:
                return TypedResults.StatusCode(StatusCodes.Status403Forbidden);
            case PublishDone:
                gate.Left(client);
                return TypedResults.Ok();
            case Play:
                return gate.Joins(name) ? TypedResults.Ok() : TypedResults.StatusCode(StatusCodes.Status403Forbidden);
            default:
                return TypedResults.NotFound();
        }
    }
}
