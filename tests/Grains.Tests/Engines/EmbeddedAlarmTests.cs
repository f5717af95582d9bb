using ContentPages.Grains.Tests.Streams;
using ContentPages.Streams;

namespace ContentPages.Grains.Tests.Engines;

/// <summary>What a live stream does by its timers, which on this engine go by the tests' clock.</summary>
[Collection(GrainTests.Name)]
public sealed class EmbeddedAlarmTests(GrainCluster cluster)
{
    [Fact]
    public async Task Grace_EndsTheSessionByItselfToTheSecond()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        await gig.Disconnect();
        var changes = await cluster.WatchStream(gig.Id);
        gig.Pass(TimeSpan.FromMilliseconds(59_999));
        Assert.Equal(StreamStatus.Reconnecting, await gig.Status());
        gig.Pass(TimeSpan.FromMilliseconds(1));
        Assert.Equal(StreamStatus.Ended, (await changes.Until(c => c.Status is not StreamStatus.Reconnecting))[^1].Status);
    }

    [Fact]
    public async Task Grace_OfAnEncoderThatCameBack_EndsNothing()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        await gig.Disconnect();
        gig.Pass(TimeSpan.FromSeconds(59));
        await gig.Connect("st-2");
        gig.Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(StreamStatus.Live, await gig.Status());
    }

    [Fact]
    public async Task EachMinute_StoresTheViewersOnce()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        foreach (var viewers in new[] { 4, 6 })
        {
            gig.Pass(TimeSpan.FromSeconds(59));
            await gig.Grain.ReportViewers("node-a", viewers);
            gig.Pass(TimeSpan.FromSeconds(1));
            await Settled(gig, s => s.ViewersByMinute.Count == viewers / 2 - 1);
        }

        Assert.Equal([4, 6], (await gig.Get()).Session!.ViewersByMinute);
        Assert.Equal((6, 6), await gig.Stored() is { } s ? (s.Viewers, s.Session!.PeakViewers) : default);
    }

    [Fact]
    public async Task Viewers_OfANodeThatDied_FallToNothingByThemselves()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        var changes = await cluster.WatchStream(gig.Id);
        await gig.Grain.ReportViewers("node-a", 3);
        await gig.Grain.ReportViewers("node-b", 1);
        var told = new List<int>();
        for (var second = 0; second < 12; second++)
        {
            gig.Pass(TimeSpan.FromSeconds(1));
            await gig.Get();
        }

        told.AddRange((await changes.Until(c => c.Viewers == 0)).Select(c => c.Viewers));
        Assert.Equal([3, 4, 0], told);
    }

    [Fact]
    public async Task Restart_WhileReconnecting_SetsTheAlarmAgain()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        await gig.Disconnect();
        await cluster.Restart();
        var changes = await cluster.WatchStream(gig.Id);
        await gig.Get();
        gig.Pass(TimeSpan.FromSeconds(60));
        Assert.Equal(StreamStatus.Ended, (await changes.Until(c => c.Status is StreamStatus.Ended))[^1].Status);
    }

    /// <summary>A timer's turn is before the calls that come after it.</summary>
    private static async Task Settled(Gig gig, Func<StreamSession, bool> done)
    {
        for (var i = 0; i < 100 && !done((await gig.Get()).Session!); i++) await Task.Yield();
        Assert.True(done((await gig.Get()).Session!));
    }
}
