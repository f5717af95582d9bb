using ContentPages.Catalog;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Tests.Catalog;

namespace ContentPages.Simulation.World;

/// <summary>The way of one process to the catalog.</summary>
internal sealed class SimulatedCatalog(SimulatedWorld world, Process process) : ICatalog
{
    private readonly InMemoryCatalog _catalog = world.Catalog;
    private readonly Port _port = new(world, process, "catalog");

    public long? Revision => null;

    public Task<CatalogItem?> Get(CatalogKey key, CancellationToken cancel = default) =>
        _port.Read($"get {key}", () => _catalog.Get(key, CancellationToken.None).GetAwaiter().GetResult());

    public Task<CatalogPage> Query(CatalogQuery query, CancellationToken cancel = default) =>
        _port.Read($"query {query.Index}", () => _catalog.Query(query, CancellationToken.None).GetAwaiter().GetResult());

    public Task<string> Put(CatalogItem item, CancellationToken cancel = default) =>
        _port.Write($"put {item.Key} {item.Status} over {item.Version}", () =>
        {
            var version = _catalog.Put(item, CancellationToken.None).GetAwaiter().GetResult();
            if (item.Version is null && process.IsDead) world.Orphans.Add(item.Key);
            return version;
        });

    public Task Delete(CatalogKey key, string version, CancellationToken cancel = default) =>
        _port.Write($"delete {key}", () => _catalog.Delete(key, version, CancellationToken.None).GetAwaiter().GetResult());
}
