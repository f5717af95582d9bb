using Orleans.Storage;

namespace Orleans.Embedded.Tests;

/// <summary>Storage in memory that can be told to lose, to fail and to have been written by somebody else.</summary>
public sealed class FaultyStorage : IGrainStorage
{
    private readonly MemoryGrainStorage _inner = new();

    public Exception? FailNextRead { get; set; }

    /// <summary>Writes wait for it.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    public int Writes { get; private set; }

    public async Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        if (FailNextRead is { } failure)
        {
            FailNextRead = null;
            throw failure;
        }

        await _inner.ReadStateAsync(stateName, grainId, grainState);
    }

    public async Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        Writes++;
        await Gate;
        await _inner.WriteStateAsync(stateName, grainId, grainState);
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState) =>
        _inner.ClearStateAsync(stateName, grainId, grainState);

    /// <summary>Another process writes the record.</summary>
    public async Task WriteBehindTheBack<T>(string stateName, GrainId grainId, T value)
    {
        var record = new GrainState<T>();
        await _inner.ReadStateAsync(stateName, grainId, record);
        record.State = value;
        await _inner.WriteStateAsync(stateName, grainId, record);
    }
}
