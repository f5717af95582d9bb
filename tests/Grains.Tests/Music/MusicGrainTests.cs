using ContentPages.Catalog;
using ContentPages.Grains.Tests.Engines;
using ContentPages.Grains.Tests.Videos;
using ContentPages.Music;

namespace ContentPages.Grains.Tests.Music;

[Collection(GrainTests.Name)]
public sealed class MusicGrainTests(GrainCluster cluster)
{
    private static readonly AlbumDetails Album = new("Blue", "Songs", new DateOnly(2026, 2, 1));
    private static readonly TrackDetails Track = new("River", "A song", "album-1", 3);

    [Fact]
    public async Task Album_LivesFromCreateToDelete()
    {
        var id = cluster.NewId();
        var grain = cluster.Grain<IAlbumGrain>(id);
        var now = cluster.World.Clock.GetUtcNow();

        var created = Film.Ok(await grain.Create("o", "Ada", Album));
        Assert.Equal(new AlbumSnapshot(id, created.Version, "o", "Ada", Album, now, now), created);
        cluster.World.Clock.Advance(TimeSpan.FromMinutes(1));
        var updated = Film.Ok(await grain.Update(Album with { ReleasedOn = null }, created.Version));
        Assert.Equal((Album with { ReleasedOn = null }, now, now.AddMinutes(1)), (updated.Details, updated.CreatedAt, updated.UpdatedAt));
        Assert.NotEqual(created.Version, updated.Version);
        Assert.Equal(updated, Film.Ok(await grain.Delete(updated.Version)));
        Assert.DoesNotContain(cluster.World.Catalog.All, i => i.Key.Partition == $"ALBUM#{id}");
        Assert.Equal((RejectionKind.NotFound, "album_not_found"), Kind(await grain.Update(Album, null)));
    }

    [Fact]
    public async Task Track_LivesFromCreateToDelete()
    {
        var id = cluster.NewId();
        var grain = cluster.Grain<ITrackGrain>(id);
        var now = cluster.World.Clock.GetUtcNow();

        var created = Film.Ok(await grain.Create("o", "Ada", Track));
        Assert.Equal(new TrackSnapshot(id, created.Version, "o", "Ada", Track, now, now), created);
        var updated = Film.Ok(await grain.Update(Track with { Position = null }, null));
        Assert.Equal(Track with { Position = null }, updated.Details);
        Assert.Equal(updated, Film.Ok(await grain.Delete(null)));
        Assert.Equal((RejectionKind.NotFound, "track_not_found"), Kind(await grain.Delete(null)));
    }

    [Fact]
    public async Task Create_Again_IsTheSameForItsOwnerAndAConflictForOthers()
    {
        var album = cluster.Grain<IAlbumGrain>(cluster.NewId());
        var track = cluster.Grain<ITrackGrain>(cluster.NewId());

        Assert.Equal(Film.Ok(await album.Create("o", "Ada", Album)), Film.Ok(await album.Create("o", "Ada", Album)));
        Assert.Equal(Film.Ok(await track.Create("o", "Ada", Track)), Film.Ok(await track.Create("o", "Ada", Track)));
        Assert.Equal((RejectionKind.Conflict, "album_exists"), Kind(await album.Create("p", "Bob", Album)));
        Assert.Equal((RejectionKind.Conflict, "track_exists"), Kind(await track.Create("p", "Bob", Track)));
    }

    [Fact]
    public async Task Change_WithAnOldVersion_IsRefused()
    {
        var grain = cluster.Grain<ITrackGrain>(cluster.NewId());
        var old = Film.Ok(await grain.Create("o", "Ada", Track)).Version;
        Film.Ok(await grain.Update(Track with { Title = "Brook" }, old));

        Assert.Equal((RejectionKind.VersionMismatch, "version_mismatch"), Kind(await grain.Update(Track, old)));
        Assert.Equal((RejectionKind.VersionMismatch, "version_mismatch"), Kind(await grain.Delete(old)));
    }

    [Fact]
    public async Task Update_ToTheSame_WritesNothing()
    {
        var grain = cluster.Grain<IAlbumGrain>(cluster.NewId());
        var created = Film.Ok(await grain.Create("o", "Ada", Album));
        Assert.Equal(created, Film.Ok(await grain.Update(Album, null)));
    }

    [Fact]
    public async Task Update_ThatCannotBeStored_ChangesNothing()
    {
        var id = cluster.NewId();
        var grain = cluster.Grain<IAlbumGrain>(id);
        var created = Film.Ok(await grain.Create("o", "Ada", Album));
        cluster.World.Catalog.BeforePut[new($"ALBUM#{id}", "STATE")] = _ => throw new IOException("The catalog does not answer.");
        await Assert.ThrowsAnyAsync<Exception>(() => grain.Update(Album with { Title = "Red" }, null));
        cluster.World.Catalog.BeforePut.Clear();
        Assert.Equal(created, Film.Ok(await grain.Update(Album, null)));
    }

    [Fact]
    public async Task Update_WhoseWriteWasNotAnswered_IsFoundByTheNextCall()
    {
        var id = cluster.NewId();
        var grain = cluster.Grain<IAlbumGrain>(id);
        await grain.Create("o", "Ada", Album);
        var key = new CatalogKey($"ALBUM#{id}", "STATE");
        cluster.World.Catalog.BeforePut[key] = item =>
        {
            cluster.World.Catalog.BeforePut.Remove(key, out _);
            _ = cluster.World.Catalog.Put(item);
            throw new IOException("The answer was lost.");
        };

        await Assert.ThrowsAnyAsync<Exception>(() => grain.Update(Album with { Title = "Red" }, null));
        Assert.Equal("Red", Film.Ok(await grain.Update(Album with { Title = "Red" }, null)).Details.Title);
        Assert.Equal("Gold", Film.Ok(await grain.Update(Album with { Title = "Gold" }, null)).Details.Title);
    }

    private static (RejectionKind?, string?) Kind<T>(Result<T> answer) where T : class => (answer.Rejection?.Kind, answer.Rejection?.Code);
}
