using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using ContentPages.Catalog;
using ContentPages.Grains.Catalog;

namespace ContentPages.Grains.Tests.Catalog;

/// <summary>The catalog in memory, with the conditional writes of the real ones. Bodies are copied: nobody shares bytes with it.</summary>
internal sealed class InMemoryCatalog : ICatalog
{
    private readonly Lock _lock = new();
    private readonly Dictionary<CatalogKey, CatalogItem> _items = [];
    private long _revision;

    public long? Revision => Volatile.Read(ref _revision);

    /// <summary>How many items were asked for.</summary>
    public int Gets { get; private set; }

    /// <summary>Runs before a write is looked at; a test may write behind a grain's back in it, or throw.</summary>
    public ConcurrentDictionary<CatalogKey, Action<CatalogItem>> BeforePut { get; } = new();

    /// <summary>What the answer to one read waits for on its way.</summary>
    public ConcurrentDictionary<CatalogKey, Func<Task>> BeforeAnswer { get; } = new();

    public IReadOnlyList<CatalogItem> All
    {
        get
        {
            lock (_lock) return [.. _items.Values];
        }
    }

    public Task<string> Put(CatalogItem item, CancellationToken cancel = default)
    {
        if (BeforePut.TryGetValue(item.Key, out var before)) before(item);
        lock (_lock)
        {
            var stored = _items.GetValueOrDefault(item.Key)?.Version;
            if (stored != item.Version) throw new CatalogConflictException(item.Key, item.Version, stored);
            var version = (++_revision).ToString(CultureInfo.InvariantCulture);
            _items[item.Key] = item with { Body = item.Body.ToArray(), Entries = [.. item.Entries], Version = version };
            return Task.FromResult(version);
        }
    }

    public Task Delete(CatalogKey key, string version, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            var stored = _items.GetValueOrDefault(key)?.Version;
            if (stored != version) throw new CatalogConflictException(key, version, stored);
            _items.Remove(key);
            _revision++;
            return Task.CompletedTask;
        }
    }

    public async Task<CatalogItem?> Get(CatalogKey key, CancellationToken cancel = default)
    {
        CatalogItem? item;
        lock (_lock)
        {
            Gets++;
            item = _items.GetValueOrDefault(key);
        }

        if (BeforeAnswer.TryRemove(key, out var wait)) await wait();
        return item;
    }

    public Task<CatalogPage> Query(CatalogQuery query, CancellationToken cancel = default)
    {
        var found =
            from item in All
            from entry in item.Entries
            where entry.Index == query.Index && entry.Partition == query.Partition
            let place = $"{entry.Sort}\0{item.Key}"
            where query.UpTo is null || string.CompareOrdinal(entry.Sort, query.UpTo) <= 0
            where query.SortPrefix is null || entry.Sort.StartsWith(query.SortPrefix, StringComparison.Ordinal)
            where query.Status is null || item.Status == query.Status
            where query.Contains is null || item.SearchText?.Contains(SearchText.Fold(query.Contains), StringComparison.Ordinal) is true
            where !query.ListedOnly || item.Listed
            select (place, item);
        var ordered = query.Descending ? found.OrderByDescending(f => f.place, StringComparer.Ordinal) : found.OrderBy(f => f.place, StringComparer.Ordinal);
        var after = query.Cursor is { } cursor ? Encoding.UTF8.GetString(Convert.FromBase64String(cursor)) : null;
        var rest = ordered.Where(f => after is null || (query.Descending ? string.CompareOrdinal(f.place, after) < 0 : string.CompareOrdinal(f.place, after) > 0)).ToList();
        var page = rest.Take(query.Limit).ToList();
        return Task.FromResult(new CatalogPage(
            [.. page.Select(f => f.item)],
            rest.Count > page.Count ? Convert.ToBase64String(Encoding.UTF8.GetBytes(page[^1].place)) : null));
    }
}
