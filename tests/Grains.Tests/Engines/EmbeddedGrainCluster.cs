using ContentPages.Grains.Catalog;
using ContentPages.Grains.Videos;
using ContentPages.Videos;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ContentPages.Grains.Tests.Engines;

public sealed partial class GrainCluster
{
    private IHost _host = null!;

    private async Task<IClusterClient> Start()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        World.Register(builder.Services);
        builder.Services.AddEmbeddedOrleans(o => o
            .AddGrains(typeof(VideoGrain).Assembly)
            .AddGrainStorage(CatalogStorage.Name, (services, _) => services.GetRequiredService<CatalogStorage>())
            .AddMemoryStreams(VideoStreams.Provider));
        _host = builder.Build();
        await _host.StartAsync();
        return _host.Services.GetRequiredService<IClusterClient>();
    }

    private async Task Stop()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
