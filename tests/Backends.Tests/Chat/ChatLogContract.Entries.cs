using ContentPages.Chat;
using ContentPages.Grains.Chat;

namespace ContentPages.Backends.Tests.Chat;

public abstract partial class ChatLogContract
{
    [Fact]
    public async Task Room_NeverWrittenTo_IsEmpty()
    {
        Assert.Equal(0, await Log.Last(Room, Cancel));
        Assert.Empty(await Log.Read(Room, 0, 10, Cancel));
        Assert.Empty(await Log.ReadBack(Room, null, 10, Cancel));
        Assert.Empty(await Log.ReadBetween(Room, Start, Start.AddYears(1), 0, 10, Cancel));
        Assert.Empty(await Log.ReadRemoved(Room, 1, 10, Cancel));
        Assert.Empty(await Log.ReadAudit(Room, null, 10, Cancel));
        Assert.Null(await Log.GetAudit(Room, Audit(1).Id, Cancel));
        await Log.DeleteRoom(Room, Cancel);
    }

    [Fact]
    public async Task Append_EveryKind_IsReadBackWhole()
    {
        ChatEntry[] entries =
        [
            Numbered(1, ChatEntry.Message(new("ünï", "Zoë 🎵"), ChatRole.Owner, "client-1", "schön 東京 '; DROP TABLE entries; --")),
            Numbered(2, ChatEntry.Removal(Mod, message: 9)),
            Numbered(3, ChatEntry.Removal(Mod, userId: "nobody")),
            Numbered(4, ChatEntry.Restoration(Mod, 2, [])),
            Said(5) with { At = Start.AddSeconds(5).AddTicks(1234567) },
        ];
        await Add(entries);
        Assert.Equal(entries.Select(e => e with { Restored = null }), await Log.Read(Room, 0, 10, Cancel));
        Assert.Equal(5, await Log.Last(Room, Cancel));
        Assert.Equal([4L, 5L], (await Log.Read(Room, 3, 10, Cancel)).Select(e => e.Seq));
        Assert.Equal([1L, 2L], (await Log.Read(Room, 0, 2, Cancel)).Select(e => e.Seq));
        Assert.Equal([entries[4].AsMessage(), entries[0].AsMessage()], await Log.ReadBack(Room, null, 10, Cancel));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(2)]
    [InlineData(5)]
    public async Task Append_AtAnotherPlaceThanTheEnd_IsAConflictAndWritesNothing(long first)
    {
        await Say(1, 3);
        await Assert.ThrowsAsync<ChatLogConflictException>(() => Log.Append(Room, [Said(first, text: "second")], [Audit(1)], Cancel));
        Assert.Equal(["m1", "m2", "m3"], (await Log.Read(Room, 0, 10, Cancel)).Select(e => e.Text));
        Assert.Empty(await Log.ReadAudit(Room, null, 10, Cancel));
        await Say(4, 4);
    }

    [Fact]
    public async Task Append_FirstInANewRoom_IsNumberOne()
    {
        await Assert.ThrowsAsync<ChatLogConflictException>(() => Log.Append(Room, [Said(2)], [], Cancel));
        await Say(1, 1);
        Assert.Equal(1, await Log.Last(Room, Cancel));
    }

    [Fact]
    public async Task Append_ManyAtTheSamePlace_OneWins()
    {
        var failures = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => Record.ExceptionAsync(
            () => Task.Run(() => Log.Append(Room, [Said(1, text: $"{i}"), Said(2, text: $"{i}")], [], Cancel))).AsTask()));
        Assert.Single(failures, f => f is null);
        Assert.All(failures.Where(f => f is not null), f => Assert.IsType<ChatLogConflictException>(f));
        var entries = await Log.Read(Room, 0, 10, Cancel);
        Assert.Equal(2, entries.Count);
        Assert.Equal(entries[0].Text, entries[1].Text);
    }

    [Fact]
    public async Task Rooms_KnowNothingOfEachOther()
    {
        await Say(1, 3);
        await Say(1, 2, OtherRoom);
        await Log.Append(OtherRoom, [Numbered(3, ChatEntry.Removal(Mod))], [Audit(1)], Cancel);
        await Sees(1, 2, 3);
        Assert.Empty(await Seen(OtherRoom));
        Assert.Empty(await Log.ReadAudit(Room, null, 10, Cancel));

        await Log.DeleteRoom(OtherRoom, Cancel);
        Assert.Equal((3, 0), (await Log.Last(Room, Cancel), await Log.Last(OtherRoom, Cancel)));
        Assert.Empty(await Log.ReadAudit(OtherRoom, null, 10, Cancel));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task DeletedRoom_TakesNothingMore(int entries)
    {
        await Say(1, entries);
        await Log.DeleteRoom(Room, Cancel);
        await Log.DeleteRoom(Room, Cancel);
        foreach (var late in new ChatEntry[][] { [Said(1)], [Said(entries + 1)], [] })
            Assert.True((await Assert.ThrowsAsync<ChatLogConflictException>(() => Log.Append(Room, late, [Audit(1)], Cancel))).RoomIsDeleted);
        Assert.Equal(0, await Log.Last(Room, Cancel));
        Assert.Empty(await Log.Read(Room, 0, 10, Cancel));
        Assert.Empty(await Log.ReadAudit(Room, null, 10, Cancel));
    }

    [Fact]
    public async Task ReadBack_ByPage_HasEveryMessageOnce()
    {
        await Say(1, 25);
        await Add(Numbered(26, ChatEntry.Removal(Mod, message: 13)));
        var pages = new List<long>();
        long? before = null;
        do
        {
            var page = await Log.ReadBack(Room, before, 10, Cancel);
            pages.AddRange(page.Select(m => m.Seq));
            before = page.Count == 10 ? page[^1].Seq : null;
        }
        while (before is not null);
        Assert.Equal(Enumerable.Range(1, 25).Where(n => n != 13).Select(n => (long)n).Reverse(), pages);
    }

    [Theory]
    [InlineData(10, 12, 0, 100, new[] { 10L, 11L })]
    [InlineData(10.5, 12.5, 0, 100, new[] { 11L, 12L })]
    [InlineData(-5, 3, 0, 100, new[] { 1L, 2L })]
    [InlineData(19, 99, 0, 100, new[] { 19L, 20L })]
    [InlineData(30, 99, 0, 100, new long[0])]
    [InlineData(5, 5, 0, 100, new long[0])]
    [InlineData(3, 15, 8, 3, new[] { 9L, 10L, 11L })]
    public async Task ReadBetween_ATime_HasWhatWasSaidThen(double from, double until, long after, int limit, long[] expected)
    {
        await Say(1, 20);
        Assert.Equal(expected, (await Log.ReadBetween(Room, Start.AddSeconds(from), Start.AddSeconds(until), after, limit, Cancel)).Select(m => m.Seq));
    }

    [Fact]
    public async Task ReadBetween_ManyOfOneMoment_HasThemAll()
    {
        await Add([.. Enumerable.Range(1, 50).Select(n => Said(n) with { At = Start })]);
        Assert.Equal(50, (await Log.ReadBetween(Room, Start, Start.AddTicks(1), 0, 100, Cancel)).Count);
        Assert.Empty(await Log.ReadBetween(Room, Start.AddTicks(1), Start.AddSeconds(1), 0, 100, Cancel));
    }
}
