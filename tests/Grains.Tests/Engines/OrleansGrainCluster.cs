using ContentPages.Grains.Catalog;
using ContentPages.Videos;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Runtime.Hosting;
using Orleans.TestingHost;

namespace ContentPages.Grains.Tests.Engines;

public sealed partial class GrainCluster
{
    private InProcessTestCluster _cluster = null!;

    private async Task<IClusterClient> Start()
    {
        var builder = new InProcessTestClusterBuilder(1);
        builder.Options.ConfigureFileLogging = false;
        builder.ConfigureSilo((_, silo) =>
        {
            World.Register(silo.Services);
            // The fake clock is for what grains read; timers keep real time, since streams are delivered by them.
            silo.Services.AddKeyedSingleton(KeyedService.AnyKey, (_, _) => TimeProvider.System);
            silo.Services.AddGrainStorage(CatalogStorage.Name, (services, _) => services.GetRequiredService<CatalogStorage>());
            silo.AddMemoryGrainStorage("PubSubStore");
            silo.AddMemoryStreams(VideoStreams.Provider, streams =>
            {
                streams.ConfigurePartitioning(1);
                streams.ConfigurePullingAgent(o => o.Configure(p => p.GetQueueMsgsTimerPeriod = TimeSpan.FromMilliseconds(10)));
            });
        });
        builder.ConfigureClient(client => client.AddMemoryStreams(VideoStreams.Provider, streams => streams.ConfigurePartitioning(1)));
        _cluster = builder.Build();
        await _cluster.DeployAsync();
        return _cluster.Client;
    }

    private async Task Stop()
    {
        await _cluster.StopAllSilosAsync();
        await _cluster.DisposeAsync();
    }
}
