using ContentPages.Grains.Streams;
using ContentPages.Grains.Tests.Engines;
using ContentPages.Grains.Tests.Videos;
using ContentPages.Streams;

namespace ContentPages.Grains.Tests.Streams;

[Collection(GrainTests.Name)]
public sealed class LiveStreamEditGrainTests(GrainCluster cluster)
{
    [Fact]
    public async Task EverythingOfAStreamThatIsNotThere_IsNotFound()
    {
        var gig = new Gig(cluster);
        Rejection?[] rejections =
        [
            (await gig.Grain.Get()).Rejection, (await gig.Grain.Update(gig.Stream.Details, null)).Rejection, (await gig.Grain.Delete(null)).Rejection,
            (await gig.Grain.Start()).Rejection, (await gig.Grain.Stop()).Rejection, (await gig.Grain.GetIngest()).Rejection, (await gig.Grain.RotateKey()).Rejection,
            (await gig.Grain.GetHealth()).Rejection, (await gig.Grain.GetSessions()).Rejection, (await gig.Grain.PresignCover("image/png", 1)).Rejection,
        ];
        Assert.All(rejections, r => Assert.Equal((RejectionKind.NotFound, "stream_not_found"), (r!.Kind, r.Code)));

        await gig.Grain.Report(new SignalReport(gig.Now, "st-1", SignalChange.Started));
        await gig.Grain.ReportViewers("node", 5);
        await gig.Grain.Reconcile();
        Assert.Null(await gig.Stored());
        Assert.Empty(gig.Channels.Calls(gig.Id));
    }

    [Fact]
    public async Task Update_WithAnotherVersion_IsRefused()
    {
        var gig = new Gig(cluster);
        var created = await gig.Create();
        var details = gig.Stream.Details with { Title = "Later show", ScheduledFor = gig.Now.AddDays(1) };
        var updated = Film.Ok(await gig.Grain.Update(details, created.Version));
        Assert.Equal((StreamStatus.Scheduled, details), (updated.Status, updated.Details));
        Assert.Equal("version_mismatch", (await gig.Grain.Update(gig.Stream.Details, created.Version)).Rejection!.Code);
        Assert.Equal("version_mismatch", (await gig.Grain.Delete(created.Version)).Rejection!.Code);
        Assert.Equal(updated, await gig.Get());
    }

    [Fact]
    public async Task StartAndStop_MayBeRepeated()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        Assert.Equal("stream_state", (await gig.Grain.Stop()).Rejection!.Code);
        Assert.Equal(await gig.Start(), await gig.Start());
        await gig.Connect();
        Assert.Equal(StreamStatus.Live, (await gig.Start()).Status);
        Assert.Equal(StreamStatus.Ended, (await gig.Stop()).Status);
        Assert.Equal(StreamStatus.Ended, (await gig.Stop()).Status);
        Assert.Equal(["create Low", $"begin 1 videos/{gig.VideoId()}/0/ True", "end 1"], gig.Channels.Calls(gig.Id));
    }

    [Fact]
    public async Task Changes_AreToldToWatchersInOrder()
    {
        var gig = new Gig(cluster);
        var changes = await cluster.WatchStream(gig.Id);
        await gig.GoLive();
        gig.Pass(TimeSpan.FromSeconds(1));
        await gig.Report("st-1", SignalChange.Starved);
        gig.Pass(TimeSpan.FromSeconds(1));
        await gig.Report("st-1", SignalChange.Recovered);
        await gig.Disconnect();
        await gig.Connect("st-2");
        await gig.Stop();
        await gig.Record();

        var seen = await changes.Until(c => c.RecordingVideoId is not null);
        Assert.All(seen, c => Assert.Equal((gig.Id, gig.Owner, Visibility.Public, "Late show"), (c.StreamId, c.OwnerId, c.Visibility, c.Title)));
        List<(StreamStatus, StreamSignal)> expected =
        [
            (StreamStatus.Offline, StreamSignal.None), (StreamStatus.Starting, StreamSignal.None), (StreamStatus.Live, StreamSignal.Receiving),
            (StreamStatus.Live, StreamSignal.Starved), (StreamStatus.Live, StreamSignal.Receiving), (StreamStatus.Reconnecting, StreamSignal.None),
            (StreamStatus.Live, StreamSignal.Receiving), (StreamStatus.Ended, StreamSignal.Receiving), (StreamStatus.Ended, StreamSignal.None),
            (StreamStatus.Ended, StreamSignal.None),
        ];
        Assert.Equal(expected, seen.Select(c => (c.Status, c.Signal)));
        Assert.Equal((1, gig.VideoId()), (seen[^1].SessionNumber, seen[^1].RecordingVideoId));
    }

    [Theory]
    [InlineData("offline")]
    [InlineData("preview")]
    [InlineData("recording")]
    [InlineData("settled")]
    public async Task Delete_RemovesChannelCoverAndItemButNotTheRecording(string situation)
    {
        var gig = new Gig(cluster);
        await gig.Create();
        if (situation is "preview") await gig.Connect();
        if (situation is "recording" or "settled")
        {
            await gig.Start();
            await gig.Connect();
            await gig.Stop();
            if (situation is "settled") await gig.Record();
        }

        gig.World.Objects.Put($"streams/{gig.Id}/cover/{gig.Id}/cover.jpg");
        var videoId = situation is "recording" or "settled" ? gig.VideoId() : null;
        var last = Film.Ok(await gig.Grain.Delete(null));
        Assert.Equal((gig.Id, gig.Owner, StreamStatus.Deleted), (last.Id, last.OwnerId, last.Status));
        Assert.Equal("stream_not_found", (await gig.Grain.Get()).Rejection!.Code);
        if (situation is "recording")
        {
            // Its video is still to come.
            Assert.True(gig.Channels.Exists(gig.Id));
            var recorded = gig.Recorded(1, videoId!);
            gig.PutRecording(videoId!);
            gig.Channels.SetRecording(gig.Id, 1, recorded);
            await gig.Grain.Reconcile();
            await gig.Grain.Reconcile();
        }

        Assert.Null(await gig.Stored());
        Assert.False(gig.Channels.Exists(gig.Id));
        Assert.DoesNotContain(gig.World.Objects.Keys(gig.Id), k => k.StartsWith("streams/", StringComparison.Ordinal));
        if (videoId is not null) Assert.Equal(videoId, Film.Ok(await cluster.Grain<ContentPages.Videos.IVideoGrain>(videoId).Get()).Id);
        Assert.Equal("stream_not_found", (await gig.Grain.Delete(null)).Rejection!.Code);
    }

    [Fact]
    public async Task Delete_WhileASessionIsOn_IsAConflict()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        var rejection = (await gig.Grain.Delete(null)).Rejection!;
        Assert.Equal((RejectionKind.Conflict, "stream_state", "End the session first. It is Live and cannot become Deleted."), (rejection.Kind, rejection.Code, rejection.Message));
    }

    [Fact]
    public async Task Sessions_AreNewestFirst()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        await gig.Stop();
        await gig.Start();
        await gig.Connect("st-2");
        var sessions = (await gig.Grain.GetSessions()).Value!;
        Assert.Equal([2, 1], sessions.Select(s => s.Number));
        Assert.Equal([RecordingStatus.Recording, RecordingStatus.Finishing], sessions.Select(s => s.Recording));

        // Going live again while the recording before is being completed is safe.
        await gig.Record(1);
        var first = (await gig.Grain.GetSessions()).Value![1];
        Assert.Equal((RecordingStatus.Ready, StreamStatus.Live), (first.Recording, await gig.Status()));
    }

    [Fact]
    public async Task Update_DoesNotTouchPendingWorkOfTheStream()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        gig.Channels.SetDown(gig.Id, true);
        await gig.Start();
        var before = gig.Channels.Calls(gig.Id).Count;
        Film.Ok(await gig.Grain.Update(gig.Stream.Details with { Title = "Other" }, null));
        Assert.Equal(before, gig.Channels.Calls(gig.Id).Count);
        Assert.Equal(SessionWork.Begin, (await gig.Stored())!.Session!.Pending);
    }
}
