namespace ContentPages.Catalog;

/// <summary>Primary key of an item: <c>VIDEO#{id}</c> and <c>STATE</c>, for instance.</summary>
public readonly record struct CatalogKey(string Partition, string Sort)
{
    public override string ToString() => $"{Partition}/{Sort}";
}

/// <summary>An item's place in one index.</summary>
public readonly record struct CatalogEntry(CatalogIndex Index, string Partition, string Sort);

/// <summary>One stored entity.</summary>
/// <param name="Body">The entity's state as UTF-8 JSON.</param>
/// <param name="Entries">At most one per index.</param>
/// <param name="Status">What <see cref="CatalogQuery.Status"/> filters on, or null.</param>
/// <param name="SearchText">Folded text that <see cref="CatalogQuery.Contains"/> looks in, or null.</param>
/// <param name="Listed">Whether everyone may find it in lists.</param>
/// <param name="Version">Etag of the stored version; null before it is stored.</param>
/// <param name="ExpiresAt">After this the item may vanish by itself; null for never.</param>
public sealed record CatalogItem(
    CatalogKey Key,
    ReadOnlyMemory<byte> Body,
    IReadOnlyList<CatalogEntry> Entries,
    string? Status = null,
    string? SearchText = null,
    bool Listed = false,
    string? Version = null,
    DateTimeOffset? ExpiresAt = null);
