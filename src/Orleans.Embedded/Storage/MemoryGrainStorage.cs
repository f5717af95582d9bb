using System.Globalization;
using System.Text.Json;
using Orleans.Runtime;

namespace Orleans.Storage;

/// <summary>Keeps state in memory, as JSON so that nobody shares an object with it.</summary>
internal sealed class MemoryGrainStorage : IGrainStorage
{
    private readonly Lock _gate = new();
    private readonly Dictionary<(string StateName, GrainId GrainId), Record> _records = [];
    private long _version;

    public Task ReadStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        lock (_gate)
        {
            var record = _records.GetValueOrDefault((stateName, grainId));
            grainState.State = record is null ? default : JsonSerializer.Deserialize<T>(record.Json);
            grainState.ETag = record?.ETag;
            grainState.RecordExists = record is not null;
        }

        return Task.CompletedTask;
    }

    public Task WriteStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        lock (_gate)
        {
            Check(stateName, grainId, grainState.ETag);
            var record = new Record(
                JsonSerializer.SerializeToUtf8Bytes(grainState.State), (++_version).ToString(CultureInfo.InvariantCulture));
            _records[(stateName, grainId)] = record;
            grainState.ETag = record.ETag;
            grainState.RecordExists = true;
        }

        return Task.CompletedTask;
    }

    public Task ClearStateAsync<T>(string stateName, GrainId grainId, IGrainState<T> grainState)
    {
        lock (_gate)
        {
            Check(stateName, grainId, grainState.ETag);
            _records.Remove((stateName, grainId));
            grainState.ETag = null;
            grainState.RecordExists = false;
        }

        return Task.CompletedTask;
    }

    private void Check(string stateName, GrainId grainId, string? etag)
    {
        var stored = _records.GetValueOrDefault((stateName, grainId))?.ETag;
        if (stored != etag)
            throw new InconsistentStateException($"Etag mismatch of {stateName} of {grainId}.", stored, etag);
    }

    private sealed record Record(byte[] Json, string ETag);
}
