namespace ContentPages.Grains.Catalog;

/// <summary>The shell of one catalog item: what is held of it, and writes that have happened when they return.</summary>
public abstract class CatalogGrain<TState>(IPersistentState<TState> stored) : Grain
{
    protected string Id => this.GetPrimaryKeyString();

    protected TState State => stored.State;

    protected bool Exists => stored.RecordExists;

    /// <summary>What a change may name with <c>If-Match</c>; empty while there is no item.</summary>
    protected string Version => stored.Etag ?? "";

    /// <returns>A rejection when the caller means another version than the stored one.</returns>
    protected Rejection? Mismatch(string? ifMatch) =>
        ifMatch is null || !Exists || ifMatch == Version
            ? null
            : new(RejectionKind.VersionMismatch, "version_mismatch", "It was changed in the meantime. Load it again and repeat your change.");

    /// <summary>What need not outlive this activation, until the next write takes it along.</summary>
    protected void Hold(TState next) => stored.State = next;

    protected async Task Store(TState next)
    {
        var before = State;
        stored.State = next;
        try
        {
            await stored.WriteStateAsync();
        }
        catch
        {
            stored.State = before;
            // It may be stored all the same: whoever calls next must find what is.
            DeactivateOnIdle();
            throw;
        }
    }

    /// <summary>Takes what is stored by now.</summary>
    protected Task Reread() => stored.ReadStateAsync();

    /// <summary>The item is no more, and neither is this activation.</summary>
    protected async Task Remove()
    {
        await stored.ClearStateAsync();
        DeactivateOnIdle();
    }
}
