using ContentPages.Grains.Tests.Engines;
using ContentPages.Grains.Videos;
using ContentPages.Streams;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

[Collection(GrainTests.Name)]
public sealed class VideoRecordingGrainTests(GrainCluster cluster)
{
    private static readonly string[] Files = ["0001.m4s", "playlist.m3u8", "poster.jpg"];

    private GrainWorld World => cluster.World;

    [Fact]
    public async Task CreateRecorded_SubmitsTheRecordingsPlaylistAsTheSource()
    {
        var (film, created) = await Record();
        Assert.Equal((VideoStatus.Processing, "playlist.m3u8"), (created.Status, created.Media!.Playlist));
        var request = Assert.Single(World.Transcoder.Submitted(film.Id));
        Assert.Equal(new TranscodeRequest(film.Id, 1, film.Owner, $"videos/{film.Id}/0/playlist.m3u8", $"videos/{film.Id}/1/"), request);
    }

    [Fact]
    public async Task CreateRecorded_Again_AnswersTheSameVideo()
    {
        var (film, created) = await Record();
        var again = Film.Ok(await film.Grain.CreateRecorded(Command(film)));
        Assert.Equal((created.Version, created.CreatedAt), (again.Version, again.CreatedAt));
        Assert.Single(World.Transcoder.Submitted(film.Id));
        Assert.Equal("video_state", (await film.Grain.Create(film.Video)).Rejection!.Code);
        Assert.Equal("not_uploading", (await film.Grain.GetUpload()).Rejection!.Code);
    }

    [Fact]
    public async Task Ladder_WhileItIsMade_DoesNotReplaceTheRecordingAndThenDoes()
    {
        var (film, created) = await Record();
        film.PutOutput("master.m3u8");
        await film.Progress(TranscodePhase.Transcoding, 10, outputs: true);
        Assert.Equal(created.Media, (await film.Get()).Media);

        await film.Complete();
        Assert.Equal((VideoStatus.Ready, film.Media(1)), await film.Get() is var v ? (v.Status, v.Media) : default);
        Assert.Equal(1, (await film.Get()).Recording!.Session);
        Assert.Subset(World.Objects.Keys(film.Id).ToHashSet(), Files.Select(f => $"videos/{film.Id}/0/{f}").ToHashSet());
    }

    [Theory]
    [InlineData(1010)]
    [InlineData(1040)]
    public async Task Ladder_ThatFails_LeavesTheRecordingAlone(int code)
    {
        var (film, created) = await Record();
        film.PutOutput("half.m4s");
        await film.Fail(code);
        Assert.Equal((VideoStatus.Failed, created.Media), await film.Get() is var v ? (v.Status, v.Media) : default);
        Assert.Equal(Files.Select(f => $"videos/{film.Id}/0/{f}"), World.Objects.Keys(film.Id));
        Assert.Null((await film.Stored())!.DueAt);
    }

    [Fact]
    public async Task Retry_MakesItFromTheRecordingAgain()
    {
        var (film, created) = await Record();
        await film.Fail(1040);
        Assert.Equal((VideoStatus.Processing, created.Media), Film.Ok(await film.Grain.Retry()) is var v ? (v.Status, v.Media) : default);
        Assert.Equal($"videos/{film.Id}/0/playlist.m3u8", World.Transcoder.Submitted(film.Id)[1].SourceKey);
        await film.Complete(2);
        Assert.Equal(film.Media(2), (await film.Get()).Media);
    }

    [Fact]
    public async Task Delete_RemovesTheRecordingWhereverItIs()
    {
        var (film, _) = await Record();
        await film.Complete();
        Film.Ok(await film.Grain.Delete(null));
        Assert.Empty(World.Objects.Keys(film.Id));

        var (foreign, _) = await Record(id => $"ivs/v1/{id}/");
        Film.Ok(await foreign.Grain.Delete(null));
        Assert.Empty(World.Objects.Keys(foreign.Id));
        Assert.Null(await foreign.Stored());
    }

    private async Task<(Film Film, VideoSnapshot Created)> Record(Func<string, string>? prefix = null)
    {
        var film = new Film(cluster);
        var command = Command(film, prefix);
        foreach (var name in Files) World.Objects.Put(command.Recording.Media.Prefix + name);
        return (film, Film.Ok(await film.Grain.CreateRecorded(command)));
    }

    private static CreateRecordedVideo Command(Film film, Func<string, string>? prefix = null) => new(
        film.Owner, "Ada", new("Late show", "", Visibility.Unlisted),
        new("stream", 1, DateTimeOffset.UnixEpoch, new RecordedMedia(prefix?.Invoke(film.Id) ?? VideoKeys.RecordingPrefix(film.Id), "playlist.m3u8", "poster.jpg", 60, 1280, 720, [12.5])));
}
