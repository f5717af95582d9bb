using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using ContentPages.Catalog;
using ContentPages.Videos;
using ContentPages.Web.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Videos;

/// <summary>
/// Pages of the public list as the bytes that go out, since everyone gets the same. A page is good until the catalog is written to; where
/// writes by other processes cannot be seen, for <see cref="GoodFor"/>.
/// </summary>
internal sealed class PublicVideoPages(
    IVideoReader videos, ICatalogReader catalog, VideoViews views, IOptions<JsonOptions> json, TimeProvider clock)
{
    /// <summary>Overflow policy: all pages are forgotten and made again as they are asked for.</summary>
    internal const int MaxPages = 512;

    private static readonly TimeSpan GoodFor = TimeSpan.FromSeconds(1);
    private readonly ConcurrentDictionary<VideoListQuery, Made> _pages = new();
    private readonly ConcurrentDictionary<string, VideoListQuery> _asked = new(StringComparer.Ordinal);

    /// <summary>A good page that was asked for with exactly this query string before.</summary>
    public bool TryGet(string queryString, [NotNullWhen(true)] out CachedBody? body)
    {
        body = _asked.TryGetValue(queryString, out var query)
            && _pages.TryGetValue(query, out var made)
            && made.Page.IsCompletedSuccessfully
            && IsGood(made, catalog.Revision)
            ? made.Body
            : null;
        return body is not null;
    }

    /// <param name="queryString">How the page was asked for, to be found by <see cref="TryGet"/>.</param>
    public ValueTask<CachedJson<Page<VideoResponse>>> Get(VideoListQuery query, string queryString)
    {
        if (_asked.Count >= MaxPages) _asked.Clear();
        _asked[queryString] = query;
        return Get(query);
    }

    public async ValueTask<CachedJson<Page<VideoResponse>>> Get(VideoListQuery query)
    {
        // Read before the page is made: a write in between makes the page old, never the other way round.
        var revision = catalog.Revision;
        if (_pages.TryGetValue(query, out var made) && IsGood(made, revision)) return new(await made.Page);

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

    private bool IsGood(Made made, long? revision) =>
        revision is null ? clock.GetElapsedTime(made.At) < GoodFor : made.Revision == revision;

    // Not ended by one caller's leaving: others wait for the same page.
    private async Task<CachedBody> Make(VideoListQuery query)
    {
        var page = await videos.List(query);
        return CachedBody.Of(JsonSerializer.SerializeToUtf8Bytes(
            new Page<VideoResponse>([.. page.Items.Select(video => views.Of(video, callerId: null))], page.NextCursor),
            json.Value.SerializerOptions));
    }

    private sealed record Made(long? Revision, long At, Task<CachedBody> Page)
    {
        /// <summary>The page once it is made.</summary>
        public CachedBody Body => Page.GetAwaiter().GetResult();
    }
}
