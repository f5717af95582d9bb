using System.Text;
using ContentPages.Catalog;
using ContentPages.Grains.Catalog;
using Microsoft.Extensions.Time.Testing;

namespace ContentPages.Backends.Tests.Catalog;

/// <summary>
/// What every catalog must do. Assumes only what SQLite and DynamoDB both can: pages may be shorter than their limit while a cursor follows,
/// versions are opaque, and times have the resolution of a second.
/// </summary>
public abstract partial class CatalogContract
{
    protected static readonly CancellationToken Cancel = TestContext.Current.CancellationToken;

    protected FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 11, 22, 12, 0, 0, TimeSpan.Zero));

    /// <summary>An empty catalog whose time is <see cref="Clock"/>. Asked for once per test.</summary>
    protected abstract ICatalog Catalog { get; }

    protected static CatalogItem Item(string id, params CatalogEntry[] entries) =>
        new(new CatalogKey($"VIDEO#{id}", "STATE"), Encoding.UTF8.GetBytes($$"""{"id":"{{id}}"}"""), entries);

    protected static CatalogEntry Owned(string owner, string sort) => new(CatalogIndex.Owner, $"VIDEO#{owner}", sort);

    /// <summary>The ids of a whole list, read page by page.</summary>
    protected async Task<List<string>> All(CatalogQuery query)
    {
        var ids = new List<string>();
        do
        {
            var page = await Catalog.Query(query, Cancel);
            Assert.InRange(page.Items.Count, 0, query.Limit);
            ids.AddRange(page.Items.Select(item => item.Key.Partition["VIDEO#".Length..]));
            query = query with { Cursor = page.Cursor };
        }
        while (query.Cursor is not null);
        return ids;
    }

    protected static string Text(CatalogItem? item) => Encoding.UTF8.GetString(item!.Body.Span);
}
