using System.Text.Json;
using ContentPages.Catalog;
using ContentPages.Grains.Catalog;
using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>Streams out of the catalog, without waking their grains.</summary>
internal sealed class LiveStreamReader(ICatalogReader catalog) : ILiveStreamReader
{
    public async Task<LiveStreamSnapshot?> Get(string streamId, CancellationToken cancel = default) =>
        await catalog.Get(CatalogStorage.KeyOf("stream", streamId), cancel) is { } item
            && Read(item) is { Status: not StreamStatus.Deleted } stream ? stream : null;

    public async Task<Page<LiveStreamSnapshot>> List(StreamListQuery query, CancellationToken cancel = default)
    {
        var page = await catalog.Query(query.Listing switch
        {
            StreamListing.Live => Public(query, CatalogIndex.Live, descending: true),
            StreamListing.Scheduled => Public(query, CatalogIndex.Scheduled, descending: false),
            StreamListing.Ended => Public(query, CatalogIndex.Public, descending: true),
            StreamListing.Owner => new(
                CatalogIndex.Owner, $"{LiveStreamState.Kind}#{query.OwnerId}", Descending: true, query.Limit, query.Cursor, Status: query.Status?.ToString()),
            _ => throw new ArgumentOutOfRangeException(nameof(query), query.Listing, "A list without a rule."),
        }, cancel);
        return new([.. page.Items.Select(Read)], page.Cursor);
    }

    private static CatalogQuery Public(StreamListQuery query, CatalogIndex index, bool descending) =>
        new(index, LiveStreamState.Kind, descending, query.Limit, query.Cursor, ListedOnly: true);

    private static LiveStreamSnapshot Read(CatalogItem item) =>
        LiveStreamSnapshots.Of(JsonSerializer.Deserialize<LiveStreamState>(item.Body.Span, CatalogStorage.Json)!, item.Version!);
}
