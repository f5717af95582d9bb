using Microsoft.Extensions.Logging;

namespace ContentPages.Web.Live;

internal sealed partial class LiveFailures
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} of the hub failed")]
    private partial void LogUnexpected(Exception exception, string method);
}
