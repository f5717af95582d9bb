using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>
/// Channels that take an encoder's signal and play it to viewers: IVS, or the ingest of this machine. Changes come as IVS-shaped events;
/// any of them may be lost, so everything can also be asked. Every method may be repeated.
/// </summary>
public interface ILiveChannels
{
    /// <summary>Makes the stream's channel, or answers the one that it has.</summary>
    Task<LiveChannel> Create(ChannelRequest request, CancellationToken cancel);

    /// <summary>Drops the encoder and removes the channel with its key. Unknown ones are fine.</summary>
    Task Delete(string channelId, CancellationToken cancel);

    Task<StreamIngest> GetIngest(string channelId, CancellationToken cancel);

    /// <summary>Makes a new key and drops whoever is connected with the old one.</summary>
    Task<StreamIngest> RotateKey(string channelId, CancellationToken cancel);

    /// <summary>
    /// Arms the channel: from the signal (or its newest keyframe) on, viewers can play the session, and it is recorded if wanted. A session that
    /// is on already, also from before a restart, goes on.
    /// </summary>
    Task Begin(string channelId, ChannelSession session, CancellationToken cancel);

    /// <summary>
    /// Hard stop: the encoder is dropped, and nothing more is added to the session. Its recording is completed, which is told by an event.
    /// Sessions that are over or unknown are fine.
    /// </summary>
    Task End(string channelId, ChannelSession session, CancellationToken cancel);

    /// <summary>What is true of the channel now, or null when there is no such channel.</summary>
    Task<ChannelStatus?> Get(string channelId, CancellationToken cancel);

    /// <summary>
    /// What has become of a session's recording, or null when nothing is known of one. One that is complete is known although its channel was lost
    /// since: its files are there.
    /// </summary>
    Task<RecordingReport?> GetRecording(string channelId, ChannelSession session, CancellationToken cancel);

    /// <summary>What the encoder sends, without advice; null when there is no such channel.</summary>
    Task<StreamHealth?> GetHealth(string channelId, CancellationToken cancel);
}

/// <param name="StreamId">One channel per stream; the channel is named and tagged with it.</param>
public sealed record ChannelRequest(string StreamId, string OwnerId, StreamLatency Latency);

/// <param name="ChannelId">IVS's ARN, or the local ingest's id.</param>
/// <param name="PlaybackUrl">Where the provider plays it; null when <see cref="IStreamAddresses"/> knows.</param>
public sealed record LiveChannel(string ChannelId, string? PlaybackUrl);

/// <param name="RecordingPrefix">Where to record it, ending in <c>/</c>. A provider with places of its own may take another one.</param>
public sealed record ChannelSession(string StreamId, int Number, string RecordingPrefix, bool Record, StreamLatency Latency);

/// <param name="ConnectionId">The present connection of an encoder; null without a signal.</param>
/// <param name="At">When this was true.</param>
public sealed record ChannelStatus(StreamSignal Signal, string? ConnectionId, DateTimeOffset At);
