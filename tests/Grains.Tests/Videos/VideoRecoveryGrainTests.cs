using System.Text;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Tests.Engines;
using ContentPages.Grains.Videos;
using ContentPages.Videos;
using Orleans.Storage;

namespace ContentPages.Grains.Tests.Videos;

/// <summary>Whatever breaks, the sweeper's <c>Reconcile</c> brings it to an end.</summary>
[Collection(GrainTests.Name)]
public sealed class VideoRecoveryGrainTests(GrainCluster cluster)
{
    private GrainWorld World => cluster.World;

    [Fact]
    public async Task Write_OverSomeoneElses_DropsTheActivationAndTheNextCallSeesWhatIsStored()
    {
        var film = new Film(cluster);
        await film.Create();
        var stored = (await World.Catalog.Get(CatalogStorage.KeyOf("video", film.Id)))!;
        await World.Catalog.Put(stored with { Body = Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(stored.Body.Span).Replace("First light", "Elsewhere", StringComparison.Ordinal)) });

        await Assert.ThrowsAsync<InconsistentStateException>(() => film.Grain.Update(film.Video.Details with { Title = "Mine" }, null));
        Assert.Equal("Elsewhere", (await film.Get()).Details.Title);
        Assert.Equal("Mine", Film.Ok(await film.Grain.Update(film.Video.Details with { Title = "Mine" }, null)).Details.Title);
    }

    [Fact]
    public async Task Write_ThatFails_ChangesNothing()
    {
        var film = new Film(cluster);
        await film.Create();
        var before = await film.Get();
        using (film.RefuseWrites(_ => true))
            await Assert.ThrowsAnyAsync<Exception>(() => film.Grain.Update(film.Video.Details with { Title = "Mine" }, null));
        Assert.Equal(before, await film.Get());
    }

    [Fact]
    public async Task Submit_ThatFails_IsDoneByTheSweeper()
    {
        var film = new Film(cluster);
        World.Transcoder.SetDown(film.Id, true);
        var video = await film.Upload();
        Assert.Equal((VideoStatus.Processing, PendingWork.SubmitJob), (video.Status, (await film.Stored())!.Pending));
        Assert.Equal(World.Clock.GetUtcNow().AddSeconds(30), (await film.Stored())!.DueAt);

        World.Transcoder.SetDown(film.Id, false);
        World.Clock.Advance(TimeSpan.FromSeconds(30));
        await film.Grain.Reconcile();
        Assert.Single(World.Transcoder.Submitted(film.Id));
        Assert.Equal((PendingWork.None, film.Job()), await film.Stored() is { } s ? (s.Pending, s.Job!.JobId) : default);
    }

    [Fact]
    public async Task Submit_ThatGoesOnFailing_FailsTheVideoAfterADay()
    {
        var film = new Film(cluster);
        World.Transcoder.SetDown(film.Id, true);
        await film.Upload();
        World.Clock.Advance(TimeSpan.FromHours(23));
        await film.Grain.Reconcile();
        Assert.Equal(VideoStatus.Processing, (await film.Get()).Status);
        World.Clock.Advance(TimeSpan.FromHours(1));
        await film.Grain.Reconcile();
        Assert.Equal(TranscodeErrors.TookTooLong, (await film.Get()).Failure);
    }

    [Fact]
    public async Task Reconcile_WhileTheTranscoderDoesNotAnswer_WaitsButNotForEver()
    {
        var film = new Film(cluster);
        await film.Upload();
        World.Transcoder.SetDown(film.Id, true);
        World.Clock.Advance(TimeSpan.FromMinutes(2));
        await film.Grain.Reconcile();
        Assert.Equal((VideoStatus.Processing, World.Clock.GetUtcNow().AddMinutes(2)), await film.Stored() is { } s ? (s.Status, s.DueAt) : default);

        World.Clock.Advance(TimeSpan.FromDays(1));
        await film.Grain.Reconcile();
        Assert.Equal(TranscodeErrors.TookTooLong, (await film.Get()).Failure);
    }

    [Fact]
    public async Task Reconcile_OfARunningJob_TakesInWhatItMissed()
    {
        var film = new Film(cluster);
        await film.Upload();
        film.PutOutput("master.m3u8");
        World.Transcoder.Settle(new JobProgressed(film.Job(), 1, World.Clock.GetUtcNow(), TranscodePhase.Transcoding, 30, OutputsStarted: true));
        await film.Grain.Reconcile();
        Assert.Equal((30, "master.m3u8"), await film.Get() is var v ? (v.Progress!.Percent, v.Media!.Playlist) : default);

        World.Transcoder.Settle(film.Completed());
        await film.Grain.Reconcile();
        Assert.Equal(VideoStatus.Ready, (await film.Get()).Status);
    }

    [Fact]
    public async Task Reconcile_WhileAJobGoesOn_PutsOffTheNextLook()
    {
        var film = new Film(cluster);
        await film.Upload();
        World.Clock.Advance(TimeSpan.FromMinutes(5));
        await film.Grain.Reconcile();
        Assert.Equal(World.Clock.GetUtcNow().AddMinutes(2), (await film.Stored())!.DueAt);
    }

    [Fact]
    public async Task Reconcile_OfALostJob_MakesAnotherAttemptUpToABound()
    {
        var film = new Film(cluster);
        await film.Upload();
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            film.PutOutput("half.m4s", attempt);
            World.Transcoder.Lose(film.Job(attempt));
            await film.Grain.Reconcile();
            var video = await film.Get();
            Assert.Equal((VideoStatus.Processing, attempt + 1, $"videos/{film.Id}/{attempt + 1}/"), (video.Status, video.Attempt, video.Media!.Prefix));
            Assert.Equal([film.SourceKey], World.Objects.Keys(film.Id));
        }

        World.Transcoder.Lose(film.Job(4));
        await film.Grain.Reconcile();
        Assert.Equal((VideoStatus.Failed, TranscodeErrors.Lost), await film.Get() is var failed ? (failed.Status, failed.Failure) : default);
        Assert.Equal(4, World.Transcoder.Submitted(film.Id).Count);
    }

    [Fact]
    public async Task Reconcile_OfAnUploadWhoseTabHasGone_FindsTheObject()
    {
        var film = new Film(cluster);
        await film.Create();
        World.Objects.Put(film.SourceKey, 1000);
        await film.Grain.Reconcile();
        Assert.Equal(VideoStatus.Processing, (await film.Get()).Status);
    }

    [Fact]
    public async Task Reconcile_OfAnUploadWithEveryPart_JoinsThem()
    {
        var film = new Film(cluster, 65 * Film.MiB);
        await film.Create();
        var upload = World.Objects.OpenUploads(film.SourceKey)[0];
        for (var n = 1; n <= 4; n++) World.Objects.PutPart(upload, n, 16 * Film.MiB);
        await film.Grain.Reconcile();
        Assert.Equal(VideoStatus.Uploading, (await film.Get()).Status);

        World.Objects.PutPart(upload, 5, Film.MiB);
        await film.Grain.Reconcile();
        Assert.Equal(VideoStatus.Processing, (await film.Get()).Status);
    }

    [Fact]
    public async Task Reconcile_OfAnUploadAfterSevenDays_GivesItUpAndRemovesItsParts()
    {
        var film = new Film(cluster, 65 * Film.MiB);
        await film.Create();
        World.Objects.PutPart(World.Objects.OpenUploads(film.SourceKey)[0], 1, 16 * Film.MiB);
        World.Clock.Advance(TimeSpan.FromDays(7));
        await film.Grain.Reconcile();

        Assert.Equal((VideoStatus.Failed, TranscodeErrors.UploadAbandoned), await film.Get() is var v ? (v.Status, v.Failure) : default);
        Assert.Empty(World.Objects.OpenUploads(film.SourceKey));
        Assert.Null((await film.Stored())!.DueAt);
    }

    [Fact]
    public async Task Reconcile_OfWhatIsDoneOrWasNever_ChangesNothing()
    {
        var film = new Film(cluster);
        await film.Grain.Reconcile();
        Assert.Null(await film.Stored());

        await film.Upload();
        await film.Complete();
        var ready = await film.Get();
        World.Clock.Advance(TimeSpan.FromDays(30));
        await film.Grain.Reconcile();
        Assert.Equal(ready, await film.Get());
    }

    [Fact]
    public async Task Reconcile_WhileWorkGoesOnFailing_TriesItOncePerSweep()
    {
        var film = new Film(cluster);
        await film.Upload();
        await film.Fail(1999);
        World.Transcoder.Lose(film.Job(2));
        var tries = 0;
        using (film.RefuseWrites(state =>
        {
            if (!state.Contains("\"job\":", StringComparison.Ordinal)) return false;
            tries++;
            return true;
        }))
        {
            await film.Grain.Reconcile();
            Assert.Equal(1, tries);
            World.Clock.Advance(TimeSpan.FromMinutes(1));
            await film.Grain.Reconcile();
            Assert.Equal(2, tries);
        }
    }
}
