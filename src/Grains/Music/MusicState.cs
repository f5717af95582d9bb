using System.Text.Json.Serialization;
using ContentPages.Catalog;
using ContentPages.Grains.Catalog;

namespace ContentPages.Grains.Music;

/// <summary>What is stored of a track or an album.</summary>
/// <typeparam name="TDetails">What its owner may edit; a record.</typeparam>
public abstract record MusicState<TDetails> : ICatalogEntity
{
    public string Id { get; init; } = "";

    public string OwnerId { get; init; } = "";

    public string OwnerName { get; init; } = "";

    public TDetails Details { get; init; } = default!;

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    [JsonIgnore]
    public string? CatalogStatus => null;

    [JsonIgnore]
    public string CatalogSearchText => SearchText.Fold(Title);

    [JsonIgnore]
    public bool CatalogListed => true;

    /// <summary>Partition of its lists in the catalog.</summary>
    protected abstract string Partition { get; }

    protected abstract string Title { get; }

    public virtual IReadOnlyList<CatalogEntry> Entries() =>
    [
        new(CatalogIndex.Owner, $"{Partition}#{OwnerId}", CatalogSort.Time(CreatedAt)),
        new(CatalogIndex.Title, Partition, CatalogSearchText),
    ];
}
