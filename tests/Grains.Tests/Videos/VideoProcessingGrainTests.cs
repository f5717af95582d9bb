using ContentPages.Grains.Tests.Engines;
using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

[Collection(GrainTests.Name)]
public sealed class VideoProcessingGrainTests(GrainCluster cluster)
{
    private GrainWorld World => cluster.World;

    [Fact]
    public async Task Processing_SubmitsOneJobUnderTheAttemptsKey()
    {
        var film = new Film(cluster);
        await film.Upload();

        var request = Assert.Single(World.Transcoder.Submitted(film.Id));
        Assert.Equal(new TranscodeRequest(film.Id, 1, film.Owner, film.SourceKey, $"videos/{film.Id}/1/"), request);
        Assert.Equal($"{film.Id}-1", request.IdempotencyKey);
        var stored = await film.Stored();
        Assert.Equal((film.Job(), PendingWork.None), (stored!.Job!.JobId, stored.Pending));
    }

    [Fact]
    public async Task Changes_AreToldToTheOwnersPageInOrder()
    {
        var film = new Film(cluster);
        var changes = await cluster.Watch(film.Owner);
        await film.Upload();
        await film.Progress(TranscodePhase.Probing);
        for (var percent = 10; percent <= 90; percent += 10) await film.Progress(TranscodePhase.Transcoding, percent);
        await film.Progress(TranscodePhase.Uploading, 99);
        await film.Complete();

        var seen = await changes.Until(c => c.Status is VideoStatus.Ready);
        Assert.All(seen, c => Assert.Equal((film.Id, film.Owner, null), (c.VideoId, c.OwnerId, c.Failure)));
        List<(VideoStatus, TranscodePhase?, double?, bool)> expected =
        [
            (VideoStatus.Uploading, null, null, false),
            (VideoStatus.Processing, TranscodePhase.Queued, null, false),
            (VideoStatus.Processing, TranscodePhase.Queued, null, false),
            (VideoStatus.Processing, TranscodePhase.Probing, null, false),
            .. Enumerable.Range(1, 9).Select(n => (VideoStatus.Processing, (TranscodePhase?)TranscodePhase.Transcoding, (double?)(10 * n), false)),
            (VideoStatus.Processing, TranscodePhase.Uploading, 99, false),
            (VideoStatus.Ready, null, null, true),
        ];
        Assert.Equal(expected, seen.Select(c => (c.Status, c.Progress?.Phase, c.Progress?.Percent, c.Playable)));
    }

    [Fact]
    public async Task Progress_InsideAPhase_IsShownButNotStored()
    {
        var film = new Film(cluster);
        await film.Upload();
        await film.Progress(TranscodePhase.Transcoding, 10);
        var version = (await film.Get()).Version;
        await film.Progress(TranscodePhase.Transcoding, 20);

        Assert.Equal((20, version), ((await film.Get()).Progress!.Percent, (await film.Get()).Version));
        Assert.Equal(10, (await film.Stored())!.Progress!.Percent);
    }

    [Fact]
    public async Task Progress_WithOutputs_MakesTheVideoPlayableOnceThereIsAPlaylist()
    {
        var film = new Film(cluster);
        await film.Upload();
        await film.Progress(TranscodePhase.Transcoding, 5, outputs: true);
        Assert.Equal(new VideoMedia($"videos/{film.Id}/1/"), (await film.Get()).Media);

        film.PutOutput("master.m3u8");
        await film.Progress(TranscodePhase.Transcoding, 6, outputs: true);
        Assert.Equal(("master.m3u8", null), ((await film.Get()).Media!.Playlist, (await film.Get()).Media!.Poster));

        film.PutOutput("poster.jpg");
        await film.Progress(TranscodePhase.Transcoding, 7, outputs: true);
        Assert.Equal(new VideoMedia($"videos/{film.Id}/1/", "master.m3u8", "poster.jpg"), (await film.Stored())!.Media);
        Assert.Equal(VideoStatus.Processing, (await film.Get()).Status);
    }

    [Fact]
    public async Task Complete_MakesItReady()
    {
        var film = new Film(cluster);
        await film.Upload();
        await film.Complete();
        await film.Complete();

        var video = await film.Get();
        Assert.Equal((VideoStatus.Ready, film.Media(1), null, null), (video.Status, video.Media, video.Progress, video.Failure));
        Assert.Equal(World.Clock.GetUtcNow(), video.PublishedAt);
        Assert.Null((await film.Stored())!.DueAt);
    }

    [Fact]
    public async Task Failure_OfTheFile_RemovesOutputsAndSource()
    {
        var film = new Film(cluster);
        var changes = await cluster.Watch(film.Owner);
        await film.Upload();
        film.PutOutput("master.m3u8");
        await film.Fail(1010);

        var video = await film.Get();
        Assert.Equal((VideoStatus.Failed, TranscodeErrors.Explain(1010), null), (video.Status, video.Failure, video.Media));
        Assert.Empty(World.Objects.Keys(film.Id));
        Assert.Null((await film.Stored())!.DueAt);
        Assert.Equal(TranscodeErrors.Explain(1010), (await changes.Until(c => c.Status is VideoStatus.Failed))[^1].Failure);
        Assert.Equal("not_retryable", (await film.Grain.Retry()).Rejection!.Code);
    }

    [Fact]
    public async Task Retry_AfterAFailureOfOurs_MakesAnotherAttemptFromTheKeptSource()
    {
        var film = new Film(cluster);
        await film.Upload();
        film.PutOutput("half.m4s");
        await film.Fail(1040);
        Assert.Equal([film.SourceKey], World.Objects.Keys(film.Id));

        var again = Film.Ok(await film.Grain.Retry());
        Assert.Equal((VideoStatus.Processing, 2, null), (again.Status, again.Attempt, again.Failure));
        await film.Complete(2);
        Assert.Equal((VideoStatus.Ready, film.Media(2)), ((await film.Get()).Status, (await film.Get()).Media));
        Assert.Equal([$"{film.Id}-1", $"{film.Id}-2"], World.Transcoder.Submitted(film.Id).Select(r => r.IdempotencyKey));
    }

    [Fact]
    public async Task PassingFault_MakesAnotherAttemptByItselfAndRemovesTheFirstOnes()
    {
        var film = new Film(cluster);
        await film.Upload();
        film.PutOutput("half.m4s");
        await film.Fail(1999);
        Assert.Equal([film.SourceKey], World.Objects.Keys(film.Id));
        Assert.Equal((VideoStatus.Processing, 2), ((await film.Get()).Status, (await film.Get()).Attempt));

        await film.Fail(1999, attempt: 2);
        Assert.Equal((VideoStatus.Failed, TranscodeErrors.Explain(1999)), ((await film.Get()).Status, (await film.Get()).Failure));
    }

    [Fact]
    public async Task Report_OfTheAttemptBefore_ChangesNothing()
    {
        var film = new Film(cluster);
        await film.Upload();
        await film.Fail(1040);
        var second = Film.Ok(await film.Grain.Retry());
        await film.Grain.ReportJob(film.Completed(1));
        Assert.Equal(second, await film.Get());
    }

    [Fact]
    public async Task Retry_WhileProcessing_IsTheSameAttempt()
    {
        var film = new Film(cluster);
        var first = await film.Upload();
        Assert.Equal(first, Film.Ok(await film.Grain.Retry()));
        await film.Complete();
        Assert.Equal("video_state", (await film.Grain.Retry()).Rejection!.Code);
    }
}
