using ContentPages.Web.Accounts;
using ContentPages.Web.Chat;
using ContentPages.Web.FrontEnd;
using ContentPages.Web.Http;
using ContentPages.Web.Live;
using ContentPages.Web.OpenApi;
using ContentPages.Web.Operations;
using ContentPages.Web.Streams;
using ContentPages.Web.Videos;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Web;

public static class WebServices
{
    /// <summary>
    /// The role <c>web</c>. The host adds what it stands on: the engine's <c>IClusterClient</c>, the readers, media addresses, data
    /// protection, and the database of the accounts.
    /// </summary>
    public static IServiceCollection AddContentPagesWeb(this IServiceCollection services, Action<IServiceProvider, DbContextOptionsBuilder> accountsDatabase)
    {
        services.AddOptions<WebOptions>().BindConfiguration(WebOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.ConfigureHttpJsonOptions(static json => JsonSettings.Apply(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(static routes => routes.ThrowOnBadRequest = true);
        services.AddExceptionHandler<FailureHandler>();
        services.AddAccounts(accountsDatabase);
        services.AddRateLimits();
        services.AddProxies();
        services.AddVideosApi();
        services.AddStreamsApi();
        services.AddLive();
        services.AddChat();
        services.AddFrontEnd();
        services.AddOperations();
        services.AddApiDocument();
        return services;
    }
}
