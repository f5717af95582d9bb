using ContentPages.Grains.Streams;
using ContentPages.Grains.Tests.Engines;
using ContentPages.Grains.Tests.Videos;
using ContentPages.Streams;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Streams;

/// <summary>Whatever is lost or breaks, the sweeper's <c>Reconcile</c> brings it to an end.</summary>
[Collection(GrainTests.Name)]
public sealed class LiveStreamRecoveryGrainTests(GrainCluster cluster)
{
    [Fact]
    public async Task Create_WhileTheProviderIsDown_MakesTheChannelLater()
    {
        var gig = new Gig(cluster);
        await Down(gig, async () =>
        {
            Assert.Null((await gig.Create()).ChannelId);
            Assert.Equal((RejectionKind.Unavailable, "channel_unavailable"), (await gig.Grain.GetIngest()).Rejection is { } r ? (r.Kind, r.Code) : default);
            Assert.Equal("channel_unavailable", (await gig.Grain.RotateKey()).Rejection!.Code);
            Assert.Equal((StreamWork.CreateChannel, gig.Now.AddSeconds(30)), await gig.Stored() is { } s ? (s.Pending, s.DueAt) : default);
        });
        await gig.Grain.Reconcile();
        Assert.Equal((FakeChannels.IdOf(gig.Id), null), await gig.Stored() is { } after ? (after.Channel!.ChannelId, after.DueAt) : default);
    }

    [Fact]
    public async Task Start_WithoutAChannelYet_MakesItFirst()
    {
        var gig = new Gig(cluster);
        await Down(gig, gig.Create);
        Assert.Equal(StreamStatus.Starting, (await gig.Start()).Status);
        await gig.Connect();
        Assert.Equal(StreamStatus.Live, await gig.Status());
    }

    [Fact]
    public async Task GetIngest_WithoutAChannelYet_MakesItFirst()
    {
        var gig = new Gig(cluster);
        await Down(gig, gig.Create);
        Assert.Equal("key-1", Film.Ok(await gig.Grain.GetIngest()).StreamKey);
    }

    [Fact]
    public async Task Begin_ThatFails_IsDoneByTheSweeper()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        await gig.Connect();
        await Down(gig, async () => Assert.Equal(StreamStatus.Starting, (await gig.Start()).Status));
        await gig.Grain.Reconcile();
        Assert.Equal(StreamStatus.Live, await gig.Status());
    }

    [Fact]
    public async Task Begin_WaitsForTheEndOfTheSessionBefore()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        await Down(gig, async () =>
        {
            await gig.Stop();
            await gig.Start();
        });
        await gig.Grain.Reconcile();
        Assert.Equal(["end 1", "end 1", "end 1", $"begin 2 videos/{gig.VideoId(2)}/0/ True"], gig.Channels.Calls(gig.Id).Skip(2));
        Assert.Equal((StreamStatus.Starting, StreamSignal.None), await gig.Get() is var s ? (s.Status, s.Signal) : default);
    }

    [Fact]
    public async Task Started_Lost_IsFoundByTheSweeper()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        await gig.Start();
        gig.Channels.SetSignal(gig.Id, "st-1", StreamSignal.Starved);
        await gig.Grain.Reconcile();
        Assert.Equal((StreamStatus.Live, StreamSignal.Starved), await gig.Get() is var s ? (s.Status, s.Signal) : default);
    }

    [Fact]
    public async Task Ended_Lost_IsFoundByTheSweeperAndTheGraceByTheNext()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        gig.Channels.SetSignal(gig.Id, null);
        await gig.Grain.Reconcile();
        Assert.Equal((StreamStatus.Reconnecting, gig.Now.AddSeconds(60)), await gig.Stored() is { } s ? (s.Status, s.DueAt) : default);
        gig.Pass(TimeSpan.FromSeconds(60));
        await gig.Grain.Reconcile();
        Assert.Equal((StreamStatus.Ended, SessionEnd.SignalLost), await gig.Get() is var ended ? (ended.Status, ended.Session!.End) : default);
    }

    [Fact]
    public async Task Started_LostWithinTheGrace_IsFoundBeforeTheSessionIsGivenUp()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        await gig.Disconnect();
        gig.Channels.SetSignal(gig.Id, "st-2");
        gig.Pass(TimeSpan.FromSeconds(60));
        await gig.Grain.Reconcile();
        Assert.Equal((StreamStatus.Live, 1), await gig.Get() is var s ? (s.Status, s.Session!.Number) : default);
    }

    [Fact]
    public async Task Grace_EndsAlthoughTheProviderDoesNotAnswer()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        await gig.Disconnect();
        await Down(gig, async () =>
        {
            gig.Pass(TimeSpan.FromSeconds(60));
            await gig.Grain.Reconcile();
            Assert.Equal((StreamStatus.Ended, SessionWork.End), await gig.Stored() is { } s ? (s.Status, s.Session!.Pending) : default);
        });
        await gig.Grain.Reconcile();
        Assert.Equal("end 1", gig.Channels.Calls(gig.Id)[^1]);
    }

    [Fact]
    public async Task Start_WithoutAnySignal_IsGivenUpAndLeavesNothing()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        await gig.Start();
        gig.PutRecording(gig.VideoId());
        gig.Pass(TimeSpan.FromMinutes(15));
        await gig.Grain.Reconcile();
        var given = await gig.Get();
        Assert.Equal((StreamStatus.Offline, SessionEnd.NeverLive, "no_signal"), (given.Status, given.Session!.End, given.Trouble!.Code));
        Assert.Empty(gig.World.Objects.Keys(gig.VideoId()));
        Assert.Null((await gig.Stored())!.DueAt);
    }

    [Fact]
    public async Task RecordingEnd_Lost_IsFoundByTheSweeper()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        await gig.Stop();
        gig.Channels.SetRecording(gig.Id, 1, gig.Recorded(1, gig.VideoId()) with { Status = RecordingStatus.Recording, Media = null });
        gig.Pass(TimeSpan.FromSeconds(30));
        await gig.Grain.Reconcile();
        Assert.Equal((RecordingStatus.Finishing, gig.Now.AddSeconds(30)), await gig.Stored() is { } s ? (s.Session!.Recording, s.DueAt) : default);

        gig.Channels.SetRecording(gig.Id, 1, gig.Recorded(1, gig.VideoId()));
        await gig.Grain.Reconcile();
        Assert.Equal(RecordingStatus.Ready, (await gig.Get()).Session!.Recording);
        Assert.Equal(VideoStatus.Processing, Film.Ok(await cluster.Grain<IVideoGrain>(gig.VideoId()).Get()).Status);
    }

    [Fact]
    public async Task Recording_OfWhichNothingIsKnown_FailsAfterAQuarterOfAnHour()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        await gig.Stop();
        gig.Pass(TimeSpan.FromMinutes(15));
        await gig.Grain.Reconcile();
        Assert.Equal((RecordingStatus.Failed, null), await gig.Stored() is { } s ? (s.Session!.Recording, s.DueAt) : default);
    }

    [Fact]
    public async Task Recording_WhoseIdIsAnotherVideo_FailsAndLeavesThatAlone()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        await gig.Stop();
        var video = cluster.Grain<IVideoGrain>(gig.VideoId());
        Film.Ok(await video.Create(new(gig.Owner, "Ada", new("film.mp4", "video/mp4", 5), new("Mine", "", Visibility.Private))));
        await gig.Record();
        Assert.Equal(RecordingStatus.Failed, (await gig.Get()).Session!.Recording);
        Assert.Equal((VideoStatus.Uploading, "Mine"), Film.Ok(await video.Get()) is var v ? (v.Status, v.Details.Title) : default);
    }

    [Fact]
    public async Task Channel_RemovedBehindOurBack_IsMadeAgainAndTheSessionGoesOn()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        gig.Channels.Lose(gig.Id);
        await gig.Grain.Reconcile();
        Assert.Equal(["create Low", $"begin 1 videos/{(await gig.Get()).Session!.VideoId}/0/ True"], gig.Channels.Calls(gig.Id).Skip(2));
        await gig.Connect("st-2");
        Assert.Equal((StreamStatus.Live, 1), await gig.Get() is var s ? (s.Status, s.Session!.Number) : default);
    }

    [Fact]
    public async Task Preview_WhoseEndWasLost_IsFoundByTheSweeper()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        await gig.Connect();
        Assert.Equal(gig.Now.AddMinutes(2), (await gig.Stored())!.DueAt);
        gig.Channels.SetSignal(gig.Id, null);
        await gig.Grain.Reconcile();
        Assert.Equal((StreamSignal.None, null), ((await gig.Get()).Signal, (await gig.Stored())!.DueAt));
    }

    [Fact]
    public async Task Write_ThatFails_ChangesNothing()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        var before = await gig.Get();
        using (gig.RefuseWrites(_ => true)) await Assert.ThrowsAnyAsync<Exception>(() => gig.Grain.Start());
        Assert.Equal(before, await gig.Get());
        Assert.Equal(["create Low"], gig.Channels.Calls(gig.Id));
    }

    [Fact]
    public async Task Reconcile_OfWhatIsDone_ChangesNothing()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        await gig.Stop();
        await gig.Record();
        var settled = (await gig.Get()).Version;
        gig.Pass(TimeSpan.FromDays(30));
        await gig.Grain.Reconcile();
        Assert.Equal(settled, (await gig.Get()).Version);
    }

    private static async Task Down(Gig gig, Func<Task> meanwhile)
    {
        gig.Channels.SetDown(gig.Id, true);
        await meanwhile();
        gig.Channels.SetDown(gig.Id, false);
    }
}
