using ContentPages.Backends.Local.Streams.Channels;

namespace ContentPages.Backends.Local.Streams.Rtmp;

/// <summary>Starts the ffmpegs that read connections from our nginx.</summary>
internal sealed class RtmpPulls(LiveFfmpeg ffmpeg, IngestOptions options)
{
    /// <summary>Lower in priority than the source, which must never wait for it.</summary>
    private const int LowNiceness = 10;

    public Task<EncoderFeed> Open(string connectionId, bool transcodesAudio, CancellationToken cancel) =>
        ffmpeg.Start(PullArguments.Source(RtmpAddress.Internal(options.RtmpPort, connectionId), transcodesAudio), niceness: 0, cancel);

    public Task<EncoderFeed> OpenLow(string connectionId, bool transcodesAudio, CancellationToken cancel) =>
        ffmpeg.Start(PullArguments.Low(RtmpAddress.Internal(options.RtmpPort, connectionId), transcodesAudio), LowNiceness, cancel);
}
