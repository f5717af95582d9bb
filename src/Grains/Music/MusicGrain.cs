using ContentPages.Grains.Catalog;

namespace ContentPages.Grains.Music;

/// <summary>The shell that tracks and albums share: they are there or not, and whoever made one may change it.</summary>
/// <param name="what"><c>album</c> or <c>track</c>; makes the codes of rejections.</param>
public abstract class MusicGrain<TState, TDetails, TSnapshot>(string what, IPersistentState<TState> stored, TimeProvider time)
    : CatalogGrain<TState>(stored)
    where TState : MusicState<TDetails>, new()
    where TDetails : IEquatable<TDetails>
    where TSnapshot : class
{
    public async Task<Result<TSnapshot>> Create(string ownerId, string ownerName, TDetails details)
    {
        // Creating again with the same owner is a repeat, with another one a clash of ids.
        if (Exists) return State.OwnerId == ownerId ? Present : new Rejection(RejectionKind.Conflict, $"{what}_exists", $"A {what} with this id exists already.");
        var now = time.GetUtcNow();
        await Store(new TState { Id = Id, OwnerId = ownerId, OwnerName = ownerName, Details = details, CreatedAt = now, UpdatedAt = now });
        return Present;
    }

    public async Task<Result<TSnapshot>> Update(TDetails details, string? ifMatch)
    {
        if (CheckChange(ifMatch) is { } rejection) return rejection;
        if (State.Details.Equals(details)) return Present;
        MusicState<TDetails> state = State;
        await Store((TState)(state with { Details = details, UpdatedAt = time.GetUtcNow() }));
        return Present;
    }

    public async Task<Result<TSnapshot>> Delete(string? ifMatch)
    {
        if (CheckChange(ifMatch) is { } rejection) return rejection;
        var last = Present;
        await Remove();
        return last;
    }

    protected abstract TSnapshot Snapshot(TState state, string version);

    private TSnapshot Present => Snapshot(State, Version);

    private Rejection? CheckChange(string? ifMatch) =>
        !Exists ? new(RejectionKind.NotFound, $"{what}_not_found", $"There is no such {what}.") : Mismatch(ifMatch);
}
