using ContentPages.Grains.Catalog;
using ContentPages.Grains.Tests.Engines;
using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

/// <summary>The process dies between what it stored and what it did, or the other way round; the next one finds out.</summary>
[Collection(GrainTests.Name)]
public sealed class VideoCrashGrainTests(GrainCluster cluster)
{
    private GrainWorld World => cluster.World;

    [Fact]
    public async Task Write_ThatIsDoneButNotAnswered_IsFoundByTheNextCall()
    {
        var film = new Film(cluster);
        await film.Upload();
        await film.Fail(1040);
        var key = CatalogStorage.KeyOf("video", film.Id);
        World.Catalog.BeforePut[key] = item =>
        {
            World.Catalog.BeforePut.TryRemove(key, out _);
            _ = World.Catalog.Put(item);
            throw new IOException("The answer was lost.");
        };
        await Assert.ThrowsAnyAsync<Exception>(film.Grain.Retry);

        // Nobody writes any more: only the sweeper comes by.
        await film.Grain.Reconcile();
        Assert.Equal($"{film.Id}-2", World.Transcoder.Submitted(film.Id)[^1].IdempotencyKey);
        await film.Complete(attempt: 2);
        Assert.Equal(VideoStatus.Ready, (await film.Get()).Status);
    }

    [Fact]
    public async Task Crash_BeforeTheJobWasSubmitted_IsMendedAfterTheRestart()
    {
        var film = new Film(cluster);
        World.Transcoder.SetDown(film.Id, true);
        await film.Upload();

        await cluster.Restart();
        World.Transcoder.SetDown(film.Id, false);
        await film.Grain.Reconcile();
        await film.Complete();
        Assert.Equal(VideoStatus.Ready, (await film.Get()).Status);
    }

    [Fact]
    public async Task Crash_BeforeTheSubmittedJobWasStored_FindsTheSameJob()
    {
        var film = new Film(cluster);
        using (film.RefuseWrites(state => state.Contains("\"job\":", StringComparison.Ordinal))) await film.Upload();
        Assert.Equal(PendingWork.SubmitJob, (await film.Stored())!.Pending);
        var job = film.Job();

        await cluster.Restart();
        await film.Grain.Reconcile();
        Assert.Equal(job, (await film.Stored())!.Job!.JobId);
        Assert.Equal([$"{film.Id}-1", $"{film.Id}-1"], World.Transcoder.Submitted(film.Id).Select(r => r.IdempotencyKey));
    }

    [Fact]
    public async Task Crash_BeforeTheJoinedUploadWasStored_FindsTheObject()
    {
        var film = new Film(cluster, 65 * Film.MiB);
        await film.Create();
        var upload = World.Objects.OpenUploads(film.SourceKey)[0];
        for (var n = 1; n <= 5; n++) World.Objects.PutPart(upload, n, n == 5 ? Film.MiB : 16 * Film.MiB);
        using (film.RefuseWrites(_ => true)) await Assert.ThrowsAnyAsync<Exception>(() => film.Grain.ConfirmUpload(null));
        Assert.Equal(VideoStatus.Uploading, (await film.Stored())!.Status);

        await cluster.Restart();
        await film.Grain.Reconcile();
        Assert.Equal(VideoStatus.Processing, (await film.Get()).Status);
    }

    [Fact]
    public async Task Crash_BeforeLeftoversWereRemoved_IsMendedAfterTheRestart()
    {
        var film = new Film(cluster);
        await film.Upload();
        film.PutOutput("half.m4s");
        World.Objects.Broken.Add($"videos/{film.Id}/");
        await film.Fail(1010);
        Assert.Equal(PendingWork.RemoveLeftovers, (await film.Stored())!.Pending);

        await cluster.Restart();
        World.Objects.Broken.Clear();
        await film.Grain.Reconcile();
        Assert.Empty(World.Objects.Keys(film.Id));
        Assert.Equal((PendingWork.None, null), await film.Stored() is { } s ? (s.Pending, s.DueAt) : default);
    }

    [Fact]
    public async Task Crash_BeforeEverythingWasRemoved_IsMendedAfterTheRestart()
    {
        var film = new Film(cluster);
        await film.Upload();
        await film.Complete();
        World.Objects.Broken.Add($"videos/{film.Id}/");
        Film.Ok(await film.Grain.Delete(null));

        await cluster.Restart();
        Assert.Equal("video_not_found", (await film.Grain.Get()).Rejection!.Code);
        World.Objects.Broken.Clear();
        await film.Grain.Reconcile();
        Assert.Empty(World.Objects.Keys(film.Id));
        Assert.Null(await film.Stored());
    }

    [Fact]
    public async Task Crash_WhileAJobRan_GoesOnWhereItWas()
    {
        var film = new Film(cluster);
        await film.Upload();
        await film.Progress(TranscodePhase.Transcoding, 10);
        await film.Progress(TranscodePhase.Transcoding, 20);

        await cluster.Restart();
        Assert.Equal(10, (await film.Get()).Progress!.Percent);
        await film.Progress(TranscodePhase.Transcoding, 30);
        Assert.Equal(30, (await film.Get()).Progress!.Percent);
        await film.Complete();
        Assert.Equal(VideoStatus.Ready, (await film.Get()).Status);
    }
}
