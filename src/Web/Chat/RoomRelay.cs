using ContentPages.Chat;
using ContentPages.Web.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace ContentPages.Web.Chat;

/// <summary>
/// Carries batches of rooms to the groups of the hub, with one subscription for each room that somebody here is in. Sends to groups only enqueue.
/// </summary>
internal sealed partial class RoomRelay
{
    private readonly IHubContext<LiveHub, ILiveClient> _hub;
    private readonly StreamRelay _streams;
    private readonly RoomMembers _members;
    private readonly ILogger<RoomRelay> _log;

    public RoomRelay(
        IClusterClient cluster, IHubContext<LiveHub, ILiveClient> hub, StreamRelay streams, RoomMembers members, ChatMetrics metrics, ILogger<RoomRelay> log)
    {
        (_hub, _streams, _members, _log) = (hub, streams, members, log);
        Rooms = new(cluster, ChatStreams.Provider, ChatStreams.Of, OnBatch);
        metrics.Rooms(() => Rooms.Watched);
    }

    public Feeds<ChatBatch> Rooms { get; }

    private async void OnBatch(ChatBatch batch)
    {
        try
        {
            await Send(batch);
        }
        catch (Exception e)
        {
            LogSendFailed(e, batch.StreamId);
        }
    }

    private Task Send(ChatBatch batch)
    {
        var id = batch.StreamId;
        var message = ChatBatchMessage.Of(batch);
        // Viewers stay in their group when a stream becomes private: once it is public again they see by the numbers what they have missed.
        var isThereForOthers = _streams.IsThereForOthers(id);
        var groups = isThereForOthers ? new[] { RoomGroups.Of(id, mine: true), RoomGroups.Of(id, mine: false) } : [RoomGroups.Of(id, mine: true)];
        var sends = new List<Task> { _hub.Clients.Groups(groups).chat(message) };
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
