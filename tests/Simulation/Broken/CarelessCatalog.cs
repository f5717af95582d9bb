using ContentPages.Catalog;
using ContentPages.Grains.Catalog;

namespace ContentPages.Simulation.Broken;

/// <summary>Writes over whatever is there.</summary>
internal sealed class CarelessCatalog(ICatalog catalog) : ICatalog
{
    public long? Revision => catalog.Revision;

    public Task<CatalogItem?> Get(CatalogKey key, CancellationToken cancel = default) => catalog.Get(key, cancel);

    public Task<CatalogPage> Query(CatalogQuery query, CancellationToken cancel = default) => catalog.Query(query, cancel);

    public async Task<string> Put(CatalogItem item, CancellationToken cancel = default) =>
        await catalog.Put(item with { Version = (await catalog.Get(item.Key, cancel))?.Version }, cancel);

    public Task Delete(CatalogKey key, string version, CancellationToken cancel = default) => catalog.Delete(key, version, cancel);
}
