using ContentPages.Web.Accounts;
using ContentPages.Web.Chat;
using ContentPages.Web.FrontEnd;
using ContentPages.Web.Http;
using ContentPages.Web.Live;
using ContentPages.Web.Live.Delivery;
using ContentPages.Web.Music;
using ContentPages.Web.OpenApi;
using ContentPages.Web.Operations;
using ContentPages.Web.Streams;
using ContentPages.Web.Videos;
using Microsoft.AspNetCore.Builder;

namespace ContentPages.Web;

public static class WebPipeline
{
    /// <summary>The middleware and endpoints of the role <c>web</c>.</summary>
    public static WebApplication UseContentPagesWeb(this WebApplication app)
    {
        app.UseDirectSockets();
        app.UseProxies();
        app.UseSecurityHeaders();
        app.UsePublicVideosShortcut();
        app.UseExceptionHandler(static _ => { });
        app.UseStatusCodePages(static status => Problem.Of(status.HttpContext.Response.StatusCode).ExecuteAsync(status.HttpContext));
        app.UseForeignOriginRefusal();
        app.UseRouting();
        app.UseBodyLimits();
        app.UseAuthentication();
        app.UseSessions();
        app.UseRateLimits();
        app.UseAuthorization();
        app.UseFrontEnd();

        app.MapOperations();
        app.MapApiDocument();
        app.MapLive();
        var api = app.MapGroup("/api").WithBodyLimit().WithRetryAfter();
        api.MapAccounts();
        api.MapVideos();
        api.MapStreams();
        api.MapChat();
        api.MapTracks();
        api.MapAlbums();
        return app;
    }
}
