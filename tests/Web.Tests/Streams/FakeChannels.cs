using System.Collections.Concurrent;
using ContentPages.Grains.Streams;
using ContentPages.Streams;

namespace ContentPages.Web.Tests.Streams;

/// <summary>Channels that nobody sends to: the tests say what is there and report it.</summary>
internal sealed class FakeChannels : ILiveChannels
{
    public static readonly DateTimeOffset IngestExpiresAt = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Keys that were made, by channel.</summary>
    public ConcurrentDictionary<string, int> Keys { get; } = new();

    /// <summary>The present connection of each channel that has one.</summary>
    public ConcurrentDictionary<string, string> Connections { get; } = new();

    public static StreamHealth Health => new(
        IngestExpiresAt, "rtmp", 4500, 30, 2, 1920, 1080, "h264", "aac", 3, [new("channel_says", "Something to change.")],
        [new(IngestExpiresAt, 4400, 29.5)]);

    public Task<LiveChannel> Create(ChannelRequest request, CancellationToken cancel)
    {
        Keys.TryAdd(request.StreamId, 1);
        return Task.FromResult(new LiveChannel(request.StreamId, null));
    }

    public Task Delete(string channelId, CancellationToken cancel)
    {
        Keys.TryRemove(channelId, out _);
        return Task.CompletedTask;
    }

    public Task<StreamIngest> GetIngest(string channelId, CancellationToken cancel) => Task.FromResult(IngestOf(channelId));

    public Task<StreamIngest> RotateKey(string channelId, CancellationToken cancel)
    {
        Keys.AddOrUpdate(channelId, 1, static (_, key) => key + 1);
        return Task.FromResult(IngestOf(channelId));
    }

    public Task Begin(string channelId, ChannelSession session, CancellationToken cancel) => Task.CompletedTask;

    public Task End(string channelId, ChannelSession session, CancellationToken cancel)
    {
        Connections.TryRemove(channelId, out _);
        return Task.CompletedTask;
    }

    public Task<ChannelStatus?> Get(string channelId, CancellationToken cancel)
    {
        var connection = Connections.GetValueOrDefault(channelId);
        return Task.FromResult<ChannelStatus?>(
            new(connection is null ? StreamSignal.None : StreamSignal.Receiving, connection, TimeProvider.System.GetUtcNow()));
    }

    public Task<RecordingReport?> GetRecording(string channelId, ChannelSession session, CancellationToken cancel) =>
        Task.FromResult<RecordingReport?>(null);

    public Task<StreamHealth?> GetHealth(string channelId, CancellationToken cancel) => Task.FromResult<StreamHealth?>(Health);

    private StreamIngest IngestOf(string channelId) =>
        new("rtmp://{host}:1935/live", $"key-{Keys[channelId]}", $"/live/ingest/{channelId}", null, IngestExpiresAt);
}
