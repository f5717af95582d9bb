using System.Text.Json.Serialization;
using ContentPages.Catalog;
using ContentPages.Grains.Catalog;
using ContentPages.Music;

namespace ContentPages.Grains.Music;

/// <summary>Everything that is stored of an album.</summary>
public sealed record AlbumState : ICatalogEntity
{
    public const string Kind = "ALBUM";

    public string Id { get; init; } = "";

    public string OwnerId { get; init; } = "";

    public string OwnerName { get; init; } = "";

    public AlbumDetails Details { get; init; } = new("", "");

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    [JsonIgnore]
    public string? CatalogStatus => null;

    [JsonIgnore]
    public string CatalogSearchText => SearchText.Fold(Details.Title);

    [JsonIgnore]
    public bool CatalogListed => true;

    public IReadOnlyList<CatalogEntry> Entries() =>
    [
        new(CatalogIndex.Owner, $"{Kind}#{OwnerId}", CatalogSort.Time(CreatedAt)),
        new(CatalogIndex.Title, Kind, CatalogSearchText),
    ];
}
