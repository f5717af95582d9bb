using Microsoft.Extensions.Logging;

namespace ContentPages.Web.Chat;

internal sealed partial class RoomRelay
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A batch of room {StreamId} could not be sent to its viewers")]
    private partial void LogSendFailed(Exception exception, string streamId);
}
