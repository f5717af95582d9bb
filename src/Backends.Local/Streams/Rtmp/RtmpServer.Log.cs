using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Streams.Rtmp;

internal sealed partial class RtmpServer
{
    [LoggerMessage(1, LogLevel.Information, "Encoders can connect by RTMP on port {Port}.")]
    private partial void LogReady(int port);

    [LoggerMessage(2, LogLevel.Warning, "{Sentence}")]
    private partial void LogUnavailable(string sentence);

    [LoggerMessage(3, LogLevel.Warning, "nginx has ended with {ExitCode}; it is started again.")]
    private partial void LogDied(int exitCode);

    [LoggerMessage(4, LogLevel.Warning, "nginx says: {Line}")]
    private partial void LogNginx(string line);

    [LoggerMessage(5, LogLevel.Error, "nginx could not be started.")]
    private partial void LogNotStarted(Exception failure);
}
