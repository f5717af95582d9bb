using System.Collections.Concurrent;
using ContentPages.Grains.Streams;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>Finds channels by their stream. What was asked for once stays in memory: a few hundred bytes each.</summary>
internal sealed class ChannelDirectory(ChannelParts parts)
{
    private readonly Turns _loading = new();
    private readonly ConcurrentDictionary<string, Channel> _channels = new(StringComparer.Ordinal);

    public IEnumerable<Channel> Known => _channels.Values;

    public int Publishers => _channels.Values.Count(channel => channel.Present is not null);

    public async Task<Channel?> Find(string streamId, CancellationToken cancel)
    {
        if (_channels.TryGetValue(streamId, out var known)) return known;
        using var turn = await _loading.Take(cancel);
        if (_channels.TryGetValue(streamId, out known)) return known;
        return await parts.Store.Read(streamId, cancel) is { } record ? Keep(record) : null;
    }

    public async Task<Channel> FindOrMake(ChannelRequest request, CancellationToken cancel)
    {
        if (await Find(request.StreamId, cancel) is { } there) return there;
        using var turn = await _loading.Take(cancel);
        if (_channels.TryGetValue(request.StreamId, out var known)) return known;
        var record = ChannelRecord.New(request);
        await parts.Store.Write(record);
        return Keep(record);
    }

    public void Forget(string streamId) => _channels.TryRemove(streamId, out _);

    /// <summary>Takes up what was on when the server stopped.</summary>
    public async Task Resume(CancellationToken cancel)
    {
        foreach (var streamId in parts.Store.StreamIds())
            if (await parts.Store.Read(streamId, cancel) is { Session: not null } && await Find(streamId, cancel) is { } channel) await channel.Resume();
    }

    private Channel Keep(ChannelRecord record)
    {
        var channel = new Channel(record, parts);
        _channels[record.StreamId] = channel;
        return channel;
    }
}
