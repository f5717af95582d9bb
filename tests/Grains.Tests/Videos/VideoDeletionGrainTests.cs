using ContentPages.Grains.Tests.Engines;
using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

[Collection(GrainTests.Name)]
public sealed class VideoDeletionGrainTests(GrainCluster cluster)
{
    private GrainWorld World => cluster.World;

    public static TheoryData<string> Situations => ["uploading", "parts", "submitting", "running", "playable", "ready", "failed", "hopeless", "second attempt"];

    [Theory]
    [MemberData(nameof(Situations))]
    public async Task Delete_InEverySituation_RemovesEveryObjectAndTheItem(string situation)
    {
        var film = await Make(situation);
        var running = (await film.Stored())!.Job?.JobId;
        var changes = await cluster.Watch(film.Owner);

        var last = Film.Ok(await film.Grain.Delete(null));
        Assert.Equal((film.Id, film.Owner, VideoStatus.Deleted), (last.Id, last.OwnerId, last.Status));
        Assert.Equal(VideoStatus.Deleted, (await changes.Until(c => c.Status is VideoStatus.Deleted))[^1].Status);
        Assert.Empty(World.Objects.Keys(film.Id));
        Assert.Empty(World.Objects.OpenUploads(film.SourceKey));
        Assert.Null(await film.Stored());
        if (running is not null) Assert.True(World.Transcoder.WasCanceled(running));
        Assert.Equal("video_not_found", (await film.Grain.Get()).Rejection!.Code);
        Assert.Equal("video_not_found", (await film.Grain.Delete(null)).Rejection!.Code);
    }

    [Fact]
    public async Task Delete_OfAVideoThatDoesNotKnowItsJob_StopsItAllTheSame()
    {
        var film = new Film(cluster);
        using (film.RefuseWrites(state => state.Contains("\"job\":", StringComparison.Ordinal))) await film.Upload();
        Assert.Null((await film.Stored())!.Job);
        Film.Ok(await film.Grain.Delete(null));
        Assert.True(World.Transcoder.WasCanceled(film.Job()));
        Assert.Single(World.Transcoder.Submitted(film.Id).Select(r => r.IdempotencyKey).Distinct());
        Assert.Null(await film.Stored());
    }

    [Fact]
    public async Task Delete_WhileTheTranscoderRefusesToSayWhatItsJobIs_EndsWhenThatJobMustHaveEnded()
    {
        var film = new Film(cluster);
        World.Transcoder.SetDown(film.Id, true);
        await film.Upload();
        Film.Ok(await film.Grain.Delete(null));
        World.Clock.Advance(VideoSchedule.AttemptWindow - TimeSpan.FromSeconds(1));
        await film.Grain.Reconcile();
        Assert.Equal(PendingWork.SubmitJob | PendingWork.RemoveEverything, (await film.Stored())!.Pending);

        World.Clock.Advance(TimeSpan.FromSeconds(1));
        await film.Grain.Reconcile();
        Assert.Equal(PendingWork.RemoveEverything, (await film.Stored())!.Pending);
        await film.Grain.Reconcile();
        Assert.Null(await film.Stored());
        Assert.Empty(World.Objects.Keys(film.Id));
    }

    [Fact]
    public async Task Report_OfARunningJobOfADeletedVideo_StopsItAndRemovesItsOutputs()
    {
        var film = new Film(cluster);
        await film.Upload();
        World.Transcoder.SetDown(film.Id, true);
        Film.Ok(await film.Grain.Delete(null));
        Assert.Equal(VideoStatus.Deleted, (await film.Stored())!.Status);
        World.Transcoder.SetDown(film.Id, false);

        film.PutOutput("late.m4s");
        await film.Progress(TranscodePhase.Transcoding, 50);
        Assert.True(World.Transcoder.WasCanceled(film.Job()));
        Assert.DoesNotContain(World.Objects.Keys(film.Id), k => k.EndsWith("late.m4s", StringComparison.Ordinal));
        await film.Grain.Reconcile();
        Assert.Null(await film.Stored());
    }

    [Fact]
    public async Task Report_AfterTheItemHasGone_StopsTheJobToo()
    {
        var film = new Film(cluster);
        await film.Upload();
        var job = film.Job();
        Film.Ok(await film.Grain.Delete(null));

        film.PutOutput("late.m4s");
        await film.Complete();
        Assert.Empty(World.Objects.Keys(film.Id));
        Assert.Null(await film.Stored());
        Assert.True(World.Transcoder.WasCanceled(job));
    }

    [Fact]
    public async Task SourceArrived_AfterTheItemHasGone_RemovesTheSource()
    {
        var film = new Film(cluster);
        await film.Create();
        Film.Ok(await film.Grain.Delete(null));

        World.Objects.Put(film.SourceKey, 1000);
        await film.Grain.SourceArrived(1000);
        Assert.Empty(World.Objects.Keys(film.Id));
        Assert.Null(await film.Stored());
    }

    [Fact]
    public async Task Delete_WhileTheStoreDoesNotAnswer_IsFinishedByTheSweeper()
    {
        var film = await Make("ready");
        World.Objects.Broken.Add($"videos/{film.Id}/");
        Film.Ok(await film.Grain.Delete(null));
        Assert.Equal(PendingWork.RemoveEverything, (await film.Stored())!.Pending);
        Assert.Equal("video_not_found", (await film.Grain.Get()).Rejection!.Code);

        World.Objects.Broken.Clear();
        await film.Grain.Reconcile();
        Assert.Empty(World.Objects.Keys(film.Id));
        Assert.Null(await film.Stored());
    }

    [Fact]
    public async Task Create_UnderTheIdOfADeletedVideo_BeginsAfresh()
    {
        var film = await Make("ready");
        Film.Ok(await film.Grain.Delete(null));
        await film.Create();
        Assert.Equal((VideoStatus.Uploading, 0, null), await film.Get() is var v ? (v.Status, v.Attempt, v.PublishedAt) : default);
    }

    private async Task<Film> Make(string situation)
    {
        var film = new Film(cluster, situation is "parts" ? 65 * Film.MiB : 1000);
        switch (situation)
        {
            case "uploading":
                await film.Create();
                World.Objects.Put(film.SourceKey, 1000);
                return film;
            case "parts":
                await film.Create();
                World.Objects.PutPart(World.Objects.OpenUploads(film.SourceKey)[0], 1, 16 * Film.MiB);
                return film;
            case "submitting":
                World.Transcoder.SetDown(film.Id, true);
                await film.Upload();
                World.Transcoder.SetDown(film.Id, false);
                return film;
        }

        await film.Upload();
        film.PutOutput("master.m3u8");
        await (situation switch
        {
            "running" => film.Progress(TranscodePhase.Probing),
            "playable" => film.Progress(TranscodePhase.Transcoding, 5, outputs: true),
            "ready" => film.Complete(),
            "failed" => film.Fail(1040),
            "hopeless" => film.Fail(1010),
            _ => film.Fail(1999),
        });
        if (situation is "second attempt") film.PutOutput("master.m3u8", attempt: 2);
        return film;
    }
}
