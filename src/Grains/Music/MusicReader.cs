using System.Text.Json;
using ContentPages.Catalog;
using ContentPages.Grains.Catalog;
using ContentPages.Music;

namespace ContentPages.Grains.Music;

/// <summary>Tracks and albums out of the catalog, without waking their grains.</summary>
internal sealed class MusicReader(ICatalogReader catalog) : IMusicReader
{
    public async Task<AlbumSnapshot?> GetAlbum(string albumId, CancellationToken cancel = default) =>
        await catalog.Get(CatalogStorage.KeyOf("album", albumId), cancel) is { } item ? Album(item) : null;

    public async Task<TrackSnapshot?> GetTrack(string trackId, CancellationToken cancel = default) =>
        await catalog.Get(CatalogStorage.KeyOf("track", trackId), cancel) is { } item ? Track(item) : null;

    public Task<Page<AlbumSnapshot>> ListAlbums(MusicListQuery query, CancellationToken cancel = default) =>
        List(Of(AlbumState.Kind, query), Album, cancel);

    public Task<Page<TrackSnapshot>> ListTracks(MusicListQuery query, CancellationToken cancel = default) =>
        List(Of(TrackState.Kind, query), Track, cancel);

    public Task<Page<TrackSnapshot>> ListTracksOfAlbum(string albumId, int limit, string? cursor, CancellationToken cancel = default) =>
        List(new(CatalogIndex.Album, $"{TrackState.Kind}#{albumId}", Limit: limit, Cursor: cursor), Track, cancel);

    private static CatalogQuery Of(string kind, MusicListQuery query)
    {
        var contains = string.IsNullOrWhiteSpace(query.Search) ? null : query.Search;
        return query.OwnerId is { } owner
            ? new(CatalogIndex.Owner, $"{kind}#{owner}", Descending: true, query.Limit, query.Cursor, Contains: contains)
            : new(CatalogIndex.Title, kind, Descending: false, query.Limit, query.Cursor, Contains: contains);
    }

    private async Task<Page<T>> List<T>(CatalogQuery query, Func<CatalogItem, T> read, CancellationToken cancel)
    {
        var page = await catalog.Query(query, cancel);
        return new([.. page.Items.Select(read)], page.Cursor);
    }

    private static AlbumSnapshot Album(CatalogItem item) =>
        MusicSnapshots.Of(JsonSerializer.Deserialize<AlbumState>(item.Body.Span, CatalogStorage.Json)!, item.Version!);

    private static TrackSnapshot Track(CatalogItem item) =>
        MusicSnapshots.Of(JsonSerializer.Deserialize<TrackState>(item.Body.Span, CatalogStorage.Json)!, item.Version!);
}
