using ContentPages.Catalog;

namespace ContentPages.Backends.Tests.Catalog;

public abstract partial class CatalogContract
{
    private static readonly CatalogQuery s_ann = new(CatalogIndex.Owner, "VIDEO#ann");

    [Fact]
    public async Task Query_APartition_HoldsItsItemsOnlyInSortOrder()
    {
        await Store(("c", "3"), ("a", "1"), ("b", "2"));
        await Catalog.Put(Item("other", Owned("ben", "1")), Cancel);
        await Catalog.Put(Item("unlisted"), Cancel);

        Assert.Equal(["a", "b", "c"], await All(s_ann));
        Assert.Equal(["c", "b", "a"], await All(s_ann with { Descending = true }));
        Assert.Empty(await All(s_ann with { Index = CatalogIndex.Track }));
    }

    [Fact]
    public async Task Query_SortKeys_CompareByTheirBytes()
    {
        await Store(("z", "Z"), ("a", "a"), ("umlaut", "ä"), ("high", "\uFFFD"), ("emoji", "🎵"));
        Assert.Equal(["z", "a", "umlaut", "high", "emoji"], await All(s_ann));
    }

    [Fact]
    public async Task Query_EqualSortKeys_AreOrderedByPrimaryKeyAndNoneIsLostBetweenPages()
    {
        await Store([.. "hgfedcba".Select(id => ($"{id}", "same"))]);

        Assert.Equal("abcdefgh", string.Concat(await All(s_ann with { Limit = 3 })));
        Assert.Equal("hgfedcba", string.Concat(await All(s_ann with { Limit = 3, Descending = true })));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(25)]
    [InlineData(100)]
    public async Task Query_PageByPage_SeesEveryItemOnce(int limit)
    {
        var ids = Enumerable.Range(0, 25).Select(i => $"{i:D2}").ToArray();
        await Store([.. ids.Select(id => (id, id))]);

        Assert.Equal(ids, await All(s_ann with { Limit = limit }));
        Assert.Equal(ids.Reverse(), await All(s_ann with { Limit = limit, Descending = true }));
    }

    [Fact]
    public async Task Query_ItemsThatComeAndGoBetweenPages_DoNotMoveTheOthers()
    {
        await Store(("a", "1"), ("c", "3"), ("e", "5"), ("g", "7"));
        var first = await Catalog.Query(s_ann with { Limit = 2 }, Cancel);
        await Store(("b", "2"), ("d", "4"));
        await Catalog.Delete(Item("c").Key, (await Catalog.Get(Item("c").Key, Cancel))!.Version!, Cancel);

        Assert.Equal(["d", "e", "g"], await All(s_ann with { Limit = 2, Cursor = first.Cursor }));
    }

    [Fact]
    public async Task Query_UpTo_IncludesItsBound()
    {
        await Store(("a", "1"), ("b", "2"), ("c", "3"));
        Assert.Equal(["a", "b"], await All(s_ann with { UpTo = "2", Limit = 1 }));
        Assert.Equal(["b", "a"], await All(s_ann with { UpTo = "2", Limit = 1, Descending = true }));
    }

    [Fact]
    public async Task Query_SortPrefix_LeavesWhatStartsWithIt()
    {
        await Store(("a", "so"), ("b", "song"), ("c", "song of songs"), ("d", "songz🎵"), ("e", "soo"), ("f", "SONG"));
        Assert.Equal(["b", "c", "d"], await All(s_ann with { SortPrefix = "song", Limit = 1 }));
        Assert.Equal(["d", "c", "b"], await All(s_ann with { SortPrefix = "song", Descending = true }));
        Assert.Equal(["b", "c"], await All(s_ann with { SortPrefix = "song", UpTo = "songy" }));
    }

    [Theory]
    [InlineData("\uD7FF")]
    [InlineData("\U0010FFFF")]
    [InlineData("a%_'\"")]
    public async Task Query_SortPrefixOfOddCharacters_IsTakenLiterally(string prefix)
    {
        await Store(("in", prefix + "x"), ("before", "A"), ("after", "b\uE000"));
        Assert.Equal(["in"], await All(s_ann with { SortPrefix = prefix }));
    }

    [Fact]
    public async Task Query_Filters_NarrowTogether()
    {
        for (var i = 0; i < 12; i++)
        {
            await Catalog.Put(Item($"{i:D2}", Owned("ann", $"{i:D2}")) with
            {
                Status = i % 2 == 0 ? "Ready" : "Failed",
                SearchText = i % 3 == 0 ? SearchText.Fold("Déjà vu 100% live") : null,
                Listed = i < 7,
            }, Cancel);
        }

        Assert.Equal(["01", "03", "05", "07", "09", "11"], await All(s_ann with { Status = "Failed", Limit = 2 }));
        Assert.Equal(["00", "03", "06", "09"], await All(s_ann with { Contains = "déjà  VU", Limit = 3 }));
        Assert.Equal(["00", "03", "06", "09"], await All(s_ann with { Contains = "0% l" }));
        Assert.Empty(await All(s_ann with { Contains = "1_0" }));
        Assert.Equal(["00", "01", "02", "03", "04", "05", "06"], await All(s_ann with { ListedOnly = true }));
        Assert.Equal(["00", "06"], await All(s_ann with { Status = "Ready", Contains = "live", ListedOnly = true, Limit = 1 }));
        Assert.Empty(await All(s_ann with { Status = "ready" }));
    }

    [Fact]
    public async Task Query_TheLimitMayChangeBetweenPages()
    {
        await Store(("a", "1"), ("b", "2"), ("c", "3"));
        var first = await Catalog.Query(s_ann with { Limit = 1 }, Cancel);
        Assert.Equal(["b", "c"], await All(s_ann with { Limit = 50, Cursor = first.Cursor }));
    }

    public static TheoryData<CatalogQuery> OtherQueries =>
    [
        s_ann with { Index = CatalogIndex.Track },
        s_ann with { Partition = "VIDEO#ben" },
        s_ann with { Descending = true },
        s_ann with { UpTo = "9" },
        s_ann with { SortPrefix = "1" },
        s_ann with { Status = "Ready" },
        s_ann with { Contains = "x" },
        s_ann with { ListedOnly = true },
    ];

    [Theory]
    [MemberData(nameof(OtherQueries), DisableDiscoveryEnumeration = true)]
    public async Task Query_WithTheCursorOfAnotherQuery_Throws(CatalogQuery other)
    {
        await Store(("a", "1"), ("b", "2"));
        var cursor = (await Catalog.Query(s_ann with { Limit = 1 }, Cancel)).Cursor;
        Assert.NotNull(cursor);
        await Assert.ThrowsAsync<InvalidCursorException>(() => Catalog.Query(other with { Cursor = cursor }, Cancel));
    }

    [Fact]
    public async Task Query_WithADamagedCursor_Throws()
    {
        await Store(("a", "1"), ("b", "2"));
        var cursor = (await Catalog.Query(s_ann with { Limit = 1 }, Cancel)).Cursor!;
        string[] damaged = ["", "x", "!!", "AAAAAAAAAAA", "🎵", cursor[1..], cursor[..^2], cursor + "AAAA", (cursor[0] == 'A' ? 'B' : 'A') + cursor[1..]];
        foreach (var text in damaged)
            await Assert.ThrowsAsync<InvalidCursorException>(() => Catalog.Query(s_ann with { Cursor = text }, Cancel));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task Query_WithALimitOutOfRange_Throws(int limit) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => Catalog.Query(s_ann with { Limit = limit }, Cancel));

    [Fact]
    public async Task Put_TwoEntriesInOneIndex_Throws() =>
        await Assert.ThrowsAsync<ArgumentException>(() => Catalog.Put(Item("a", Owned("ann", "1"), Owned("ben", "1")), Cancel));

    private async Task Store(params (string Id, string Sort)[] items)
    {
        foreach (var (id, sort) in items) await Catalog.Put(Item(id, Owned("ann", sort)), Cancel);
    }
}
