using ContentPages.Backends.Local.Catalog;
using ContentPages.Backends.Local.Chat;
using ContentPages.Chat;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Chat;
using ContentPages.Streams;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ContentPages.Bench.Chat;

/// <summary>The engine with rooms over their real log, in this process: no web, no viewers.</summary>
internal sealed class RoomHost : IAsyncDisposable
{
    private readonly IHost _host;

    private RoomHost(IHost host) => _host = host;

    public static async Task<RoomHost> Start(string dataFolder, CancellationToken cancel)
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Local:DataDirectory"] = dataFolder,
            // What one sender may do is not the question.
            ["Chat:PostBurst"] = "1000000",
            ["Chat:PostsPerSecond"] = "1000000",
        });
        builder.Services.AddLogging();
        builder.Services.AddSqliteCatalog();
        builder.Services.AddSqliteChatLog();
        builder.Services.AddSingleton<CatalogStorage>();
        builder.Services.AddSingleton<ILiveStreamReader, OneStream>();
        builder.Services.AddContentPagesChat();
        builder.Services.AddEmbeddedOrleans(engine => engine
            .AddGrains(typeof(CatalogStorage).Assembly)
            .AddGrainStorage(CatalogStorage.Name, static (services, _) => services.GetRequiredService<CatalogStorage>())
            .AddMemoryStreams(ChatStreams.Provider));
        var host = builder.Build();
        await host.StartAsync(cancel);
        return new RoomHost(host);
    }

    public IChatRoomGrain Room(string id) => _host.Services.GetRequiredService<IClusterClient>().GetGrain<IChatRoomGrain>(id);

    public Task<long> Logged(string id) => _host.Services.GetRequiredService<IChatLog>().Last(id);

    public async ValueTask DisposeAsync()
    {
        await _host.StopAsync();
        _host.Dispose();
    }
}
