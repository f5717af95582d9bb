using ContentPages.Chat;
using ContentPages.Web.Live;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Chat;

/// <summary>What connections to the hub do in rooms. A room that does not answer is no error of the call: the stream beside it goes on.</summary>
internal sealed partial class ChatRooms(
    RoomRelay relay, RoomMembers members, IClusterClient grains, IHubContext<LiveHub, ILiveClient> hub, ChatMetrics metrics, TimeProvider clock,
    IOptions<LiveOptions> options, ILogger<ChatRooms> log)
{
    private TimeSpan Patience => TimeSpan.FromSeconds(options.Value.RoomSeconds);

    /// <summary>Enters the room of a stream that the caller may see, and answers what the caller has not seen of it.</summary>
    public async Task<JoinedRoom> Join(HubCallerContext connection, string streamId, bool mine, long? afterSeq)
    {
        var caller = connection.User?.ChatPerson();
        try
        {
            // Batches come before the snapshot is taken, so that nothing falls between the two.
            await Enter(connection, streamId, RoomJoin.Of(mine, caller?.UserId));
            var before = caller is null ? null : members.Find(streamId, caller.UserId);
            var joined = await Room(streamId).Join(caller, afterSeq).WaitAsync(Patience, clock);
            if (!joined.Ok)
            {
                if (joined.Rejection.Kind is RejectionKind.NotFound) await Leave(connection, streamId);
                return new(null, new(joined.Rejection.Code, joined.Rejection.RetryAfter));
            }

            var you = caller is null ? joined.Value.You : members.Learn(streamId, caller.UserId, before, joined.Value.You);
            return new(ChatSnapshotMessage.Of(joined.Value with { You = you }), null);
        }
#pragma warning disable CA1031 // Whatever keeps a room from answering, the stream goes on without it.
        catch (Exception e) when (!connection.ConnectionAborted.IsCancellationRequested)
#pragma warning restore CA1031
        {
            LogNoAnswer(e, streamId);
            return new(null, ChatProblem.Unavailable);
        }
    }

    public async Task Leave(HubCallerContext connection, string streamId)
    {
        if (!LiveSession.Of(connection).Rooms.Remove(streamId, out var join)) return;
        foreach (var group in RoomGroups.Of(streamId, join)) await hub.Groups.RemoveFromGroupAsync(connection.ConnectionId, group);
        await GiveBack(streamId, join);
    }

    /// <summary>The connection has ended; its groups have ended with it.</summary>
    public async Task LeaveAll(HubCallerContext connection)
    {
        foreach (var (streamId, join) in LiveSession.Of(connection).Rooms.End())
        {
            try
            {
                await GiveBack(streamId, join);
            }
#pragma warning disable CA1031 // The others are given back all the same.
            catch (Exception e)
#pragma warning restore CA1031
            {
                LogNoAnswer(e, streamId);
            }
        }
    }

    /// <summary>Writes a message; answered when it is durable.</summary>
    public async Task<ChatSendAnswer> Send(HubCallerContext connection, string? streamId, string? clientId, string? text)
    {
        if (streamId is null || !LiveSession.Of(connection).Rooms.Has(streamId)) return Counted(ChatSendAnswer.Of(ChatRefusal.NotJoined));
        try
        {
            return Counted(ChatSendAnswer.Of(await Room(streamId).Post(connection.User?.ChatPerson(), clientId ?? "", text ?? "")));
        }
#pragma warning disable CA1031 // Whether it was written is unknown: sent again with the same id, it is answered or written.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogNoAnswer(e, streamId);
            return Counted(ChatSendAnswer.Of(ChatRefusal.Unavailable));
        }
    }

    /// <returns>Null when it is counted.</returns>
    public async Task<ChatRefusal?> React(HubCallerContext connection, string? streamId, string? emoji)
    {
        if (streamId is null || !LiveSession.Of(connection).Rooms.Has(streamId)) return Counted(ChatRefusal.NotJoined);
        try
        {
            return await Room(streamId).React(connection.User?.ChatPerson(), emoji ?? "") is { } rejection ? Counted(ChatRefusal.Of(rejection)) : null;
        }
#pragma warning disable CA1031 // A reaction that is lost is lost.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogNoAnswer(e, streamId);
            return Counted(ChatRefusal.Unavailable);
        }
    }

    private IChatRoomGrain Room(string streamId) => grains.GetGrain<IChatRoomGrain>(streamId);

    private async Task Enter(HubCallerContext connection, string streamId, RoomJoin join)
    {
        var joins = LiveSession.Of(connection).Rooms;
        if (joins.Has(streamId)) return;
        await relay.Rooms.Acquire(streamId);
        if (join.UserId is { } userId) members.Enter(streamId, userId);
        if (!joins.TryAdd(streamId, join))
        {
            await GiveBack(streamId, join);
            throw new OperationCanceledException(connection.ConnectionAborted);
        }

        foreach (var group in RoomGroups.Of(streamId, join)) await hub.Groups.AddToGroupAsync(connection.ConnectionId, group);
    }

    private Task GiveBack(string streamId, RoomJoin join)
    {
        if (join.UserId is { } userId) members.Leave(streamId, userId);
        return relay.Rooms.Release(streamId);
    }

    private ChatSendAnswer Counted(ChatSendAnswer answer)
    {
        if (answer.Refused is { } refusal) Counted(refusal);
        else metrics.Posted();
        return answer;
    }

    private ChatRefusal Counted(ChatRefusal refusal)
    {
        metrics.Refused(refusal.Code);
        return refusal;
    }
}
