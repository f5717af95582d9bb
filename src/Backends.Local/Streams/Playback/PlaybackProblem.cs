using System.Text;
using Microsoft.AspNetCore.Http;

namespace ContentPages.Backends.Local.Streams.Playback;

/// <summary>The refusals of playback.</summary>
internal enum PlaybackProblem
{
    None,
    NotFound,
    SignatureInvalid,
    Expired,
    MethodNotAllowed,
    BadReload,
    NothingNew,
}

/// <summary>RFC 9457 with a stable <c>code</c>; the bytes are always the same.</summary>
internal static class PlaybackProblems
{
    private static readonly Dictionary<PlaybackProblem, (int Status, byte[] Body)> s_bodies = new()
    {
        [PlaybackProblem.NotFound] = Of(404, "media_not_found", "There is nothing here, or not for you."),
        [PlaybackProblem.SignatureInvalid] = Of(403, "signature_invalid", "The address was altered, or is not from here."),
        [PlaybackProblem.Expired] = Of(403, "ticket_expired", "The address has expired. Ask for a new one."),
        [PlaybackProblem.MethodNotAllowed] = Of(405, "method_not_allowed", "This can only be fetched."),
        [PlaybackProblem.BadReload] = Of(400, "reload_invalid", "No playlist will hold this segment soon."),
        [PlaybackProblem.NothingNew] = Of(503, "nothing_new", "The encoder has sent nothing new."),
    };

    public static Task Send(HttpContext context, PlaybackProblem problem)
    {
        var (status, body) = s_bodies[problem];
        var response = context.Response;
        response.StatusCode = status;
        response.ContentType = "application/problem+json";
        response.ContentLength = body.Length;
        response.Headers.CacheControl = "no-store";
        response.Headers.AccessControlAllowOrigin = "*";
        if (problem == PlaybackProblem.MethodNotAllowed) response.Headers.Allow = "GET, HEAD";
        return HttpMethods.IsHead(context.Request.Method) ? Task.CompletedTask : response.BodyWriter.WriteAsync(body).AsTask();
    }

    private static (int Status, byte[] Body) Of(int status, string code, string detail) =>
        (status, Encoding.UTF8.GetBytes($"{{\"status\":{status},\"code\":\"{code}\",\"detail\":\"{detail}\"}}"));
}
