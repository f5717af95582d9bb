using ContentPages.Chat;
using ContentPages.Web.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Chat;

/// <summary>
/// Carries batches of rooms to the groups of the hub, with one subscription for each room that somebody here is in. The subscriber only enqueues, one
/// pump sends by group.
/// </summary>
internal sealed partial class RoomRelay : BackgroundService
{
    private readonly IHubContext<LiveHub, ILiveClient> _hub;
    private readonly StreamRelay _streams;
    private readonly RoomMembers _members;
    private readonly ILogger<RoomRelay> _log;
    private readonly RoomSends _sends;

    public RoomRelay(
        IClusterClient cluster, IHubContext<LiveHub, ILiveClient> hub, StreamRelay streams, RoomMembers members, ChatMetrics metrics,
        IOptions<LiveOptions> options, ILogger<RoomRelay> log)
    {
        (_hub, _streams, _members, _log) = (hub, streams, members, log);
        _sends = new(options.Value.MaxWaitingBatches, Send, LogSendFailed, metrics.Dropped);
        Rooms = new(cluster, ChatStreams.Provider, ChatStreams.Of, _sends.Put);
        metrics.Rooms(() => Rooms.Watched);
    }

    public Feeds<ChatBatch> Rooms { get; }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _sends.Run(stoppingToken);

    private Task Send(ChatBatch batch)
    {
        var id = batch.StreamId;
        var message = ChatBatchMessage.Of(batch);
        // Viewers stay in their group when a stream becomes private: once it is public again they see by the numbers what they have missed.
        var isThereForOthers = _streams.IsThereForOthers(id);
        var sends = new List<Task> { _hub.Clients.Group(RoomGroups.Of(id, mine: true)).chat(message) };
        if (isThereForOthers) sends.Add(_hub.Clients.Group(RoomGroups.Of(id, mine: false)).chat(message));
        foreach (var (userId, standing) in batch.Standings)
        {
            if (_members.Change(id, userId, standing) && (isThereForOthers || standing.Role is ChatRole.Owner))
                sends.Add(_hub.Clients.Group(RoomGroups.OfUser(id, userId)).standing(id, standing));
        }

        if (batch.Held is { } held)
            foreach (var moderator in _members.ModeratorsOf(id))
                if (isThereForOthers || _members.Find(id, moderator) is { Role: ChatRole.Owner })
                    sends.Add(_hub.Clients.Group(RoomGroups.OfUser(id, moderator)).moderation(id, held));
        return Task.WhenAll(sends);
    }
}
