using ContentPages.Catalog;

namespace ContentPages.Music;

/// <summary>Which tracks or albums to list.</summary>
/// <param name="OwnerId">Only this owner's, newest first; null for everyone's, by title.</param>
/// <param name="Search">Words to find in the title; null for all.</param>
/// <param name="Limit">1 to 100.</param>
public sealed record MusicListQuery(string? OwnerId = null, string? Search = null, int Limit = 24, string? Cursor = null);

/// <summary>Tracks and albums as last written to the catalog. Both are public.</summary>
public interface IMusicReader
{
    Task<AlbumSnapshot?> GetAlbum(string albumId, CancellationToken cancel = default);

    Task<Page<AlbumSnapshot>> ListAlbums(MusicListQuery query, CancellationToken cancel = default);

    Task<TrackSnapshot?> GetTrack(string trackId, CancellationToken cancel = default);

    Task<Page<TrackSnapshot>> ListTracks(MusicListQuery query, CancellationToken cancel = default);

    /// <summary>An album's tracks by place, then by creation.</summary>
    Task<Page<TrackSnapshot>> ListTracksOfAlbum(string albumId, int limit, string? cursor, CancellationToken cancel = default);
}
