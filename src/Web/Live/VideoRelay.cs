using ContentPages.Videos;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Logging;

namespace ContentPages.Web.Live;

/// <summary>Carries changes of videos from owners' streams to the groups of the hub. Sends to groups only enqueue.</summary>
internal sealed partial class VideoRelay
{
    private readonly IHubContext<LiveHub, ILiveClient> _hub;
    private readonly ILogger<VideoRelay> _log;

    public VideoRelay(IClusterClient cluster, IHubContext<LiveHub, ILiveClient> hub, ILogger<VideoRelay> log)
    {
        (_hub, _log) = (hub, log);
        Owners = new(cluster, VideoStreams.Provider, VideoStreams.OfOwner, OnChange);
    }

    public Feeds<VideoChange> Owners { get; }

    public static string GroupOfVideo(string videoId) => $"video:{videoId}";

    public static string GroupOfLibrary(string ownerId) => $"library:{ownerId}";

    private async void OnChange(VideoChange change)
    {
        try
        {
            await _hub.Clients.Groups(GroupOfVideo(change.VideoId), GroupOfLibrary(change.OwnerId)).video(VideoChangeMessage.Of(change));
        }
        catch (Exception e)
        {
            LogSendFailed(e, change.VideoId);
        }
    }
}
