using ContentPages.Grains.Catalog;
using ContentPages.Grains.Tests.Engines;
using ContentPages.Grains.Tests.Videos;
using ContentPages.Streams;

namespace ContentPages.Grains.Tests.Streams;

[Collection(GrainTests.Name)]
public sealed class LiveStreamChannelGrainTests(GrainCluster cluster)
{
    [Fact]
    public async Task RotateKey_MakesANewOne()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        Assert.Equal("key-1", Film.Ok(await gig.Grain.GetIngest()).StreamKey);
        Assert.Equal("key-2", Film.Ok(await gig.Grain.RotateKey()).StreamKey);
        Assert.Equal("key-2", Film.Ok(await gig.Grain.GetIngest()).StreamKey);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Channel_ThatIsMadeWhileAnotherActivationWrites_StaysOnlyIfTheStreamDoes(bool stays)
    {
        var gig = new Gig(cluster);
        gig.Channels.SetDown(gig.Id, true);
        await gig.Create();
        gig.Channels.SetDown(gig.Id, false);
        var (catalog, key) = (cluster.World.Catalog, CatalogStorage.KeyOf("stream", gig.Id));
        var item = (await catalog.Get(key))!;
        catalog.BeforePut[key] = ours =>
        {
            catalog.BeforePut.TryRemove(key, out _);
            if (stays) _ = catalog.Put(item);
            else _ = catalog.Delete(key, item.Version!);
        };

        await Assert.ThrowsAnyAsync<Exception>(() => gig.Grain.GetIngest());
        Assert.Equal(stays, gig.Channels.Exists(gig.Id));
        Assert.Equal(stays, (await gig.Grain.GetIngest()).Ok);
        Assert.Equal(stays, gig.Channels.Exists(gig.Id));
    }

    [Fact]
    public async Task GetHealth_AddsAdviceToWhatWasMeasured()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        Assert.Null(Film.Ok(await gig.Grain.GetHealth()).ConnectedSince);

        await gig.Connect();
        gig.Channels.SetHealth(gig.Id, new(gig.Now, "rtmp", 3_000, 30, 8, 1_280, 720, "h264", "aac", 0, [new("port", "The port's own.")], []));
        var health = Film.Ok(await gig.Grain.GetHealth());
        Assert.Equal(["The port's own.", "Keyframe every 8 s: set 2 s in your encoder."], health.Advice.Select(a => a.Message));
        Assert.Equal(3_000, health.BitrateKbps);
    }

    [Fact]
    public async Task GetHealth_FindsASignalWhoseEventWasLost()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        gig.Channels.SetSignal(gig.Id, "st-1");
        gig.Channels.SetHealth(gig.Id, new(gig.Now, "rtmp", 3_000, 30, 2, 1_280, 720, "h264", "aac", 0, [], []));
        Film.Ok(await gig.Grain.GetHealth());
        Assert.Equal(StreamSignal.Receiving, (await gig.Get()).Signal);
    }

    [Fact]
    public async Task GetHealth_WhileTheProviderIsDown_IsUnavailable()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        gig.Channels.SetDown(gig.Id, true);
        Assert.Equal((RejectionKind.Unavailable, "channel_unavailable"), (await gig.Grain.GetHealth()).Rejection is { } r ? (r.Kind, r.Code) : default);
    }

    [Fact]
    public async Task Failure_OfTheEncoder_IsToldToItsOwner()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        var trouble = new StreamTrouble("video_codec", "Set H.264 in your encoder.", gig.Now);
        await gig.Report("st-1", SignalChange.Failed, trouble);
        Assert.Equal((StreamStatus.Reconnecting, trouble), await gig.Get() is var s ? (s.Status, s.Trouble) : default);
        gig.Pass(TimeSpan.FromSeconds(1));
        await gig.Connect("st-2");
        Assert.Equal((StreamStatus.Live, null), await gig.Get() is var back ? (back.Status, back.Trouble) : default);
    }

    [Fact]
    public async Task Viewers_AreSummedShownAndNotStoredAtOnce()
    {
        var gig = new Gig(cluster);
        await gig.GoLive();
        var changes = await cluster.WatchStream(gig.Id);
        var version = (await gig.Get()).Version;
        await gig.Grain.ReportViewers("node-a", 3);
        await gig.Grain.ReportViewers("node-b", 4);
        Assert.Equal((7, version), await gig.Get() is var s ? (s.Viewers, s.Version) : default);
        Assert.Equal(0, (await gig.Stored())!.Viewers);
        Assert.Equal(3, (await changes.Until(c => c.Viewers > 0))[^1].Viewers);

        // What has changed within the second is told after it.
        for (var second = 1; second <= 2; second++)
        {
            gig.Pass(TimeSpan.FromSeconds(1));
            await gig.Grain.ReportViewers("node-a", 5);
        }

        await changes.Until(c => c.Viewers == 9);
        gig.Pass(TimeSpan.FromSeconds(8));
        Assert.Equal(5, (await gig.Get()).Viewers);
        gig.Pass(TimeSpan.FromSeconds(2));
        Assert.Equal(0, (await gig.Get()).Viewers);
        await gig.Stop();
        Assert.Equal(9, (await gig.Get()).Session!.PeakViewers);
    }

    [Fact]
    public async Task Viewers_OffTheAir_DoNotCount()
    {
        var gig = new Gig(cluster);
        await gig.Create();
        await gig.Connect();
        await gig.Grain.ReportViewers("node-a", 3);
        Assert.Equal(0, (await gig.Get()).Viewers);
        await gig.Start();
        Assert.Equal((StreamStatus.Live, 0), await gig.Get() is var s ? (s.Status, s.Viewers) : default);
    }
}
