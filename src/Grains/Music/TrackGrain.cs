using ContentPages.Grains.Catalog;
using ContentPages.Music;

namespace ContentPages.Grains.Music;

public sealed class TrackGrain(
    [PersistentState("track", CatalogStorage.Name)] IPersistentState<TrackState> stored,
    TimeProvider time) : Grain, ITrackGrain
{
    public async Task<Result<TrackSnapshot>> Create(string ownerId, string ownerName, TrackDetails details)
    {
        if (MusicRules.CheckCreate("track", stored.RecordExists, stored.State.OwnerId, ownerId) is { } rejection) return rejection;
        if (stored.RecordExists) return Snapshot;
        var now = time.GetUtcNow();
        return await Store(new TrackState
        {
            Id = this.GetPrimaryKeyString(), OwnerId = ownerId, OwnerName = ownerName, Details = details, CreatedAt = now, UpdatedAt = now,
        });
    }

    public async Task<Result<TrackSnapshot>> Update(TrackDetails details, string? ifMatch)
    {
        if (MusicRules.CheckChange("track", stored.RecordExists, stored.Etag, ifMatch) is { } rejection) return rejection;
        return stored.State.Details == details ? Snapshot : await Store(stored.State with { Details = details, UpdatedAt = time.GetUtcNow() });
    }

    public async Task<Result<TrackSnapshot>> Delete(string? ifMatch)
    {
        if (MusicRules.CheckChange("track", stored.RecordExists, stored.Etag, ifMatch) is { } rejection) return rejection;
        var last = Snapshot;
        await stored.ClearStateAsync();
        DeactivateOnIdle();
        return last;
    }

    private TrackSnapshot Snapshot => MusicSnapshots.Of(stored.State, stored.Etag ?? "");

    private async Task<Result<TrackSnapshot>> Store(TrackState next)
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
