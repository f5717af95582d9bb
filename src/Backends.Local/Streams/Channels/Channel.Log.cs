using ContentPages.Streams;
using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Streams.Channels;

internal sealed partial class Channel
{
    private readonly ILogger _log;

    [LoggerMessage(20, LogLevel.Information, "Session {Number} of stream {StreamId} has ended; its recording: {Status}, {Seconds:0.0} s.")]
    private partial void LogEnded(int number, string streamId, RecordingStatus status, double seconds);

    [LoggerMessage(21, LogLevel.Error, "The channel of stream {StreamId} could not be stored.")]
    private partial void LogNotStored(Exception failure, string streamId);
}
