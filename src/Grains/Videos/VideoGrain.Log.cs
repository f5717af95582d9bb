using ContentPages.Videos;
using Microsoft.Extensions.Logging;

namespace ContentPages.Grains.Videos;

public sealed partial class VideoGrain
{
    [LoggerMessage(Level = LogLevel.Information, Message = "Video {VideoId}: {Before} -> {After}, attempt {Attempt}, failure {Failure}")]
    private partial void LogStatus(string videoId, VideoStatus before, VideoStatus after, int attempt, string? failure);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Video {VideoId}: {Pending} could not be done; the sweeper will try again")]
    private partial void LogWorkFailed(Exception exception, string videoId, PendingWork pending);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Video {VideoId}: what has become of it could not be asked; the sweeper will try again")]
    private partial void LogAskFailed(Exception exception, string videoId);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Video {VideoId}: a change could not be published")]
    private partial void LogPublishFailed(Exception exception, string videoId);
}
