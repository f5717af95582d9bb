namespace ContentPages.Grains.Music;

/// <summary>The shell that tracks and albums share: they are there or not, and whoever made one may change it.</summary>
/// <param name="what"><c>album</c> or <c>track</c>; makes the codes of rejections.</param>
public abstract class MusicGrain<TState, TDetails, TSnapshot>(string what, IPersistentState<TState> stored, TimeProvider time) : Grain
    where TState : MusicState<TDetails>, new()
    where TDetails : IEquatable<TDetails>
    where TSnapshot : class
{
    public async Task<Result<TSnapshot>> Create(string ownerId, string ownerName, TDetails details)
    {
        if (MusicRules.CheckCreate(what, stored.RecordExists, stored.State.OwnerId, ownerId) is { } rejection) return rejection;
        if (stored.RecordExists) return Present;
        var now = time.GetUtcNow();
        return await Store(new TState
        {
            Id = this.GetPrimaryKeyString(), OwnerId = ownerId, OwnerName = ownerName, Details = details, CreatedAt = now, UpdatedAt = now,
        });
    }

    public async Task<Result<TSnapshot>> Update(TDetails details, string? ifMatch)
    {
        if (MusicRules.CheckChange(what, stored.RecordExists, stored.Etag, ifMatch) is { } rejection) return rejection;
        if (stored.State.Details.Equals(details)) return Present;
        MusicState<TDetails> state = stored.State;
        return await Store((TState)(state with { Details = details, UpdatedAt = time.GetUtcNow() }));
    }

    public async Task<Result<TSnapshot>> Delete(string? ifMatch)
    {
        if (MusicRules.CheckChange(what, stored.RecordExists, stored.Etag, ifMatch) is { } rejection) return rejection;
        var last = Present;
        await stored.ClearStateAsync();
        DeactivateOnIdle();
        return last;
    }

    protected abstract TSnapshot Snapshot(TState state, string version);

    private TSnapshot Present => Snapshot(stored.State, stored.Etag ?? "");

    private async Task<Result<TSnapshot>> Store(TState next)
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

        return Present;
    }
}
