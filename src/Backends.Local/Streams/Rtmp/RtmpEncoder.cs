using ContentPages.Backends.Local.Streams.Channels;
using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Streams;

namespace ContentPages.Backends.Local.Streams.Rtmp;

/// <summary>An encoder that publishes to our nginx under its connection's id.</summary>
/// <param name="client">nginx's number of its connection.</param>
internal sealed class RtmpEncoder(string id, int client, RtmpPulls pulls, NginxControl control, IngestOptions options, PackagingOptions packaging, TimeProvider time)
    : IEncoder
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(2);

    private readonly TaskCompletionSource _gone = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _joined = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _transcodesAudio;
    private string? _picture;

    public string Id => id;

    public string Source => "rtmp";

    public int Client => client;

    public Task Gone => _gone.Task;

    public bool CanReopen => true;

    /// <summary>Completes when our ffmpeg is there to read it.</summary>
    public Task Joined => _joined.Task;

    public async Task<EncoderFeed> Open(CancellationToken cancel)
    {
        while (true)
        {
            var feed = await pulls.Open(id, _transcodesAudio, cancel);
            try
            {
                await feed.Report.Known.WaitAsync(cancel);
            }
            catch
            {
                await feed.DisposeAsync();
                throw;
            }

            if (feed.Report.AudioCodec is null or "aac" || _transcodesAudio) return feed;
            // MP3, Speex and their like: rare, and only now known.
            _transcodesAudio = true;
            await feed.DisposeAsync();
        }
    }

    public async Task<EncoderFeed?> OpenLow(CancellationToken cancel) => await pulls.OpenLow(id, _transcodesAudio, cancel);

    public async Task<StreamTrouble?> Examine(TimeSpan waited, CancellationToken cancel)
    {
        if (waited < s_patience || await control.Stat(id, cancel) is not { } stat) return null;
        var now = time.GetUtcNow();
        // What nginx calls it is not told: it reads the newer codecs of enhanced RTMP as very old ones.
        if (stat.VideoCodec is { } codec && codec != RtmpStat.H264)
            return new StreamTrouble("video_codec", "The video is not H.264. Choose H.264 (x264, NVENC H.264 or the like) as the video encoder.", now);
        if (stat.VideoCodec is null && stat.Bytes > 0 && waited.TotalSeconds > options.NoVideoSeconds)
            return new StreamTrouble("no_video", "Only sound arrives. Add a picture to the stream: a camera, the screen, or a still.", now);
        return stat.VideoCodec is not null && waited.TotalSeconds > packaging.KeyframeLimitSeconds
            ? new StreamTrouble("no_keyframe", "No keyframe comes, so nobody can begin to watch. Set a keyframe interval of 2 s in your encoder.", now)
            : null;
    }

    public StreamTrouble WhyUnreadable() =>
        new("ingest_failed", "The stream could not be read. Start it again in the encoder.", time.GetUtcNow());

    public async Task<bool> HasChanged(CancellationToken cancel)
    {
        if (await control.Stat(id, cancel) is not { Picture: { } picture }) return false;
        var before = Interlocked.Exchange(ref _picture, picture);
        return before is not null && before != picture;
    }

    public void Join() => _joined.TrySetResult();

    public void Leave() => _gone.TrySetResult();

    public void Drop(StreamTrouble? why)
    {
        if (_gone.Task.IsCompleted) return;
        _gone.TrySetResult();
        _ = control.Drop(id, client);
    }
}
