using ContentPages.Catalog;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Tests.Catalog;

namespace ContentPages.Simulation.World;

/// <summary>The way of one process to the catalog.</summary>
internal sealed class SimulatedCatalog(InMemoryCatalog catalog, Port port) : ICatalog
{
    public long? Revision => null;

    public Task<CatalogItem?> Get(CatalogKey key, CancellationToken cancel = default) =>
        port.Read($"get {key}", () => catalog.Get(key, CancellationToken.None).GetAwaiter().GetResult());

    public Task<CatalogPage> Query(CatalogQuery query, CancellationToken cancel = default) =>
        port.Read($"query {query.Index}", () => catalog.Query(query, CancellationToken.None).GetAwaiter().GetResult());

    public Task<string> Put(CatalogItem item, CancellationToken cancel = default) =>
        port.Write($"put {item.Key} {item.Status} over {item.Version}", () => catalog.Put(item, CancellationToken.None).GetAwaiter().GetResult());

    public Task Delete(CatalogKey key, string version, CancellationToken cancel = default) =>
        port.Write($"delete {key}", () => catalog.Delete(key, version, CancellationToken.None).GetAwaiter().GetResult());
}
