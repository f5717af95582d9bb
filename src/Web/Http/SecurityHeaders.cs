using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Primitives;

namespace ContentPages.Web.Http;

internal static class SecurityHeaders
{
    // hls.js feeds the player through blob: addresses and runs its demuxer in a blob: worker; React sets style attributes.
    private static readonly StringValues ContentSecurityPolicy =
        "default-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; worker-src 'self' blob:; style-src 'self' 'unsafe-inline'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private static readonly StringValues NoSniff = "nosniff";
    private static readonly StringValues SameOrigin = "same-origin";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use(static (context, next) =>
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = ContentSecurityPolicy;
        headers.XContentTypeOptions = NoSniff;
        headers["Referrer-Policy"] = SameOrigin;
        return next(context);
    });
}
