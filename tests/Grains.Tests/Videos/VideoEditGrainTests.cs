using ContentPages.Grains.Tests.Engines;
using ContentPages.Videos;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Grains.Tests.Videos;

[Collection(GrainTests.Name)]
public sealed class VideoEditGrainTests(GrainCluster cluster)
{
    private readonly VideoDetails _edited = new("Second light", "Another", Visibility.Unlisted, "track-1", "album-1");

    [Fact]
    public async Task Update_ChangesDetailsAndVersion()
    {
        var film = new Film(cluster);
        var before = await film.Upload();
        cluster.World.Clock.Advance(TimeSpan.FromMinutes(1));

        var after = Film.Ok(await film.Grain.Update(_edited, null));
        Assert.Equal((_edited, cluster.World.Clock.GetUtcNow()), (after.Details, after.UpdatedAt));
        Assert.NotEqual(before.Version, after.Version);
        Assert.Equal(after, await film.Get());
    }

    [Fact]
    public async Task Update_WithThePresentVersion_IsTaken()
    {
        var film = new Film(cluster);
        await film.Create();
        Assert.Equal(_edited, Film.Ok(await film.Grain.Update(_edited, (await film.Get()).Version)).Details);
    }

    [Fact]
    public async Task Update_WithAnOldVersion_IsRefused()
    {
        var film = new Film(cluster);
        await film.Create();
        var old = (await film.Get()).Version;
        Film.Ok(await film.Grain.Update(_edited, null));

        var answer = await film.Grain.Update(film.Video.Details, old);
        Assert.Equal((RejectionKind.VersionMismatch, "version_mismatch"), (answer.Rejection!.Kind, answer.Rejection.Code));
        Assert.Equal(_edited, (await film.Get()).Details);
    }

    [Fact]
    public async Task Update_ToTheSame_WritesNothing()
    {
        var film = new Film(cluster);
        await film.Create();
        var before = await film.Get();
        Assert.Equal(before, Film.Ok(await film.Grain.Update(film.Video.Details, null)));
    }

    [Fact]
    public async Task Delete_WithAnOldVersion_IsRefused()
    {
        var film = new Film(cluster);
        await film.Create();
        var old = (await film.Get()).Version;
        Film.Ok(await film.Grain.Update(_edited, null));

        Assert.Equal("version_mismatch", (await film.Grain.Delete(old)).Rejection!.Code);
        Assert.Equal(VideoStatus.Uploading, (await film.Get()).Status);
    }

    [Fact]
    public async Task Reader_SeesWhatTheGrainWroteLast()
    {
        var film = new Film(cluster);
        await film.Upload();
        await film.Complete();
        using var services = Services();
        Assert.Equal(await film.Get(), await services.GetRequiredService<IVideoReader>().Get(film.Id));

        Film.Ok(await film.Grain.Delete(null));
        Assert.Null(await services.GetRequiredService<IVideoReader>().Get(film.Id));
    }

    private ServiceProvider Services()
    {
        var services = new ServiceCollection();
        cluster.World.Register(services);
        return services.BuildServiceProvider();
    }
}
