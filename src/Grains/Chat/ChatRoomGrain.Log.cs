using Microsoft.Extensions.Logging;

namespace ContentPages.Grains.Chat;

public sealed partial class ChatRoomGrain
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "Room {StreamId}: {Entries} entries could not be written, or it is unknown whether they were")]
    private partial void LogAppendFailed(Exception exception, string streamId, int entries);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Room {StreamId}: its stream or its log could not be read")]
    private partial void LogReadFailed(Exception exception, string streamId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Room {StreamId}: a batch could not be published; it is tried again")]
    private partial void LogPublishFailed(Exception exception, string streamId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Room {StreamId}: the filter of blocked terms failed; the room's settings decide")]
    private partial void LogFilterFailed(Exception exception, string streamId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Room {StreamId}: it is deleted, and what is left of it could not be removed")]
    private partial void LogEndFailed(Exception exception, string streamId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Room {StreamId}: an act could not be done")]
    private partial void LogActFailed(Exception exception, string streamId);
}
