using ContentPages.Grains.Catalog;
using ContentPages.Music;

namespace ContentPages.Grains.Music;

public sealed class AlbumGrain(
    [PersistentState("album", CatalogStorage.Name)] IPersistentState<AlbumState> stored,
    TimeProvider time) : Grain, IAlbumGrain
{
    public async Task<Result<AlbumSnapshot>> Create(string ownerId, string ownerName, AlbumDetails details)
    {
        if (MusicRules.CheckCreate("album", stored.RecordExists, stored.State.OwnerId, ownerId) is { } rejection) return rejection;
        if (stored.RecordExists) return Snapshot;
        var now = time.GetUtcNow();
        return await Store(new AlbumState
        {
            Id = this.GetPrimaryKeyString(), OwnerId = ownerId, OwnerName = ownerName, Details = details, CreatedAt = now, UpdatedAt = now,
        });
    }

    public async Task<Result<AlbumSnapshot>> Update(AlbumDetails details, string? ifMatch)
    {
        if (MusicRules.CheckChange("album", stored.RecordExists, stored.Etag, ifMatch) is { } rejection) return rejection;
        return stored.State.Details == details ? Snapshot : await Store(stored.State with { Details = details, UpdatedAt = time.GetUtcNow() });
    }

    public async Task<Result<AlbumSnapshot>> Delete(string? ifMatch)
    {
        if (MusicRules.CheckChange("album", stored.RecordExists, stored.Etag, ifMatch) is { } rejection) return rejection;
        var last = Snapshot;
        await stored.ClearStateAsync();
        DeactivateOnIdle();
        return last;
    }

    private AlbumSnapshot Snapshot => MusicSnapshots.Of(stored.State, stored.Etag ?? "");

    private async Task<Result<AlbumSnapshot>> Store(AlbumState next)
    {
        var before = stored.State;
        stored.State = next;
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            stored.State = before;
            throw;
        }

        return Snapshot;
    }
}
