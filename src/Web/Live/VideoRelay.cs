using ContentPages.Videos;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ContentPages.Web.Live;

/// <summary>
/// Carries changes of videos from owners' streams to the groups of the hub. The stream's subscriber only enqueues, one pump sends by group,
/// and the pump waits for no socket: while <see cref="MaxSendsOfOneVideo"/> sends of a video have not ended, its latest change is kept back.
/// </summary>
internal sealed partial class VideoRelay : BackgroundService
{
    private const int MaxSendsOfOneVideo = 16;
    private readonly IHubContext<LiveHub, ILiveClient> _hub;
    private readonly ILogger<VideoRelay> _log;
    private readonly LatestQueue<string, VideoChange> _queue;
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Outstanding> _outstanding = new(StringComparer.Ordinal);

    public VideoRelay(IClusterClient cluster, IHubContext<LiveHub, ILiveClient> hub, IOptions<LiveOptions> options, ILogger<VideoRelay> log)
    {
        _hub = hub;
        _log = log;
        _queue = new(options.Value.MaxWaitingVideos);
        Owners = new OwnerFeeds(cluster, change => _queue.Put(change.VideoId, change));
    }

    public OwnerFeeds Owners { get; }

    public static string GroupOfVideo(string videoId) => $"video:{videoId}";

    public static string GroupOfLibrary(string ownerId) => $"library:{ownerId}";

    public override void Dispose()
    {
        _queue.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            foreach (var change in await _queue.TakeAll(stoppingToken))
                if (MaySend(change)) _ = Send(change);
        }
    }

    private async Task Send(VideoChange change)
    {
        try
        {
            var message = VideoChangeMessage.Of(change);
            await Task.WhenAll(
                _hub.Clients.Group(GroupOfVideo(change.VideoId)).video(message),
                _hub.Clients.Group(GroupOfLibrary(change.OwnerId)).video(message));
        }
        catch (Exception e)
        {
            LogSendFailed(e, change.VideoId);
        }

        HasEnded(change.VideoId);
    }

    private bool MaySend(VideoChange change)
    {
        lock (_gate)
        {
            if (!_outstanding.TryGetValue(change.VideoId, out var outstanding)) _outstanding[change.VideoId] = outstanding = new();
            if (outstanding.Sends == MaxSendsOfOneVideo)
            {
                outstanding.KeptBack = change;
                return false;
            }

            outstanding.Sends++;
            return true;
        }
    }

    private void HasEnded(string videoId)
    {
        lock (_gate)
        {
            var outstanding = _outstanding[videoId];
            if (--outstanding.Sends == 0) _outstanding.Remove(videoId);
            if (outstanding.KeptBack is not { } change) return;
            outstanding.KeptBack = null;
            _queue.Put(videoId, change);
        }
    }

    private sealed class Outstanding
    {
        public int Sends { get; set; }

        public VideoChange? KeptBack { get; set; }
    }
}
