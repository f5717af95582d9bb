namespace ContentPages.Music;

/// <summary>What the owner may edit of an album.</summary>
/// <param name="ReleasedOn">Day of release, or null.</param>
[GenerateSerializer, Immutable, Alias("contentpages.AlbumDetails")]
public sealed record AlbumDetails(
    [property: Id(0)] string Title,
    [property: Id(1)] string Description,
    [property: Id(2)] DateOnly? ReleasedOn = null);

[GenerateSerializer, Immutable, Alias("contentpages.AlbumSnapshot")]
public sealed record AlbumSnapshot(
    [property: Id(0)] string Id,
    [property: Id(1)] string Version,
    [property: Id(2)] string OwnerId,
    [property: Id(3)] string OwnerName,
    [property: Id(4)] AlbumDetails Details,
    [property: Id(5)] DateTimeOffset CreatedAt,
    [property: Id(6)] DateTimeOffset UpdatedAt);

/// <summary>One album. The key is its id.</summary>
[Alias("contentpages.IAlbumGrain")]
public interface IAlbumGrain : IGrainWithStringKey
{
    [Alias("Create")]
    Task<Result<AlbumSnapshot>> Create(string ownerId, string ownerName, AlbumDetails details);

    [Alias("Update")]
    Task<Result<AlbumSnapshot>> Update(AlbumDetails details, string? ifMatch);

    /// <summary>Removes the album. Videos that are linked to it stay.</summary>
    [Alias("Delete")]
    Task<Result<AlbumSnapshot>> Delete(string? ifMatch);
}
