using ContentPages.Backends.Local.Streams.Browser;
using ContentPages.Backends.Local.Streams.Rtmp;
using ContentPages.Grains.Streams;
using ContentPages.Streams;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>
/// The channels of this machine: encoders come by RTMP or from a browser, and our own packager plays them. A channel's id is its stream's.
/// What must outlive a restart is in <see cref="ChannelStore"/>; a session that was on goes on when the encoder is back.
/// </summary>
internal sealed partial class LocalChannels(
    ChannelDirectory channels, BrowserTickets tickets, RtmpState rtmp, IngestOptions options, ILogger<LocalChannels> log) : ILiveChannels, IHostedService
{
    public async Task<LiveChannel> Create(ChannelRequest request, CancellationToken cancel)
    {
        if (!EntityId.IsValid(request.StreamId)) throw new ArgumentException("Not a stream's id.", nameof(request));
        var channel = await channels.FindOrMake(request, cancel);
        return new LiveChannel(channel.StreamId, null);
    }

    public async Task Delete(string channelId, CancellationToken cancel)
    {
        if (await channels.Find(channelId, cancel) is not { } channel) return;
        await channel.Delete(cancel);
        channels.Forget(channelId);
    }

    public async Task<StreamIngest> GetIngest(string channelId, CancellationToken cancel) => Ingest(await Demand(channelId, cancel));

    public async Task<StreamIngest> RotateKey(string channelId, CancellationToken cancel)
    {
        var channel = await Demand(channelId, cancel);
        await channel.RotateKey(cancel);
        return Ingest(channel);
    }

    public async Task Begin(string channelId, ChannelSession session, CancellationToken cancel) =>
        await (await Demand(channelId, cancel)).Begin(session, cancel);

    public async Task End(string channelId, ChannelSession session, CancellationToken cancel)
    {
        if (await channels.Find(channelId, cancel) is { } channel) await channel.End(session, cancel);
    }

    public async Task<ChannelStatus?> Get(string channelId, CancellationToken cancel) => (await channels.Find(channelId, cancel))?.Status();

    public async Task<RecordingReport?> GetRecording(string channelId, ChannelSession session, CancellationToken cancel) =>
        (await channels.Find(channelId, cancel))?.RecordingOf(session.Number);

    public async Task<StreamHealth?> GetHealth(string channelId, CancellationToken cancel) => (await channels.Find(channelId, cancel))?.Health();

    /// <summary>Lets an encoder in that has shown a key.</summary>
    /// <returns>Null with the reason when it is refused.</returns>
    public async Task<(Connection? Connection, StreamTrouble? Refused)> Connect(string streamId, string secret, IEncoder encoder, DateTimeOffset now)
    {
        if (await channels.Find(streamId, CancellationToken.None) is not { } channel)
            return (null, new StreamTrouble("key_invalid", "There is no stream with this key.", now));
        if (channel.Present is null && channels.Publishers >= options.MaxPublishers)
        {
            LogFull(options.MaxPublishers);
            return (null, new StreamTrouble("server_full", "As many streams as this server takes are on. Try again later.", now));
        }

        return await channel.Connect(encoder, secret);
    }

    public Task<Channel?> Find(string streamId, CancellationToken cancel) => channels.Find(streamId, cancel);

    public Task StartAsync(CancellationToken cancellationToken) => channels.Resume(cancellationToken);

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(channels.Known.Select(channel => channel.Leave())).WaitAsync(cancellationToken);

    private async Task<Channel> Demand(string channelId, CancellationToken cancel) =>
        await channels.Find(channelId, cancel) ?? throw new InvalidOperationException("There is no such channel.");

    private StreamIngest Ingest(Channel channel)
    {
        var unavailable = rtmp.Unavailable;
        var (browser, expires) = options.BrowserIngest ? tickets.For(channel.StreamId, channel.Secret) : (null, null as DateTimeOffset?);
        return new StreamIngest(
            unavailable is null ? RtmpAddress.Public(options) : null,
            unavailable is null ? StreamKey.Of(channel.StreamId, channel.Secret) : null,
            browser, unavailable, expires);
    }

    [LoggerMessage(30, LogLevel.Warning, "An encoder was refused: {Most} are connected, as many as are allowed.")]
    private partial void LogFull(int most);
}
