using ContentPages.Videos;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Live;

/// <summary>Carries changes of videos from owners' streams to the groups of the hub. The stream's subscriber only enqueues, one pump sends by group.</summary>
internal sealed partial class VideoRelay : BackgroundService
{
    private readonly IHubContext<LiveHub, ILiveClient> _hub;
    private readonly ILogger<VideoRelay> _log;
    private readonly LatestSends<VideoChange> _sends;

    public VideoRelay(IClusterClient cluster, IHubContext<LiveHub, ILiveClient> hub, IOptions<LiveOptions> options, ILogger<VideoRelay> log)
    {
        (_hub, _log) = (hub, log);
        _sends = new(options.Value.MaxWaitingVideos, static change => change.VideoId, Send, LogSendFailed);
        Owners = new(cluster, VideoStreams.Provider, VideoStreams.OfOwner, _sends.Put);
    }

    public Feeds<VideoChange> Owners { get; }

    public static string GroupOfVideo(string videoId) => $"video:{videoId}";

    public static string GroupOfLibrary(string ownerId) => $"library:{ownerId}";

    public override void Dispose()
    {
        _sends.Dispose();
        base.Dispose();
    }

    protected override Task ExecuteAsync(CancellationToken stoppingToken) => _sends.Run(stoppingToken);

    private Task Send(VideoChange change)
    {
        var message = VideoChangeMessage.Of(change);
        return Task.WhenAll(
            _hub.Clients.Group(GroupOfVideo(change.VideoId)).video(message),
            _hub.Clients.Group(GroupOfLibrary(change.OwnerId)).video(message));
    }
}
