using ContentPages.Grains.Tests.Engines;
using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

[Collection(GrainTests.Name)]
public sealed class VideoUploadGrainTests(GrainCluster cluster)
{
    private GrainWorld World => cluster.World;

    [Fact]
    public async Task Create_OfASmallFile_AnswersOneSignedPut()
    {
        var film = new Film(cluster);
        var ticket = await film.Create();

        Assert.Equal((film.Id, UploadKind.Single, null), (ticket.VideoId, ticket.Kind, ticket.PartSize));
        Assert.Equal($"https://store.test/sources/{film.Id}/source?size=1000", ticket.Url!.ToString());
        Assert.Equal(new Dictionary<string, string> { ["Content-Type"] = "video/mp4" }, ticket.Headers);
        Assert.Equal(World.Clock.GetUtcNow().AddHours(12), ticket.ExpiresAt);
    }

    [Fact]
    public async Task Create_OfALargeFile_BeginsAMultipartUpload()
    {
        var film = new Film(cluster, 65 * Film.MiB);
        var ticket = await film.Create();

        Assert.Equal((UploadKind.Multipart, 16 * Film.MiB, null), (ticket.Kind, ticket.PartSize, ticket.Url));
        var begun = Assert.Single(World.Objects.OpenUploads(film.SourceKey));
        Assert.Equal(begun, (await film.Stored())!.Upload.UploadId);
    }

    [Fact]
    public async Task Create_Again_AnswersTheSameUpload()
    {
        var film = new Film(cluster, 65 * Film.MiB);
        await film.Create();
        await film.Create();
        Assert.Single(World.Objects.OpenUploads(film.SourceKey));
    }

    [Fact]
    public async Task Create_WithTheIdOfAnothersVideo_IsAConflict()
    {
        var film = new Film(cluster);
        await film.Create();
        var answer = await film.Grain.Create(film.Video with { OwnerId = "someone else" });
        Assert.Equal((RejectionKind.Conflict, "video_state"), (answer.Rejection!.Kind, answer.Rejection.Code));
    }

    [Fact]
    public async Task Get_OfAVideoThatWasNeverCreated_IsNotFound()
    {
        var grain = new Film(cluster).Grain;
        foreach (var rejection in new[]
        {
            (await grain.Get()).Rejection, (await grain.GetUpload()).Rejection, (await grain.ConfirmUpload(null)).Rejection, (await grain.SignParts([1])).Rejection,
            (await grain.Retry()).Rejection, (await grain.Delete(null)).Rejection, (await grain.Update(new("", "", Visibility.Public), "1")).Rejection,
        })
        {
            Assert.Equal((RejectionKind.NotFound, "video_not_found"), (rejection!.Kind, rejection.Code));
        }
    }

    [Fact]
    public async Task SignParts_SignsEachWithItsLength()
    {
        var film = new Film(cluster, 65 * Film.MiB);
        await film.Create();
        var parts = Film.Ok(await film.Grain.SignParts(new List<int> { 1, 5, 5 }));

        Assert.Equal([1, 5], parts.Select(p => p.Number));
        Assert.EndsWith($"partNumber=1&size={16 * Film.MiB}", parts[0].Url.Query, StringComparison.Ordinal);
        Assert.EndsWith($"partNumber=5&size={Film.MiB}", parts[1].Url.Query, StringComparison.Ordinal);
        Assert.Equal(World.Clock.GetUtcNow().AddHours(12), parts[0].ExpiresAt);
    }

    [Theory]
    [InlineData]
    [InlineData(0)]
    [InlineData(6)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    public async Task SignParts_OutsideOfTheFile_IsInvalid(params int[] numbers)
    {
        var film = new Film(cluster, 65 * Film.MiB);
        await film.Create();
        Assert.Equal((RejectionKind.Invalid, "invalid_parts"), Kind(await film.Grain.SignParts(numbers)));
    }

    [Fact]
    public async Task SignParts_AtMostAHundredAtOnce()
    {
        var film = new Film(cluster, 2_000 * Film.MiB);
        await film.Create();
        Assert.Equal(100, Film.Ok(await film.Grain.SignParts(Enumerable.Range(1, 100).ToList())).Count);
        Assert.Equal((RejectionKind.Invalid, "invalid_parts"), Kind(await film.Grain.SignParts(Enumerable.Range(1, 101).ToList())));
    }

    [Fact]
    public async Task SignParts_OfASinglePut_IsInvalid()
    {
        var film = new Film(cluster);
        await film.Create();
        Assert.Equal((RejectionKind.Invalid, "invalid_parts"), Kind(await film.Grain.SignParts(new List<int> { 1 })));
    }

    [Fact]
    public async Task GetUpload_ListsWhatHasArrived()
    {
        var film = new Film(cluster, 65 * Film.MiB);
        await film.Create();
        var upload = World.Objects.OpenUploads(film.SourceKey)[0];
        World.Objects.PutPart(upload, 4, 16 * Film.MiB);
        World.Objects.PutPart(upload, 2, 16 * Film.MiB);

        var progress = Film.Ok(await film.Grain.GetUpload());
        Assert.Equal([(2, 16 * Film.MiB), (4, 16 * Film.MiB)], progress.Parts.Select(p => (p.Number, p.Size)));
        Assert.Equal((false, film.Video.Source, UploadKind.Multipart), (progress.ObjectArrived, progress.Source, progress.Ticket.Kind));
    }

    [Fact]
    public async Task GetUpload_OfASinglePutThatArrived_SaysSo()
    {
        var film = new Film(cluster);
        await film.Create();
        Assert.False(Film.Ok(await film.Grain.GetUpload()).ObjectArrived);
        World.Objects.Put(film.SourceKey, 1000);
        var progress = Film.Ok(await film.Grain.GetUpload());
        Assert.True(progress.ObjectArrived);
        Assert.Empty(progress.Parts);
    }

    [Fact]
    public async Task Confirm_BeforeTheFileArrived_IsIncompleteAndChangesNothing()
    {
        var film = new Film(cluster);
        await film.Create();
        Assert.Equal((RejectionKind.Conflict, "upload_incomplete"), Kind(await film.Grain.ConfirmUpload(null)));
        Assert.Equal(VideoStatus.Uploading, (await film.Get()).Status);
    }

    [Fact]
    public async Task Confirm_WithPartsMissing_NamesTheFirst()
    {
        var film = new Film(cluster, 65 * Film.MiB);
        await film.Create();
        World.Objects.PutPart(World.Objects.OpenUploads(film.SourceKey)[0], 1, 16 * Film.MiB);

        var answer = await film.Grain.ConfirmUpload(null);
        Assert.Equal(new Rejection(RejectionKind.Conflict, "upload_incomplete", "4 parts are missing, the first is number 2. Send them, then confirm again."), answer.Rejection);
    }

    [Fact]
    public async Task Confirm_WithEveryPart_JoinsThemAndStartsProcessing()
    {
        var film = new Film(cluster, 65 * Film.MiB);
        await SendAllParts(film);

        var video = Film.Ok(await film.Grain.ConfirmUpload(null));
        Assert.Equal((VideoStatus.Processing, 1), (video.Status, video.Attempt));
        Assert.Equal([film.SourceKey], World.Objects.Keys(film.Id));
        Assert.Empty(World.Objects.OpenUploads(film.SourceKey));
    }

    [Fact]
    public async Task Confirm_WithNamedParts_TakesTheirETagsAndTheStoresSizes()
    {
        var film = new Film(cluster, 65 * Film.MiB);
        await SendAllParts(film);
        var arrived = Film.Ok(await film.Grain.GetUpload()).Parts;

        var wrong = arrived.Select(p => p with { ETag = "other" }).ToList();
        Assert.Equal((RejectionKind.Conflict, "upload_incomplete"), Kind(await film.Grain.ConfirmUpload(wrong)));

        var named = arrived.Select(p => p with { Size = 0 }).ToList();
        Assert.Equal(VideoStatus.Processing, Film.Ok(await film.Grain.ConfirmUpload(named)).Status);
    }

    [Fact]
    public async Task Confirm_Again_AnswersTheSameAndSubmitsNothing()
    {
        var film = new Film(cluster);
        var first = await film.Upload();
        Assert.Equal(first, Film.Ok(await film.Grain.ConfirmUpload(null)));

        await film.Complete();
        Assert.Equal(VideoStatus.Ready, Film.Ok(await film.Grain.ConfirmUpload(null)).Status);
        Assert.Single(World.Transcoder.Submitted(film.Id));
    }

    [Fact]
    public async Task Confirm_OfAFileOfAnotherSize_FailsAndRemovesIt()
    {
        var film = new Film(cluster);
        await film.Create();
        World.Objects.Put(film.SourceKey, 999);

        var video = Film.Ok(await film.Grain.ConfirmUpload(null));
        Assert.Equal((VideoStatus.Failed, TranscodeErrors.WrongSize(1000, 999)), (video.Status, video.Failure));
        Assert.Empty(World.Objects.Keys(film.Id));
        Assert.Null((await film.Stored())!.DueAt);
        Assert.Equal((RejectionKind.Conflict, "not_uploading"), Kind(await film.Grain.ConfirmUpload(null)));
        Assert.Equal((RejectionKind.Conflict, "not_retryable"), Kind(await film.Grain.Retry()));
    }

    [Fact]
    public async Task SourceArrived_WithoutAConfirmation_StartsProcessing()
    {
        var film = new Film(cluster);
        await film.Create();
        World.Objects.Put(film.SourceKey, 1000);

        Assert.Equal(VideoStatus.Processing, Film.Ok(await film.Grain.SourceArrived(1000)).Status);
        Assert.Equal(VideoStatus.Processing, Film.Ok(await film.Grain.SourceArrived(1000)).Status);
        Assert.Single(World.Transcoder.Submitted(film.Id));
    }

    [Fact]
    public async Task SourceArrived_AfterTheUploadWasGivenUp_LeavesNothingBehind()
    {
        var film = new Film(cluster);
        await film.Create();
        World.Clock.Advance(TimeSpan.FromDays(7));
        await film.Grain.Reconcile();

        World.Objects.Put(film.SourceKey, 1000);
        await film.Grain.SourceArrived(1000);
        Assert.Empty(World.Objects.Keys(film.Id));
        Assert.Equal(VideoStatus.Failed, (await film.Get()).Status);
    }

    [Fact]
    public async Task SourceArrived_OnceMoreAfterProcessingBegan_KeepsTheSource()
    {
        var film = new Film(cluster);
        await film.Upload();
        await film.Fail(1040);
        await film.Grain.SourceArrived(1000);
        Assert.Equal([film.SourceKey], World.Objects.Keys(film.Id));
    }

    private async Task SendAllParts(Film film)
    {
        await film.Create();
        var upload = World.Objects.OpenUploads(film.SourceKey)[0];
        for (var n = 1; n <= 5; n++) World.Objects.PutPart(upload, n, n == 5 ? Film.MiB : 16 * Film.MiB);
    }

    private static (RejectionKind?, string?) Kind<T>(Result<T> answer) where T : class => (answer.Rejection?.Kind, answer.Rejection?.Code);
}
