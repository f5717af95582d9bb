namespace ContentPages.Videos;

/// <summary>What the owner may edit.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.VideoDetails")]
public sealed record VideoDetails(
    [property: Id(0)] string Title,
    [property: Id(1)] string Description,
    [property: Id(2)] Visibility Visibility,
    [property: Id(3)] string? TrackId = null,
    [property: Id(4)] string? AlbumId = null);
