using System.Text.Json;
using ContentPages.Catalog;
using ContentPages.Grains.Catalog;
using ContentPages.Videos;

namespace ContentPages.Grains.Videos;

/// <summary>Videos out of the catalog, without waking their grains.</summary>
internal sealed class VideoReader(ICatalogReader catalog) : IVideoReader
{
    public async Task<VideoSnapshot?> Get(string videoId, CancellationToken cancel = default) =>
        await catalog.Get(CatalogStorage.KeyOf("video", videoId), cancel) is { } item
            && Read(item) is { Status: not VideoStatus.Deleted } video ? video : null;

    public async Task<Page<VideoSnapshot>> List(VideoListQuery query, CancellationToken cancel = default)
    {
        var (index, partition) = query switch
        {
            { TrackId: { } track } => (CatalogIndex.Track, $"{VideoState.Kind}#{track}"),
            { AlbumId: { } album } => (CatalogIndex.Album, $"{VideoState.Kind}#{album}"),
            { OwnerId: { } owner } => (CatalogIndex.Owner, $"{VideoState.Kind}#{owner}"),
            _ => (CatalogIndex.Public, VideoState.Kind),
        };
        var page = await catalog.Query(
            new(index, partition, Descending: true, query.Limit, query.Cursor, Status: query.Status?.ToString(),
                Contains: string.IsNullOrWhiteSpace(query.Search) ? null : query.Search, ListedOnly: query.OwnerId is null),
            cancel);
        var videos = page.Items.Select(Read).Where(v => query.OwnerId is null || v.OwnerId == query.OwnerId)
            .Where(v => query.AlbumId is null || v.Details.AlbumId == query.AlbumId);
        return new([.. videos], page.Cursor);
    }

    private static VideoSnapshot Read(CatalogItem item) =>
        VideoSnapshots.Of(JsonSerializer.Deserialize<VideoState>(item.Body.Span, CatalogStorage.Json)!, item.Version!);
}
