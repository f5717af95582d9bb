using ContentPages.Backends.Local.Events;
using ContentPages.Backends.Local.Media;
using ContentPages.Backends.Local.Streams.Browser;
using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Backends.Local.Streams.Rtmp;
using ContentPages.Grains.Streams;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContentPages.Backends.Local.Streams.Channels;

public static class LocalIngest
{
    /// <summary>
    /// Adds the channels of this machine: RTMP and browser ingest. Their settings are the section <c>Ingest</c>; their events go to the local queue.
    /// Needs the object store and the packager; map the endpoints with <see cref="MapLocalIngest"/>.
    /// </summary>
    public static IServiceCollection AddLocalIngest(this IServiceCollection services)
    {
        services.AddLocalOptions();
        services.AddLocalEventQueue();
        services.AddOptions<IngestOptions>().BindConfiguration(IngestOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton(provider => provider.GetRequiredService<IOptions<IngestOptions>>().Value);
        services.AddSingleton(Parts);
        services.AddSingleton<ChannelDirectory>();
        services.AddSingleton<LiveFfmpeg>();
        services.AddSingleton<BrowserTickets>();
        services.AddSingleton<RareKeyframes>();
        services.AddSingleton<BrowserIngest>();
        services.AddSingleton<LocalChannels>();
        services.AddSingleton<ILiveChannels>(provider => provider.GetRequiredService<LocalChannels>());
        services.AddHostedService(provider => provider.GetRequiredService<LocalChannels>());
        AddRtmp(services);
        return services;
    }

    /// <summary>Maps what our nginx calls, and the endpoint that browsers broadcast to.</summary>
    public static IEndpointRouteBuilder MapLocalIngest(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapRtmpCallbacks();
        endpoints.MapBrowserIngest();
        return endpoints;
    }

    private static void AddRtmp(IServiceCollection services)
    {
        services.AddSingleton<RtmpState>();
        services.AddSingleton(provider => new RtmpFolder(provider.GetRequiredService<IOptions<LocalOptions>>().Value));
        services.AddSingleton<NginxControl>();
        services.AddSingleton<RtmpPulls>();
        services.AddSingleton<RtmpGate>();
        services.AddSingleton<OwnAddress>();
        services.AddHostedService<RtmpServer>();
    }

    private static ChannelParts Parts(IServiceProvider provider)
    {
        var store = provider.GetRequiredService<DiskObjectStore>();
        return new ChannelParts(
            new ChannelStore(provider.GetRequiredService<IOptions<LocalOptions>>().Value.PathOf("channels")),
            provider.GetRequiredService<LivePlayouts>(),
            provider.GetRequiredService<LocalEventQueue>().TryPublish,
            store.PathOf,
            provider.GetRequiredService<IngestOptions>(),
            provider.GetRequiredService<TimeProvider>(),
            provider.GetRequiredService<ILogger<LocalChannels>>());
    }
}
