using ContentPages.Catalog;

namespace ContentPages.Grains.Catalog;

/// <summary>A grain's state that is a catalog item: it says where it stands in the indexes.</summary>
public interface ICatalogEntity
{
    IReadOnlyList<CatalogEntry> Entries();

    string? CatalogStatus { get; }

    string? CatalogSearchText { get; }

    /// <summary>Whether everyone may find it in lists.</summary>
    bool CatalogListed { get; }
}
