using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Web.Videos;

/// <summary>
/// Answers the public list before anything is looked at that only other requests need: every front page asks for it, and it is the same
/// for everyone. What is not there goes on to the endpoint, which makes it.
/// </summary>
internal static class PublicVideosShortcut
{
    public static IApplicationBuilder UsePublicVideosShortcut(this IApplicationBuilder app)
    {
        var pages = app.ApplicationServices.GetRequiredService<PublicVideoPages>();
        return app.Use((context, next) =>
            context.Request.Path.Value == "/api/videos"
            && HttpMethods.IsGet(context.Request.Method)
            && pages.TryGet(context.Request.QueryString.Value ?? "", out var body)
                ? body.Send(context)
                : next(context));
    }
}
