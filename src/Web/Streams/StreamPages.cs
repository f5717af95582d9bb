using System.Collections.Concurrent;
using System.Text.Json;
using ContentPages.Catalog;
using ContentPages.Streams;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Streams;

/// <summary>
/// Pages of lists. Public ones are kept as the bytes that go out, since everyone gets the same: until the catalog is written to, and no longer
/// than <see cref="GoodFor"/>, since how many watch is not written each time.
/// </summary>
internal sealed class StreamPages(
    ILiveStreamReader streams, ICatalogReader catalog, StreamViews views, IClusterClient grains, IOptions<JsonOptions> json, TimeProvider clock)
{
    /// <summary>Overflow policy: all pages are forgotten and made again as they are asked for.</summary>
    internal const int MaxPages = 256;

    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<StreamListQuery, Made> _pages = new();

    public async ValueTask<CachedJson<Page<StreamResponse>>> Public(StreamListQuery query)
    {
        // Read before the page is made: a write in between makes the page old, never the other way round.
        var revision = catalog.Revision;
        if (_pages.TryGetValue(query, out var made) && made.Revision == revision && clock.GetElapsedTime(made.At) < GoodFor) return new(await made.Page);

        if (_pages.Count >= MaxPages) _pages.Clear();
        made = new Made(revision, clock.GetTimestamp(), Make(query));
        _pages[query] = made;
        try
        {
            return new(await made.Page);
        }
        catch
        {
            _pages.TryRemove(new(query, made));
            throw;
        }
    }

    public Task<Page<StreamResponse>> Own(StreamListQuery query, CancellationToken cancel) => Read(query, query.OwnerId, cancel);

    // Not ended by one caller's leaving: others wait for the same page.
    private async Task<CachedBody> Make(StreamListQuery query) =>
        CachedBody.Of(JsonSerializer.SerializeToUtf8Bytes(await Read(query, callerId: null, CancellationToken.None), json.Value.SerializerOptions));

    private async Task<Page<StreamResponse>> Read(StreamListQuery query, string? callerId, CancellationToken cancel)
    {
        var page = await streams.List(query, cancel);
        var counted = await Task.WhenAll(page.Items.Select(WithViewers));
        return new(await views.Of(counted, callerId, cancel), page.NextCursor);
    }

    private async Task<LiveStreamSnapshot> WithViewers(LiveStreamSnapshot stream)
    {
        if (!StreamViews.IsOn(stream)) return stream;
        var now = await grains.GetGrain<ILiveStreamGrain>(stream.Id).Get();
        return now.Ok ? stream with { Viewers = now.Value.Viewers } : stream;
    }

    private sealed record Made(long? Revision, long At, Task<CachedBody> Page);
}
