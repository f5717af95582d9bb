using ContentPages.Catalog;
using ContentPages.Music;

namespace ContentPages.Grains.Music;

/// <summary>Everything that is stored of a track.</summary>
public sealed record TrackState : MusicState<TrackDetails>
{
    public const string Kind = "TRACK";

    /// <summary>Tracks without a place come after those with one.</summary>
    private const int NoPlace = 999_999;

    protected override string Partition => Kind;

    protected override string Title => Details.Title;

    public override IReadOnlyList<CatalogEntry> Entries() => Details.AlbumId is { } album
        ? [.. base.Entries(), new(CatalogIndex.Album, $"{Kind}#{album}", $"{CatalogSort.Number(Details.Position ?? NoPlace)}#{CatalogSort.Time(CreatedAt)}")]
        : base.Entries();
}
