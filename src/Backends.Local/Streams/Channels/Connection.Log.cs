using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Streams.Channels;

internal sealed partial class Connection
{
    private readonly ILogger _log;

    [LoggerMessage(1, LogLevel.Information, "An encoder is connected ({Source}): connection {ConnectionId} of stream {StreamId}.")]
    private partial void LogConnected(string source, string connectionId, string streamId);

    [LoggerMessage(2, LogLevel.Information, "Connection {ConnectionId} can be played after {Milliseconds:0} ms.")]
    private partial void LogStarted(string connectionId, double milliseconds);

    [LoggerMessage(3, LogLevel.Warning, "Connection {ConnectionId} is refused with {Code}: {Sentence}")]
    private partial void LogRefused(string connectionId, string code, string sentence);

    [LoggerMessage(4, LogLevel.Information, "Connection {ConnectionId} of stream {StreamId} is over.")]
    private partial void LogEnded(string connectionId, string streamId);

    [LoggerMessage(5, LogLevel.Warning, "ffmpeg ended while the encoder of connection {ConnectionId} is still there; it is started anew.")]
    private partial void LogRestart(string connectionId);

    [LoggerMessage(6, LogLevel.Warning, "ffmpeg's last words on connection {ConnectionId}: {Said}")]
    private partial void LogFfmpeg(string connectionId, string said);

    [LoggerMessage(7, LogLevel.Warning, "The small rendition of connection {ConnectionId} failed: {Why}")]
    private partial void LogLow(Exception? failure, string connectionId, string why);

    [LoggerMessage(8, LogLevel.Error, "Connection {ConnectionId} ended in a way that nobody foresaw.")]
    private partial void LogUnforeseen(Exception failure, string connectionId);

    [LoggerMessage(9, LogLevel.Information, "Connection {ConnectionId} sends another picture; ffmpeg is started anew.")]
    private partial void LogChanged(string connectionId);
}
