using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace ContentPages.Web.Http;

/// <summary>
/// Refuses what another site's page sends with this site's cookie: requests that change something, and everything to the hubs, since a
/// WebSocket opens with a GET. Browsers name the origin themselves and no page can alter that; a caller that names none is no browser.
/// </summary>
internal static class ForeignOrigins
{
    public static IApplicationBuilder UseForeignOriginRefusal(this IApplicationBuilder app) => app.Use(static (context, next) =>
        ChangesSomething(context.Request) && IsForeign(context.Request)
            ? Problem.Of(StatusCodes.Status403Forbidden, "foreign_origin", "Another site's page cannot do this.").ExecuteAsync(context)
            : next(context));

    private static bool ChangesSomething(HttpRequest request) =>
        !(HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        || request.Path.StartsWithSegments("/hubs", StringComparison.OrdinalIgnoreCase);

    private static bool IsForeign(HttpRequest request)
    {
        // Sec-Fetch-Site is right where a proxy has rewritten Host, but only secure contexts send it.
        var site = request.Headers["Sec-Fetch-Site"];
        if (site.Count > 0) return !(site.Count == 1 && site[0] is "same-origin" or "none");

        var origin = request.Headers.Origin;
        if (origin.Count == 0) return false;
        return !(origin.Count == 1
            && Uri.TryCreate(origin[0], UriKind.Absolute, out var uri)
            && uri.Scheme is "http" or "https"
            && HostOf(request) == new HostString(uri.IdnHost, uri.Port));
    }

    private static HostString HostOf(HttpRequest request) =>
        new(request.Host.Host, request.Host.Port ?? (request.IsHttps ? 443 : 80));
}
