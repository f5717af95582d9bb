using Microsoft.Extensions.Logging;

namespace ContentPages.Web.Live;

internal sealed partial class StreamRelay
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A change of stream {StreamId} could not be sent to its watchers")]
    private partial void LogSendFailed(Exception exception, string streamId);
}
