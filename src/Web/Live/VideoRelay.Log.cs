using Microsoft.Extensions.Logging;

namespace ContentPages.Web.Live;

internal sealed partial class VideoRelay
{
    [LoggerMessage(Level = LogLevel.Warning, Message = "A change of video {VideoId} could not be sent to its watchers")]
    private partial void LogSendFailed(Exception exception, string videoId);
}
