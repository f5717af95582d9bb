using System.Text.Json.Serialization;
using ContentPages.Catalog;
using ContentPages.Grains.Catalog;
using ContentPages.Music;

namespace ContentPages.Grains.Music;

/// <summary>Everything that is stored of a track.</summary>
public sealed record TrackState : ICatalogEntity
{
    public const string Kind = "TRACK";

    /// <summary>Tracks without a place come after those with one.</summary>
    private const int NoPlace = 999_999;

    public string Id { get; init; } = "";

    public string OwnerId { get; init; } = "";

    public string OwnerName { get; init; } = "";

    public TrackDetails Details { get; init; } = new("", "");

    public DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset UpdatedAt { get; init; }

    [JsonIgnore]
    public string? CatalogStatus => null;

    [JsonIgnore]
    public string CatalogSearchText => SearchText.Fold(Details.Title);

    [JsonIgnore]
    public bool CatalogListed => true;

    public IReadOnlyList<CatalogEntry> Entries()
    {
        var created = CatalogSort.Time(CreatedAt);
        CatalogEntry owner = new(CatalogIndex.Owner, $"{Kind}#{OwnerId}", created);
        CatalogEntry title = new(CatalogIndex.Title, Kind, CatalogSearchText);
        return Details.AlbumId is { } album
            ? [owner, title, new(CatalogIndex.Album, $"{Kind}#{album}", $"{CatalogSort.Number(Details.Position ?? NoPlace)}#{created}")]
            : [owner, title];
    }
}
