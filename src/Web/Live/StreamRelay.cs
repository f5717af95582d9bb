using ContentPages.Streams;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace ContentPages.Web.Live;

/// <summary>
/// Carries changes of live streams to the groups of the hub: one of viewers and one of the owner's connections, which are told of troubles too.
/// Sends to groups only enqueue.
/// </summary>
internal sealed partial class StreamRelay
{
    private readonly IHubContext<LiveHub, ILiveClient> _hub;
    private readonly Viewers _viewers;
    private readonly ILogger<StreamRelay> _log;

    public StreamRelay(IClusterClient cluster, IHubContext<LiveHub, ILiveClient> hub, Viewers viewers, ILogger<StreamRelay> log)
    {
        (_hub, _viewers, _log) = (hub, viewers, log);
        Streams = new(cluster, LiveStreamStreams.Provider, LiveStreamStreams.Of, OnChange);
    }

    public Feeds<StreamChange> Streams { get; }

    public static string GroupOf(string streamId, bool mine) => mine ? $"broadcast:{streamId}" : $"stream:{streamId}";

    /// <summary>Whether the stream can be played now, as far as this node has been told, by its owner or by others.</summary>
    public bool IsOn(string streamId, bool mine) => Streams.LatestOf(streamId) is { } stream && IsOn(stream) && (mine || IsThereForOthers(stream));

    /// <summary>Whether others than its owner may see the stream now, as far as this node has been told.</summary>
    public bool IsThereForOthers(string streamId) => Streams.LatestOf(streamId) is { } stream && IsThereForOthers(stream);

    public int CountOn() => Streams.Count(IsOn);

    private async void OnChange(StreamChange change)
    {
        if (!IsOn(change)) _viewers.Forget(change.StreamId);
        try
        {
            await Send(change);
        }
        catch (Exception e)
        {
            LogSendFailed(e, change.StreamId);
        }
    }

    // Viewers stay in their group when a stream becomes private: it comes back to them when it is public again.
    private Task Send(StreamChange change) => Task.WhenAll(
        _hub.Clients.Group(GroupOf(change.StreamId, mine: true)).stream(StreamChangeMessage.Of(change, mine: true)),
        _hub.Clients.Group(GroupOf(change.StreamId, mine: false)).stream(
            IsThereForOthers(change) ? StreamChangeMessage.Of(change, mine: false) : StreamChangeMessage.Gone(change.StreamId)));

    private static bool IsOn(StreamChange stream) => stream.Status is StreamStatus.Live or StreamStatus.Reconnecting;

    private static bool IsThereForOthers(StreamChange stream) => stream.Visibility is not Visibility.Private && stream.Status is not StreamStatus.Deleted;
}
