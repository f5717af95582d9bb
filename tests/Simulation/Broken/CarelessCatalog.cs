using ContentPages.Catalog;
using ContentPages.Grains.Catalog;

namespace ContentPages.Simulation.Broken;

/// <summary>A catalog whose writes ask for no version: the last one wins.</summary>
internal sealed class CarelessCatalog(ICatalog catalog) : ICatalog
{
    public long? Revision => catalog.Revision;

    public Task<CatalogItem?> Get(CatalogKey key, CancellationToken cancel = default) => catalog.Get(key, cancel);

    public Task<CatalogPage> Query(CatalogQuery query, CancellationToken cancel = default) => catalog.Query(query, cancel);

    public async Task<string> Put(CatalogItem item, CancellationToken cancel = default)
    {
        while (true)
        {
            try
            {
                return await catalog.Put(item, cancel);
            }
            catch (CatalogConflictException e)
            {
                item = item with { Version = e.Stored };
            }
        }
    }

    public async Task Delete(CatalogKey key, string version, CancellationToken cancel = default)
    {
        try
        {
            await catalog.Delete(key, version, cancel);
        }
        catch (CatalogConflictException e) when (e.Stored is { } stored)
        {
            await catalog.Delete(key, stored, cancel);
        }
        catch (CatalogConflictException)
        {
            // What is gone is gone.
        }
    }
}
