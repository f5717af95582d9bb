using ContentPages.Music;
using ContentPages.Web.Http;
using ContentPages.Web.Videos;

namespace ContentPages.Web.Music;

/// <summary>A track.</summary>
/// <param name="Position">Place on the album from 1, or null.</param>
/// <param name="Mine">Whether the caller owns it.</param>
internal sealed record TrackResponse(
    string Id, string Title, string Description, string? AlbumId, int? Position, OwnerResponse Owner,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, bool Mine)
{
    public static TrackResponse Of(TrackSnapshot track, string? callerId) => new(
        track.Id, track.Details.Title, track.Details.Description, track.Details.AlbumId, track.Details.Position,
        new(track.OwnerId, track.OwnerName), track.CreatedAt, track.UpdatedAt, track.OwnerId == callerId);
}

/// <summary>An album.</summary>
/// <param name="ReleasedOn">Day of release, or null.</param>
/// <param name="Mine">Whether the caller owns it.</param>
internal sealed record AlbumResponse(
    string Id, string Title, string Description, DateOnly? ReleasedOn, OwnerResponse Owner,
    DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, bool Mine)
{
    public static AlbumResponse Of(AlbumSnapshot album, string? callerId) => new(
        album.Id, album.Details.Title, album.Details.Description, album.Details.ReleasedOn,
        new(album.OwnerId, album.OwnerName), album.CreatedAt, album.UpdatedAt, album.OwnerId == callerId);
}

/// <param name="AlbumId">One of the caller's albums, or null.</param>
/// <param name="Position">Place on the album, 1 to 1000, or null.</param>
internal sealed record TrackRequest(string Title, string? Description = null, string? AlbumId = null, int? Position = null)
{
    private const int MaxPosition = 1000;

    public TrackDetails Details => new(Title.Trim(), Description ?? "", AlbumId, Position);

    public FieldErrors Check() => new FieldErrors()
        .Line("title", Title, VideoRules.MaxTitleLength)
        .Text("description", Description, VideoRules.MaxDescriptionLength)
        .Check("position", Position is null or (>= 1 and <= MaxPosition), $"A place on the album is a number from 1 to {MaxPosition}.");
}

/// <param name="ReleasedOn">Day of release, for instance <c>2026-11-22</c>, or null.</param>
internal sealed record AlbumRequest(string Title, string? Description = null, DateOnly? ReleasedOn = null)
{
    public AlbumDetails Details => new(Title.Trim(), Description ?? "", ReleasedOn);

    public FieldErrors Check() => new FieldErrors()
        .Line("title", Title, VideoRules.MaxTitleLength)
        .Text("description", Description, VideoRules.MaxDescriptionLength);
}
