using ContentPages.Grains.Streams;
using ContentPages.Streams;

namespace ContentPages.Grains.Tests.Streams;

/// <summary>Channels without an encoder: tests say what is true of them. The channel of a stream has the stream's id behind <c>ch-</c>.</summary>
internal sealed class FakeChannels : ILiveChannels
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Channel> _channels = [];
    private readonly HashSet<string> _down = [];
    private readonly List<(string StreamId, string Call)> _calls = [];

    /// <summary>What was asked of a stream's channel so far, in order; questions left out.</summary>
    public IReadOnlyList<string> Calls(string streamId) => Locked(() => _calls.Where(c => c.StreamId == streamId).Select(c => c.Call).ToList());

    public bool Exists(string streamId) => Locked(() => _channels.ContainsKey(streamId));

    /// <summary>Whether calls about this stream's channel fail.</summary>
    public void SetDown(string streamId, bool down) => Locked(() => down ? _down.Add(streamId) : _down.Remove(streamId));

    /// <summary>The connection that is there from now on; null for none.</summary>
    public void SetSignal(string streamId, string? connectionId, StreamSignal signal = StreamSignal.Receiving) =>
        Locked(() => _channels[streamId] = _channels[streamId] with { ConnectionId = connectionId, Signal = connectionId is null ? StreamSignal.None : signal });

    public void SetRecording(string streamId, int session, RecordingReport? report) => Locked(() => _channels[streamId].Recordings[session] = report);

    public void SetHealth(string streamId, StreamHealth health) => Locked(() => _channels[streamId] = _channels[streamId] with { Health = health });

    /// <summary>Somebody removed the channel behind our back.</summary>
    public void Lose(string streamId) => Locked(() => _channels.Remove(streamId));

    public Task<LiveChannel> Create(ChannelRequest request, CancellationToken cancel) => Answer(request.StreamId, $"create {request.Latency}", () =>
    {
        _channels.TryAdd(request.StreamId, new());
        return new LiveChannel(IdOf(request.StreamId), null);
    });

    public Task Delete(string channelId, CancellationToken cancel) => Answer(channelId[3..], "delete", () => _channels.Remove(channelId[3..]));

    public Task<StreamIngest> GetIngest(string channelId, CancellationToken cancel) => Answer(channelId[3..], null, () => Ingest(channelId[3..]));

    public Task<StreamIngest> RotateKey(string channelId, CancellationToken cancel) => Answer(channelId[3..], "rotate", () =>
    {
        _channels[channelId[3..]] = _channels[channelId[3..]] with { Key = _channels[channelId[3..]].Key + 1 };
        return Ingest(channelId[3..]);
    });

    public Task Begin(string channelId, ChannelSession session, CancellationToken cancel) =>
        Answer(channelId[3..], $"begin {session.Number} {session.RecordingPrefix} {session.Record}", () => true);

    public Task End(string channelId, ChannelSession session, CancellationToken cancel) => Answer(channelId[3..], $"end {session.Number}", () =>
        _channels[channelId[3..]] = _channels[channelId[3..]] with { ConnectionId = null, Signal = StreamSignal.None });

    public Task<ChannelStatus?> Get(string channelId, CancellationToken cancel) => Answer(channelId[3..], null, () =>
        _channels.TryGetValue(channelId[3..], out var channel) ? new ChannelStatus(channel.Signal, channel.ConnectionId, DateTimeOffset.UnixEpoch) : null);

    public Task<RecordingReport?> GetRecording(string channelId, ChannelSession session, CancellationToken cancel) => Answer(channelId[3..], null, () =>
        _channels.TryGetValue(channelId[3..], out var channel) ? channel.Recordings.GetValueOrDefault(session.Number) : null);

    public Task<StreamHealth?> GetHealth(string channelId, CancellationToken cancel) => Answer(channelId[3..], null, () => _channels.GetValueOrDefault(channelId[3..])?.Health);

    public static string IdOf(string streamId) => $"ch-{streamId}";

    private StreamIngest Ingest(string streamId) => new("rtmp://{host}/live", $"key-{_channels[streamId].Key}", $"/ingest/{streamId}", null, null);

    private async Task<T> Answer<T>(string streamId, string? call, Func<T> answer)
    {
        await Task.Yield();
        return Locked(() =>
        {
            if (call is not null) _calls.Add((streamId, call));
            return _down.Contains(streamId) ? throw new HttpRequestException("The provider does not answer.") : answer();
        });
    }

    private T Locked<T>(Func<T> act)
    {
        lock (_lock) return act();
    }

    private sealed record Channel
    {
        public int Key { get; init; } = 1;

        public StreamSignal Signal { get; init; }

        public string? ConnectionId { get; init; }

        public StreamHealth? Health { get; init; }

        public Dictionary<int, RecordingReport?> Recordings { get; } = [];
    }
}
