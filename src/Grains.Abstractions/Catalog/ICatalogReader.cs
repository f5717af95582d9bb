namespace ContentPages.Catalog;

/// <summary>The read side of the catalog, for lists and look-ups outside grains.</summary>
public interface ICatalogReader
{
    /// <summary>One item as last written, or null.</summary>
    Task<CatalogItem?> Get(CatalogKey key, CancellationToken cancel = default);

    Task<CatalogPage> Query(CatalogQuery query, CancellationToken cancel = default);

    /// <summary>
    /// Grows with every write that this process knows of, so that a cached page can tell that it is old.
    /// Null where writes by other processes cannot be seen; then caches must go by time.
    /// </summary>
    long? Revision { get; }
}
