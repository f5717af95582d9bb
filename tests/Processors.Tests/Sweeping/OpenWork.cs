using ContentPages.Catalog;

namespace ContentPages.Processors.Tests.Sweeping;

/// <summary>A catalog of open work only: ids by kind, each with the time at which it is due.</summary>
internal sealed class OpenWork : ICatalogReader
{
    public Dictionary<(string Kind, string Id), DateTimeOffset> Due { get; } = [];

    public List<CatalogQuery> Asked { get; } = [];

    /// <summary>A kind that cannot be read.</summary>
    public string? Broken { get; set; }

    public long? Revision => null;

    public Task<CatalogItem?> Get(CatalogKey key, CancellationToken cancel = default) => throw new NotSupportedException("The sweeper reads the index only.");

    public Task<CatalogPage> Query(CatalogQuery query, CancellationToken cancel = default)
    {
        Asked.Add(query);
        if (query.Partition == Broken) throw new IOException("The catalog does not answer.");
        Assert.Equal(CatalogIndex.OpenWork, query.Index);
        var items =
            from due in Due
            where due.Key.Kind == query.Partition
            let sort = CatalogSort.Time(due.Value)
            where query.UpTo is null || string.CompareOrdinal(sort, query.UpTo) <= 0
            orderby sort, due.Key.Id
            select new CatalogItem(new($"{due.Key.Kind}#{due.Key.Id}", "STATE"), default, [new(CatalogIndex.OpenWork, due.Key.Kind, sort)]);
        var from = query.Cursor is { } cursor ? int.Parse(cursor, System.Globalization.CultureInfo.InvariantCulture) : 0;
        var rest = items.Skip(from).ToList();
        return Task.FromResult(new CatalogPage([.. rest.Take(query.Limit)], rest.Count > query.Limit ? $"{from + query.Limit}" : null));
    }
}
