using ContentPages.Grains.Streams;
using ContentPages.Grains.Tests.Engines;
using ContentPages.Grains.Tests.Videos;
using ContentPages.Streams;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Streams;

[Collection(GrainTests.Name)]
public sealed class LiveStreamGrainTests(GrainCluster cluster)
{
    [Fact]
    public async Task Create_MakesTheChannelBeforeItAnswers()
    {
        var gig = new Gig(cluster);
        var stream = await gig.Create();

        Assert.Equal((StreamStatus.Offline, StreamSignal.None, FakeChannels.IdOf(gig.Id), null), (stream.Status, stream.Signal, stream.ChannelId, stream.Session));
        Assert.Equal((gig.Owner, "Ada", gig.Stream.Details), (stream.OwnerId, stream.OwnerName, stream.Details));
        Assert.Equal((StreamWork.None, null), await gig.Stored() is { } s ? (s.Pending, s.DueAt) : default);
        Assert.Equal(stream, await gig.Get());
    }

    [Fact]
    public async Task Create_Again_IsTheSameStream()
    {
        var gig = new Gig(cluster);
        var first = await gig.Create();
        Assert.Equal(first, await gig.Create());
        Assert.Equal(["create Low"], gig.Channels.Calls(gig.Id));
        Assert.Equal("stream_state", (await gig.Grain.Create(gig.Stream with { OwnerId = "someone else" })).Rejection!.Code);
    }

    [Fact]
    public async Task Session_StartedBeforeTheSignal_IsLiveWithIt()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        Assert.Equal(StreamStatus.Starting, (await gig.Start()).Status);
        await gig.Connect();

        var live = await gig.Get();
        Assert.Equal((StreamStatus.Live, StreamSignal.Receiving, 1, gig.Now), (live.Status, live.Signal, live.Session!.Number, live.Session.LiveAt));
        Assert.Equal(["create Low", $"begin 1 videos/{live.Session.VideoId}/0/ True"], gig.Channels.Calls(gig.Id));
    }

    [Fact]
    public async Task Session_StartedAfterTheSignal_IsLiveAtOnce()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        await gig.Connect();
        Assert.Equal((StreamStatus.Offline, StreamSignal.Receiving), await gig.Get() is var preview ? (preview.Status, preview.Signal) : default);
        Assert.Equal(StreamStatus.Live, (await gig.Start()).Status);
    }

    [Fact]
    public async Task Session_Stopped_EndsAndItsRecordingBecomesAVideo()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        gig.Pass(TimeSpan.FromMinutes(1));
        var stopped = await gig.Stop();
        Assert.Equal((StreamStatus.Ended, StreamSignal.None, SessionEnd.Stopped, RecordingStatus.Finishing), (stopped.Status, stopped.Signal, stopped.Session!.End, stopped.Session.Recording));
        Assert.Equal("end 1", gig.Channels.Calls(gig.Id)[^1]);

        await gig.Record();
        var session = (await gig.Get()).Session!;
        Assert.Equal(RecordingStatus.Ready, session.Recording);
        var video = Film.Ok(await cluster.Grain<IVideoGrain>(session.VideoId).Get());
        Assert.Equal((VideoStatus.Processing, "Late show", "A gig", Visibility.Public, gig.Owner), (video.Status, video.Details.Title, video.Details.Description, video.Details.Visibility, video.OwnerId));
        Assert.Equal(new VideoMedia($"videos/{video.Id}/0/", "playlist.m3u8", "poster.jpg", null, 60, 1280, 720), video.Media);
        Assert.Equal((gig.Id, 1, session.LiveAt), (video.Recording!.StreamId, video.Recording.Session, video.Recording.LiveAt));
        Assert.Null((await gig.Stored())!.DueAt);
    }
}
