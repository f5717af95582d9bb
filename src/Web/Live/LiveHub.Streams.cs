using ContentPages.Streams;
using ContentPages.Web.Accounts;
using ContentPages.Web.Streams;
using Microsoft.AspNetCore.SignalR;

namespace ContentPages.Web.Live;

internal sealed partial class LiveHub
{
    /// <summary>The longest time that a player can have played since it last said so.</summary>
    private const double MaxSecondsPlayed = 60;

    /// <summary>Sends the changes and the chat of a stream from now on, and answers how it is now.</summary>
    /// <param name="afterSeq">The newest number of its chat that the caller has seen; null for none.</param>
    public async Task<JoinedStreamMessage> JoinStream(string streamId, long? afterSeq)
    {
        var (me, cancel) = (Context.User?.AccountId(), Context.ConnectionAborted);
        if (!EntityId.IsValid(streamId) || await streams.Lookup.Find(streamId, me, cancel) is not { } found) throw new HubException("not_found");

        if (!Joins.Has(streamId))
        {
            if (Joins.Count >= options.Value.MaxStreamsPerConnection) throw new HubException("too_many_streams");
            await Join(streamId, StreamViews.IsOwner(found, me));
        }

        // Asked for after the subscription, so that no change falls between the two.
        var before = streams.Relay.Streams.LatestOf(streamId);
        var now = await grains.GetGrain<ILiveStreamGrain>(streamId).Get();
        if (!now.Ok || !StreamViews.CanSee(now.Value, me))
        {
            await LeaveStream(streamId);
            throw new HubException("not_found");
        }

        var change = StreamChange.Of(now.Value);
        streams.Relay.Streams.Refresh(streamId, before, change);
        var video = (await streams.Recordings.VideoOf(now.Value.Session, me, cancel))?.Id;
        var mine = StreamViews.IsOwner(now.Value, me);
        var room = await chat.Join(Context, streamId, mine, afterSeq);
        return new(StreamChangeMessage.Of(change, mine) with { RecordingVideoId = video }, room.Chat, room.Problem);
    }

    public async Task LeaveStream(string streamId)
    {
        if (!Joins.Remove(streamId, out var mine)) return;
        streams.Viewers.Left(streamId, Context.ConnectionId);
        await chat.Leave(Context, streamId);
        await Groups.RemoveFromGroupAsync(Context.ConnectionId, StreamRelay.GroupOf(streamId, mine), Context.ConnectionAborted);
        await streams.Relay.Streams.Release(streamId);
    }

    /// <summary>A player of this connection plays the stream: counts as a viewer until it has been silent for a while.</summary>
    /// <param name="seconds">Played since it last said so, 0 to 60.</param>
    public void Playing(string streamId, double seconds)
    {
        if (seconds is not (>= 0 and <= MaxSecondsPlayed)) throw new HubException("invalid_seconds");
        if (!Joins.TryGet(streamId, out var mine)) throw new HubException("not_joined");
        // A player may not know yet that the stream is over.
        if (streams.Relay.IsOn(streamId, mine)) streams.Viewers.Played(streamId, Context.ConnectionId);
    }

    private async Task Join(string streamId, bool mine)
    {
        await streams.Relay.Streams.Acquire(streamId);
        if (!Joins.TryAdd(streamId, mine))
        {
            await streams.Relay.Streams.Release(streamId);
            throw new OperationCanceledException(Context.ConnectionAborted);
        }

        await Groups.AddToGroupAsync(Context.ConnectionId, StreamRelay.GroupOf(streamId, mine), Context.ConnectionAborted);
        streams.Metrics.Joined();
    }

    private StreamJoins Joins => LiveSession.Of(Context).Streams;

    private async Task LeaveAllStreams()
    {
        foreach (var (streamId, _) in Joins.End())
        {
            streams.Viewers.Left(streamId, Context.ConnectionId);
            await streams.Relay.Streams.Release(streamId);
        }
    }
}
