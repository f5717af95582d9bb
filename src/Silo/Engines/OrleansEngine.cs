using System.Net;
using ContentPages.Grains.Catalog;
using ContentPages.Videos;
using Orleans.Configuration;
using Orleans.Runtime.Hosting;
using Orleans.Serialization;

namespace ContentPages.Silo.Engines;

/// <summary>The engine of this build: an Orleans silo with localhost clustering, and its own client beside it.</summary>
internal static class Engine
{
    private const string Name = "orleans";

    /// <summary>Orleans's own name for the storage of stream subscriptions.</summary>
    private const string PubSubStore = "PubSubStore";

    /// <summary>How often streams look for what was published; Orleans's default of 100 ms would be felt in progress bars.</summary>
    private static readonly TimeSpan StreamPoll = TimeSpan.FromMilliseconds(20);

    private static readonly TimeSpan ResponseTimeout = TimeSpan.FromSeconds(30);

    /// <exception cref="StartRefusedException">The process is meant to be one of several.</exception>
    public static void Check(HostArguments arguments)
    {
        if (arguments.Engine is not (null or Name))
            throw new StartRefusedException($"This build has the {Name} engine. For '{arguments.Engine}' build with -p:Engine=Embedded.");
        if (arguments.Roles.Count < Enum.GetValues<HostRole>().Length)
            throw new StartRefusedException(
                "All roles must run in one process: the catalog, the object store and the event queue of a single machine belong to it.");
    }

    public static void AddEngine(this WebApplicationBuilder builder) => builder.Host.UseOrleans((context, silo) =>
    {
        var ports = context.Configuration.GetSection("Orleans").Get<SiloPorts>() ?? new SiloPorts();
        silo.UseLocalhostClustering(ports.SiloPort, ports.GatewayPort, serviceId: "contentpages", clusterId: "localhost");
        silo.Configure<EndpointOptions>(static endpoint => endpoint.AdvertisedIPAddress = IPAddress.Loopback);
        silo.Configure<SiloMessagingOptions>(static messaging => messaging.ResponseTimeout = ResponseTimeout);
        // Otherwise an exception of ours reaches its caller as one that could not be read.
        silo.Services.Configure<ExceptionSerializationOptions>(static exceptions => exceptions.SupportedNamespacePrefixes.Add("ContentPages"));
        silo.Services.AddGrainStorage(CatalogStorage.Name, static (services, _) => services.GetRequiredService<CatalogStorage>());
        // With the silo, the subscriptions end as well: whoever watches connects again and subscribes anew.
        silo.AddMemoryGrainStorage(PubSubStore);
        silo.AddMemoryStreams(VideoStreams.Provider, static streams =>
            streams.ConfigurePullingAgent(static agent => agent.Configure(static options => options.GetQueueMsgsTimerPeriod = StreamPoll)));
    });

    /// <summary>Configuration section <c>Orleans</c>: where silo and gateway listen on the loopback address.</summary>
    private sealed class SiloPorts
    {
        public int SiloPort { get; init; } = 11111;

        public int GatewayPort { get; init; } = 30000;
    }
}
