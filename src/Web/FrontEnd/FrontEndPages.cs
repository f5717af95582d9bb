using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;

namespace ContentPages.Web.FrontEnd;

/// <summary>Serves the built front end: its files as they are, and its page for every address that is nobody else's.</summary>
internal static class FrontEndPages
{
    private const string NotBuilt = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>ContentPages</title>
        <h1>The pages are not built yet</h1>
        <p>The server runs, but the folder of the built front end is empty. <code>./run.sh</code> builds it.</p></html>
        """;

    private static readonly string[] Reserved = ["/api", "/hubs", "/live", "/media", "/objects", "/openapi", "/healthz", "/readyz", "/metrics"];

    public static void AddFrontEnd(this IServiceCollection services) => services.AddSingleton<FrontEndFiles>();

    public static IApplicationBuilder UseFrontEnd(this IApplicationBuilder app)
    {
        var files = app.ApplicationServices.GetRequiredService<FrontEndFiles>();
        return app.Use((context, next) => IsOurs(context) ? Serve(context, files) : next(context));
    }

    private static bool IsOurs(HttpContext context) =>
        context.GetEndpoint() is null
        && (HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method))
        && !Reserved.Any(path => context.Request.Path.StartsWithSegments(path, StringComparison.OrdinalIgnoreCase));

    private static Task Serve(HttpContext context, FrontEndFiles files)
    {
        var path = context.Request.Path.Value ?? "/";
        if (files.Find(path) is { } file) return Send(context, file, forever: path.StartsWith("/assets/", StringComparison.Ordinal));

        // A file that is gone (an old page asks for an old script) must not get a page in its place.
        if (path.StartsWith("/assets/", StringComparison.Ordinal)) return Http.Problem.NotFound().ExecuteAsync(context);
        if (files.Index is { } index) return Send(context, index, forever: false);
        return TypedResults.Content(NotBuilt, "text/html; charset=utf-8", statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
    }

    private static Task Send(HttpContext context, FrontEndFile file, bool forever)
    {
        var headers = context.Response.Headers;
        headers.CacheControl = forever ? "public, max-age=31536000, immutable" : "no-cache";
        var (coding, fullName) = file.Encodings.FirstOrDefault(encoding => Accepts(context.Request, encoding.Coding));
        if (file.Encodings.Count > 0) headers.Vary = HeaderNames.AcceptEncoding;
        if (coding is not null) headers.ContentEncoding = coding;

        var info = new FileInfo(fullName ?? file.FullName);
        return TypedResults.PhysicalFile(
            info.FullName,
            file.ContentType,
            lastModified: info.LastWriteTimeUtc,
            entityTag: new EntityTagHeaderValue($"\"{info.LastWriteTimeUtc.Ticks:x}-{info.Length:x}{coding}\"")).ExecuteAsync(context);
    }

    private static bool Accepts(HttpRequest request, string coding) =>
        request.GetTypedHeaders().AcceptEncoding.Any(accepted => accepted.Value == coding && accepted.Quality is not 0);
}
