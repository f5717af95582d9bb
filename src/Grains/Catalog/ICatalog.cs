using ContentPages.Catalog;

namespace ContentPages.Grains.Catalog;

/// <summary>One store for every entity: an item is written by its grain alone, in one conditional write.</summary>
public interface ICatalog : ICatalogReader
{
    /// <summary>Stores an item if the stored version is still <see cref="CatalogItem.Version"/> (null: not there yet). Answers the new version.</summary>
    /// <exception cref="CatalogConflictException">Another version is stored.</exception>
    Task<string> Put(CatalogItem item, CancellationToken cancel = default);

    /// <summary>Removes an item if the stored version is still <paramref name="version"/>. Removing what is not there is a conflict too.</summary>
    /// <exception cref="CatalogConflictException">Another version is stored, or none.</exception>
    Task Delete(CatalogKey key, string version, CancellationToken cancel = default);
}

/// <summary>The stored version is not the expected one.</summary>
public sealed class CatalogConflictException(CatalogKey key, string? expected, string? stored)
    : Exception($"{key}: expected version '{expected ?? "none"}', stored is '{stored ?? "none"}'.")
{
    public string? Expected { get; } = expected;

    public string? Stored { get; } = stored;
}
