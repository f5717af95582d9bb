namespace Orleans.Core;

/// <summary>The stored record behind a grain's state.</summary>
public interface IStorage
{
    /// <summary>The version that was read or written last; null if there is no record.</summary>
    string? Etag { get; }

    bool RecordExists { get; }

    /// <exception cref="Storage.InconsistentStateException">The record has changed since it was read.</exception>
    Task ClearStateAsync();

    /// <exception cref="Storage.InconsistentStateException">The record has changed since it was read.</exception>
    Task WriteStateAsync();

    Task ReadStateAsync();

    Task ClearStateAsync(CancellationToken cancellationToken) => ClearStateAsync();

    Task WriteStateAsync(CancellationToken cancellationToken) => WriteStateAsync();

    Task ReadStateAsync(CancellationToken cancellationToken) => ReadStateAsync();
}

/// <inheritdoc/>
public interface IStorage<TState> : IStorage
{
    TState State { get; set; }
}
