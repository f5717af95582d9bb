using ContentPages.Grains.Streams;
using ContentPages.Grains.Tests.Engines;
using ContentPages.Grains.Tests.Videos;
using ContentPages.Streams;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Streams;

/// <summary>The process dies between what it stored and what it did, or the other way round; the next one finds out.</summary>
[Collection(GrainTests.Name)]
public sealed class LiveStreamCrashGrainTests(GrainCluster cluster)
{
    [Fact]
    public async Task Crash_BeforeTheChannelWasStored_FindsTheSameChannel()
    {
        var gig = new Gig(cluster);
        using (gig.RefuseWrites(json => json.Contains("\"channel\":", StringComparison.Ordinal))) await gig.Create();
        Assert.Equal(StreamWork.CreateChannel, (await gig.Stored())!.Pending);

        await cluster.Restart();
        await gig.Grain.Reconcile();
        Assert.Equal((FakeChannels.IdOf(gig.Id), StreamWork.None), await gig.Stored() is { } s ? (s.Channel!.ChannelId, s.Pending) : default);
    }

    [Fact]
    public async Task Deletion_OfAStreamWhoseChannelWasNotStored_DeletesTheChannel()
    {
        var gig = new Gig(cluster);
        using (gig.RefuseWrites(json => json.Contains("\"channel\":", StringComparison.Ordinal)))
        {
            await gig.Create();
            Film.Ok(await gig.Grain.Delete(null));
            Assert.Equal((StreamWork.CreateChannel | StreamWork.RemoveEverything, true), ((await gig.Stored())!.Pending, gig.Channels.Exists(gig.Id)));
            await cluster.Restart();
        }

        await gig.Grain.Reconcile();
        Assert.False(gig.Channels.Exists(gig.Id));
        Assert.Null(await gig.Stored());
    }

    [Fact]
    public async Task Crash_BeforeTheChannelWasArmed_ArmsItAfterTheRestart()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        await gig.Connect();
        gig.Channels.SetDown(gig.Id, true);
        await gig.Start();

        await cluster.Restart();
        gig.Channels.SetDown(gig.Id, false);
        await gig.Grain.Reconcile();
        Assert.Equal((StreamStatus.Live, 1), await gig.Get() is var s ? (s.Status, s.Session!.Number) : default);
    }

    [Fact]
    public async Task Crash_WhileLive_ArmsTheChannelAgainAndGoesOn()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        var begin = gig.Channels.Calls(gig.Id)[^1];

        await cluster.Restart();
        await gig.Connect("st-2");
        Assert.Equal([begin, begin], gig.Channels.Calls(gig.Id).Skip(1));
        Assert.Equal((StreamStatus.Live, 1), await gig.Get() is var s ? (s.Status, s.Session!.Number) : default);
        await gig.Grain.Reconcile();
        Assert.Equal(3, gig.Channels.Calls(gig.Id).Count);
    }

    [Fact]
    public async Task Crash_WhileReconnecting_StillEndsWithTheGrace()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        await gig.Disconnect();

        await cluster.Restart();
        gig.Pass(TimeSpan.FromSeconds(59));
        await gig.Grain.Reconcile();
        Assert.Equal(StreamStatus.Reconnecting, await gig.Status());
        gig.Pass(TimeSpan.FromSeconds(1));
        await gig.Grain.Reconcile();
        Assert.Equal(StreamStatus.Ended, await gig.Status());
    }

    [Fact]
    public async Task Crash_BeforeTheEncoderWasDropped_DropsItAfterTheRestart()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        using (gig.RefuseWrites(json => json.Contains("\"endedAt\":", StringComparison.Ordinal) && !json.Contains("\"pending\":\"End\"", StringComparison.Ordinal))) await gig.Stop();

        await cluster.Restart();
        await gig.Grain.Reconcile();
        Assert.Equal(["end 1", "end 1"], gig.Channels.Calls(gig.Id).Skip(2));
        Assert.Equal((SessionWork.None, StreamSignal.None), ((await gig.Stored())!.Session!.Pending, (await gig.Get()).Signal));
    }

    [Fact]
    public async Task Crash_BeforeTheVideoWasNoted_FindsTheSameVideo()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        await gig.Stop();
        using (gig.RefuseWrites(json => json.Contains("\"recording\":\"Ready\"", StringComparison.Ordinal))) await gig.Record();
        Assert.Equal(SessionWork.CreateVideo, (await gig.Stored())!.Session!.Pending);
        var video = Film.Ok(await cluster.Grain<IVideoGrain>(gig.VideoId()).Get());

        await cluster.Restart();
        await gig.Grain.Reconcile();
        Assert.Equal(RecordingStatus.Ready, (await gig.Get()).Session!.Recording);
        Assert.Equal(video.Version, Film.Ok(await cluster.Grain<IVideoGrain>(gig.VideoId()).Get()).Version);
        Assert.Single(gig.World.Transcoder.Submitted(video.Id));
    }

    [Fact]
    public async Task Crash_BeforeEverythingWasRemoved_IsMendedAfterTheRestart()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        gig.Channels.SetDown(gig.Id, true);
        Film.Ok(await gig.Grain.Delete(null));

        await cluster.Restart();
        Assert.Equal("stream_not_found", (await gig.Grain.Get()).Rejection!.Code);
        gig.Channels.SetDown(gig.Id, false);
        await gig.Grain.Reconcile();
        Assert.False(gig.Channels.Exists(gig.Id));
        Assert.Null(await gig.Stored());
    }
}
