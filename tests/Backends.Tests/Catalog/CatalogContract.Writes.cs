using System.Text;
using ContentPages.Catalog;
using ContentPages.Grains.Catalog;

namespace ContentPages.Backends.Tests.Catalog;

public abstract partial class CatalogContract
{
    [Fact]
    public async Task Get_AnItemNeverStored_IsNull() => Assert.Null(await Catalog.Get(new CatalogKey("VIDEO#none", "STATE"), Cancel));

    [Fact]
    public async Task Put_ANewItem_IsReadBackWhole()
    {
        CatalogEntry[] entries = [.. Enum.GetValues<CatalogIndex>().Select(index => new CatalogEntry(index, $"partition {index}", $"sort ä {index}"))];
        var item = Item("a", entries) with
        {
            Status = "Ready",
            SearchText = "ein lied über 東京 🎵",
            Listed = true,
            ExpiresAt = Clock.GetUtcNow().AddHours(1),
        };

        var version = await Catalog.Put(item, Cancel);
        var read = await Catalog.Get(item.Key, Cancel);

        Assert.NotNull(read);
        Assert.Equal((item.Key, version, "Ready", item.SearchText, true, item.ExpiresAt),
            (read.Key, read.Version, read.Status, read.SearchText, read.Listed, read.ExpiresAt));
        Assert.Equal(item.Body.ToArray(), read.Body.ToArray());
        Assert.Equal(entries, read.Entries.OrderBy(entry => entry.Index));
    }

    [Fact]
    public async Task Put_ABareItem_ReadsBackWithNothingElse()
    {
        await Catalog.Put(Item("a"), Cancel);
        var read = await Catalog.Get(Item("a").Key, Cancel);
        Assert.NotNull(read);
        Assert.Equal((null, null, false, null), (read.Status, read.SearchText, read.Listed, read.ExpiresAt));
        Assert.Empty(read.Entries);
    }

    [Fact]
    public async Task Put_WithTheStoredVersion_ReplacesTheItemAndItsEntries()
    {
        var version = await Catalog.Put(Item("a", Owned("ann", "1")), Cancel);

        var second = await Catalog.Put(Item("a", Owned("ben", "2")) with { Version = version, Body = Encoding.UTF8.GetBytes("{}") }, Cancel);

        Assert.NotEqual(version, second);
        var read = await Catalog.Get(Item("a").Key, Cancel);
        Assert.Equal(("{}", second), (Text(read), read!.Version));
        Assert.Empty(await All(new CatalogQuery(CatalogIndex.Owner, "VIDEO#ann")));
        Assert.Equal(["a"], await All(new CatalogQuery(CatalogIndex.Owner, "VIDEO#ben")));
    }

    [Fact]
    public async Task Put_WithAnotherVersion_IsAConflictThatNamesBothAndChangesNothing()
    {
        var first = await Catalog.Put(Item("a"), Cancel);
        var second = await Catalog.Put(Item("a") with { Version = first }, Cancel);

        var conflict = await Assert.ThrowsAsync<CatalogConflictException>(
            () => Catalog.Put(Item("a") with { Version = first, Body = Encoding.UTF8.GetBytes("lost") }, Cancel));

        Assert.Equal((first, second), (conflict.Expected, conflict.Stored));
        Assert.Equal("""{"id":"a"}""", Text(await Catalog.Get(Item("a").Key, Cancel)));
    }

    [Theory]
    [InlineData("not a version")]
    [InlineData("-1")]
    [InlineData("")]
    public async Task Put_WithAVersionThatNeverWas_IsAConflict(string version)
    {
        await Catalog.Put(Item("a"), Cancel);
        await Assert.ThrowsAsync<CatalogConflictException>(() => Catalog.Put(Item("a") with { Version = version }, Cancel));
    }

    [Fact]
    public async Task Put_ANewItemOverAStoredOne_IsAConflict()
    {
        var stored = await Catalog.Put(Item("a"), Cancel);
        var conflict = await Assert.ThrowsAsync<CatalogConflictException>(() => Catalog.Put(Item("a"), Cancel));
        Assert.Equal((null, stored), (conflict.Expected, conflict.Stored));
    }

    [Fact]
    public async Task Put_AKnownVersionOfADeletedItem_IsAConflict()
    {
        var version = await Catalog.Put(Item("a"), Cancel);
        await Catalog.Delete(Item("a").Key, version, Cancel);

        var conflict = await Assert.ThrowsAsync<CatalogConflictException>(() => Catalog.Put(Item("a") with { Version = version }, Cancel));

        Assert.Equal((version, null), (conflict.Expected, conflict.Stored));
    }

    [Fact]
    public async Task Put_AfterADelete_NeverGivesAVersionAgain()
    {
        var version = await Catalog.Put(Item("a"), Cancel);
        await Catalog.Delete(Item("a").Key, version, Cancel);
        Assert.NotEqual(version, await Catalog.Put(Item("a"), Cancel));
    }

    [Fact]
    public async Task Put_ManyAtOnceOfOneVersion_OneWins()
    {
        var version = await Catalog.Put(Item("a"), Cancel);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 16).Select(async _ =>
        {
            try
            {
                return await Catalog.Put(Item("a") with { Version = version }, Cancel);
            }
            catch (CatalogConflictException)
            {
                return null;
            }
        }));

        Assert.Equal((await Catalog.Get(Item("a").Key, Cancel))!.Version, Assert.Single(outcomes, outcome => outcome is not null));
    }

    [Fact]
    public async Task Delete_TheStoredVersion_RemovesItFromEveryList()
    {
        var version = await Catalog.Put(Item("a", Owned("ann", "1")), Cancel);
        await Catalog.Delete(Item("a").Key, version, Cancel);
        Assert.Null(await Catalog.Get(Item("a").Key, Cancel));
        Assert.Empty(await All(new CatalogQuery(CatalogIndex.Owner, "VIDEO#ann")));
    }

    [Fact]
    public async Task Delete_AnotherVersionOrNothing_IsAConflict()
    {
        var first = await Catalog.Put(Item("a"), Cancel);
        var second = await Catalog.Put(Item("a") with { Version = first }, Cancel);

        Assert.Equal(second, (await Assert.ThrowsAsync<CatalogConflictException>(() => Catalog.Delete(Item("a").Key, first, Cancel))).Stored);
        Assert.Null((await Assert.ThrowsAsync<CatalogConflictException>(() => Catalog.Delete(Item("b").Key, first, Cancel))).Stored);
    }

    [Fact]
    public async Task Expired_ItemsAreInvisibleAtOnceAndTheirKeyIsFree()
    {
        var version = await Catalog.Put(Item("a", Owned("ann", "1")) with { ExpiresAt = Clock.GetUtcNow().AddSeconds(10) }, Cancel);
        Clock.Advance(TimeSpan.FromSeconds(9));
        Assert.NotNull(await Catalog.Get(Item("a").Key, Cancel));

        Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(await Catalog.Get(Item("a").Key, Cancel));
        Assert.Empty(await All(new CatalogQuery(CatalogIndex.Owner, "VIDEO#ann")));
        await Assert.ThrowsAsync<CatalogConflictException>(() => Catalog.Put(Item("a") with { Version = version }, Cancel));
        await Assert.ThrowsAsync<CatalogConflictException>(() => Catalog.Delete(Item("a").Key, version, Cancel));
        await Catalog.Put(Item("a"), Cancel);
        Assert.NotNull(await Catalog.Get(Item("a").Key, Cancel));
    }

    [Fact]
    public async Task Revision_GrowsWithEveryWriteOrIsUnknown()
    {
        var start = Catalog.Revision;
        var version = await Catalog.Put(Item("a"), Cancel);
        var put = Catalog.Revision;
        await Catalog.Delete(Item("a").Key, version, Cancel);
        var deleted = Catalog.Revision;

        if (start is null) Assert.Equal((null, null), (put, deleted));
        else Assert.True(start < put && put < deleted);
    }
}
