namespace ContentPages.Music;

/// <summary>What the owner may edit of a track.</summary>
/// <param name="AlbumId">The album it is on, or null.</param>
/// <param name="Position">Place on the album from 1, or null.</param>
[GenerateSerializer, Immutable, Alias("contentpages.TrackDetails")]
public sealed record TrackDetails(
    [property: Id(0)] string Title,
    [property: Id(1)] string Description,
    [property: Id(2)] string? AlbumId = null,
    [property: Id(3)] int? Position = null);

[GenerateSerializer, Immutable, Alias("contentpages.TrackSnapshot")]
public sealed record TrackSnapshot(
    [property: Id(0)] string Id,
    [property: Id(1)] string Version,
    [property: Id(2)] string OwnerId,
    [property: Id(3)] string OwnerName,
    [property: Id(4)] TrackDetails Details,
    [property: Id(5)] DateTimeOffset CreatedAt,
    [property: Id(6)] DateTimeOffset UpdatedAt);

/// <summary>One track. The key is its id.</summary>
[Alias("contentpages.ITrackGrain")]
public interface ITrackGrain : IGrainWithStringKey
{
    [Alias("Create")]
    Task<Result<TrackSnapshot>> Create(string ownerId, string ownerName, TrackDetails details);

    [Alias("Update")]
    Task<Result<TrackSnapshot>> Update(TrackDetails details, string? ifMatch);

    /// <summary>Removes the track. Videos that are linked to it stay.</summary>
    [Alias("Delete")]
    Task<Result<TrackSnapshot>> Delete(string? ifMatch);
}
