using ContentPages.Grains.Streams;
using ContentPages.Streams;

namespace ContentPages.Simulation.World;

/// <summary>The way of one process to the provider of channels.</summary>
internal sealed class SimulatedChannels(ChannelWorld channels, Port port, TimeProvider time) : ILiveChannels
{
    public Task<LiveChannel> Create(ChannelRequest request, CancellationToken cancel) => port.Write($"create {request.StreamId}", () => channels.Create(request.StreamId));

    public Task Delete(string channelId, CancellationToken cancel) => port.Write($"delete {channelId}", () => channels.Delete(channelId));

    public Task<StreamIngest> GetIngest(string channelId, CancellationToken cancel) => port.Read("ingest", () => Ingest(channelId));

    public Task<StreamIngest> RotateKey(string channelId, CancellationToken cancel) => port.Write("rotate", () =>
    {
        if (channels.Find(channelId) is not { } channel) throw new SimulatedFault("no such channel");
        channel.Key++;
        if (channel.Connection is { } connection) channels.Disconnect(channelId, connection);
        return Ingest(channelId);
    });

    public Task Begin(string channelId, ChannelSession session, CancellationToken cancel) =>
        port.Write($"begin session {session.Number} of {channelId}", () => channels.Begin(channelId, session));

    public Task End(string channelId, ChannelSession session, CancellationToken cancel) =>
        port.Write($"end session {session.Number} of {channelId}", () => channels.End(channelId, session));

    public Task<ChannelStatus?> Get(string channelId, CancellationToken cancel) => port.Read("channel", () =>
        channels.Find(channelId) is { } channel ? new ChannelStatus(channel.Signal, channel.Connection, time.GetUtcNow()) : null);

    public Task<RecordingReport?> GetRecording(string channelId, ChannelSession session, CancellationToken cancel) =>
        port.Read("recording", () => channels.RecordingOf(channelId, session));

    public Task<StreamHealth?> GetHealth(string channelId, CancellationToken cancel) => port.Read("health", () =>
        channels.Find(channelId) is null ? null : new StreamHealth(null, null, 0, 0, 0, 0, 0, null, null, 0, [], []));

    private StreamIngest Ingest(string channelId) => channels.Find(channelId) is { } channel
        ? new("rtmp://{host}/live", $"key-{channel.Key}", null, null, null)
        : throw new SimulatedFault("no such channel");
}
