using Microsoft.Extensions.Logging;

namespace ContentPages.Web.Chat;

internal sealed partial class ChatRooms
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Room {StreamId} did not answer")]
    private partial void LogNoAnswer(Exception exception, string streamId);
}
