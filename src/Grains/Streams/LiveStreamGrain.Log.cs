using ContentPages.Streams;
using Microsoft.Extensions.Logging;

namespace ContentPages.Grains.Streams;

public sealed partial class LiveStreamGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Stream {StreamId}: {Before} -> {After}, session {Session}, trouble {Trouble}")]
    private partial void LogStatus(string streamId, StreamStatus before, StreamStatus after, int session, string? trouble);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stream {StreamId}: pending work could not be done; the sweeper will try again")]
    private partial void LogWorkFailed(Exception exception, string streamId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stream {StreamId}: its channel or its objects did not answer")]
    private partial void LogAskFailed(Exception exception, string streamId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Stream {StreamId}: its recording cannot become video {VideoId}: {Code}")]
    private partial void LogVideoRefused(string streamId, string videoId, string code);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Stream {StreamId}: a change could not be published")]
    private partial void LogPublishFailed(Exception exception, string streamId);
}
