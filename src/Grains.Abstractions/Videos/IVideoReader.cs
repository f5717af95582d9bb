using ContentPages.Catalog;

namespace ContentPages.Videos;

/// <summary>Which videos to list, newest first.</summary>
/// <param name="OwnerId">Only this owner's, whatever their status and visibility; null for what is public and ready, or public and recorded live.</param>
/// <param name="Search">Words to find in the title; null for all.</param>
/// <param name="Limit">1 to 100.</param>
public sealed record VideoListQuery(
    string? OwnerId = null,
    VideoStatus? Status = null,
    string? TrackId = null,
    string? AlbumId = null,
    string? Search = null,
    int Limit = 24,
    string? Cursor = null);

/// <summary>Videos as last written to the catalog. Progress inside a phase is not stored: <see cref="IVideoGrain.Get"/> has it.</summary>
public interface IVideoReader
{
    /// <summary>The video, or null when it was never created or is deleted.</summary>
    Task<VideoSnapshot?> Get(string videoId, CancellationToken cancel = default);

    /// <exception cref="InvalidCursorException">The cursor is not of this list.</exception>
    Task<Page<VideoSnapshot>> List(VideoListQuery query, CancellationToken cancel = default);
}
