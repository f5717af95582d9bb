using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Streams;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ContentPages.Backends.Local.Streams.Playback;

public static class LivePlayback
{
    internal const string Root = "/live/";

    /// <summary>Adds what plays live streams to viewers, with its addresses. Needs the object store, its gate, and the transcoder.</summary>
    public static IServiceCollection AddLivePlayback(this IServiceCollection services)
    {
        services.AddLivePackaging();
        services.TryAddSingleton<PlaybackDoors>();
        services.TryAddSingleton<PlaybackServer>();
        services.AddSingleton<IStreamAddresses, LocalStreamAddresses>();
        return services;
    }

    /// <summary>
    /// Answers <c>GET, HEAD /live/{grant}/{streamId}/{session or preview}/...</c> before anything else looks at the request: call it first on the
    /// application. The grant is the authorization.
    /// </summary>
    public static IApplicationBuilder UseLivePlayback(this IApplicationBuilder app)
    {
        var server = app.ApplicationServices.GetRequiredService<PlaybackServer>();
        return app.Use(next => context =>
            context.Request.Path.Value is { } path && path.StartsWith(Root, StringComparison.Ordinal) ? server.Serve(context, path) : next(context));
    }
}
