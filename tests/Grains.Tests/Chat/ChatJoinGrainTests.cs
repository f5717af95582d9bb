using ContentPages.Chat;

namespace ContentPages.Grains.Tests.Chat;

[Collection(ChatTests.Name)]
public sealed class ChatJoinGrainTests(ChatCluster cluster)
{
    private async Task<Party> With(int messages)
    {
        var party = new Party(cluster);
        for (var first = 0; first < messages; first += 100)
            await Task.WhenAll(Enumerable.Range(first, Math.Min(100, messages - first)).Select(i => party.Say(new($"u{i % 7}", "U"), $"m{i}")));
        return party;
    }

    [Fact]
    public async Task Join_ForTheFirstTime_GetsTheLastHundred()
    {
        var party = await With(130);
        var joined = await party.Join();
        Assert.Equal((130, 100, 31, 130, false), (joined.Last, joined.Messages.Count, joined.Messages[0].Seq, joined.Messages[^1].Seq, joined.Gap));
    }

    [Theory]
    [InlineData(520, 20, 500, false)]
    [InlineData(520, 19, 100, true)]
    [InlineData(520, 519, 1, false)]
    [InlineData(520, 520, 0, false)]
    [InlineData(520, 600, 100, true)]
    [InlineData(30, 0, 30, false)]
    public async Task Join_AfterANumber_GetsWhatWasMissedOrAGap(int messages, int after, int expected, bool gap)
    {
        var party = await With(messages);
        var joined = await party.Join(after: after);
        Assert.Equal((messages, expected, gap), (joined.Last, joined.Messages.Count, joined.Gap));
        await cluster.Restart();
        joined = await party.Join(after: after);
        Assert.Equal((messages, expected, gap), (joined.Last, joined.Messages.Count, joined.Gap));
    }

    [Fact]
    public async Task Join_AfterRemovals_IsToldWhatToTakeAwayAndWhatCameBack()
    {
        var party = await With(10);
        await party.Act(Party.Owner, new DeleteMessage(4));
        var deleted = await party.Act(Party.Owner, new DeleteMessage(5));
        await party.Act(Party.Owner, new UndoAct(deleted.AuditId!));

        var before = await party.Join(after: 10);
        Assert.Empty(before.Messages);
        Assert.Equal([new ChatRemoval(11, 4)], before.Removed);
        var between = await party.Join(after: 12);
        Assert.Equal((12, 5), (Assert.Single(between.Restored).Undoes, Assert.Single(between.Restored[0].Messages).Seq));
        Assert.Equal(9, (await party.Join()).Messages.Count);

        // After a restart what came back is not known any more, and it says so instead of guessing.
        await cluster.Restart();
        Assert.True((await party.Join(after: 12)).Gap);
        Assert.False((await party.Join(after: 13)).Gap);
    }

    [Fact]
    public async Task Batches_AfterARestart_BeginWhereTheLogEnds()
    {
        var party = await With(3);
        await cluster.Restart();
        var batches = await cluster.Watch(party.Id);
        await party.Join();
        var first = await batches.First(_ => true);
        Assert.Equal((4, 3), (first.From, first.To));
    }
}
