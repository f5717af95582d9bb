using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Videos;

public sealed partial class LocalTranscoder
{
    [LoggerMessage(1, LogLevel.Error, "ffmpeg or ffprobe is missing: no video can be processed. Install ffmpeg, or set its path.")]
    private partial void LogMissing();

    [LoggerMessage(2, LogLevel.Warning, "setpriv or prlimit is missing: ffmpeg runs without limits and may outlive this process. Install util-linux.")]
    private partial void LogUnlimited();

    [LoggerMessage(3, LogLevel.Information, "Transcode job {JobId} is queued; {Waiting} wait.")]
    private partial void LogQueued(string jobId, int waiting);

    [LoggerMessage(4, LogLevel.Information, "Transcode job {JobId} is done: {Seconds:0.0} s of film in {Elapsed:0.0} s.")]
    private partial void LogDone(string jobId, double seconds, double elapsed);

    [LoggerMessage(5, LogLevel.Warning, "Transcode job {JobId} failed with {Code}: {Message}")]
    private partial void LogFailed(string jobId, int code, string message);

    [LoggerMessage(6, LogLevel.Information, "Transcode job {JobId} was cancelled.")]
    private partial void LogCanceled(string jobId);

    [LoggerMessage(7, LogLevel.Error, "Transcode job {JobId} ended in a way that nobody foresaw.")]
    private partial void LogUnforeseen(Exception failure, string jobId);

    [LoggerMessage(8, LogLevel.Error, "The end of transcode job {JobId} could not be stored; it is remembered until the next start.")]
    private partial void LogNotStored(Exception failure, string jobId);

    [LoggerMessage(9, LogLevel.Warning, "That transcode job {JobId} waits could not be stored; a restart will lose it.")]
    private partial void LogNotMarked(Exception failure, string jobId);
}
