using ContentPages.Videos;
using ContentPages.Web.Accounts;
using ContentPages.Web.Chat;
using ContentPages.Web.Http;
using ContentPages.Web.Videos;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Live;

/// <summary>The realtime hub. Refusals are <see cref="HubException"/>s whose message is a stable code.</summary>
internal sealed partial class LiveHub(
    LiveConnections connections, VideoRelay relay, LiveStreams streams, ChatRooms chat, IVideoReader videos, IClusterClient grains,
    IOptions<LiveOptions> options)
    : Hub<ILiveClient>
{
    private const int RetryAfterTooMany = 30;

    public override async Task OnConnectedAsync()
    {
        LiveSession.Begin(Context);
        if (connections.TryAdd(Context, Address)) return;
        await Clients.Caller.bye("too_many_connections", RetryAfterTooMany);
        Context.Abort();
    }

    public override async Task OnDisconnectedAsync(Exception? exception)
    {
        connections.Remove(Context, Address);
        await chat.LeaveAll(Context);
        await LeaveAllStreams();
        foreach (var (_, owner) in Mine.End()) await relay.Owners.Release(owner);
    }

    /// <summary>Sends the changes of one video from now on, and answers how it is now.</summary>
    public async Task<VideoChangeMessage> WatchVideo(string videoId)
    {
        var cancel = Context.ConnectionAborted;
        if (!EntityId.IsValid(videoId) || await VideoReads.Find(videoId, Context.User?.AccountId(), videos, cancel) is not { } video)
            throw new HubException("not_found");

        if (!Mine.Has(videoId))
        {
            if (Mine.Videos >= options.Value.MaxVideosPerConnection) throw new HubException("too_many_videos");
            await Watch(videoId, video.OwnerId);
            await Groups.AddToGroupAsync(Context.ConnectionId, VideoRelay.GroupOfVideo(videoId), cancel);
        }

        // Asked for after the subscription, so that no change falls between the two.
        var now = await grains.GetGrain<IVideoGrain>(videoId).Get();
        return now.Ok ? VideoChangeMessage.Of(VideoChange.Of(now.Value)) : throw new HubException(now.Rejection.Code);
    }

    public async Task UnwatchVideo(string videoId)
    {
        if (videoId is Watches.Library || !Mine.Remove(videoId, out var owner)) return;
        await Groups.RemoveFromGroupAsync(Context.ConnectionId, VideoRelay.GroupOfVideo(videoId), Context.ConnectionAborted);
        await relay.Owners.Release(owner);
    }

    /// <summary>Sends the changes of all of the caller's videos from now on.</summary>
    public async Task WatchLibrary()
    {
        if (Context.User?.AccountId() is not { } me) throw new HubException("sign_in_required");
        if (Mine.Has(Watches.Library)) return;
        await Watch(Watches.Library, me);
        await Groups.AddToGroupAsync(Context.ConnectionId, VideoRelay.GroupOfLibrary(me), Context.ConnectionAborted);
    }

    private async Task Watch(string key, string ownerId)
    {
        await relay.Owners.Acquire(ownerId);
        if (Mine.TryAdd(key, ownerId)) return;
        await relay.Owners.Release(ownerId);
        throw new OperationCanceledException(Context.ConnectionAborted);
    }

    private Watches Mine => LiveSession.Of(Context).Watches;

    private string Address => RateLimits.NetworkOf(Context.GetHttpContext()?.Connection.RemoteIpAddress);
}
