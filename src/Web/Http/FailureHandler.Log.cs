using Microsoft.Extensions.Logging;

namespace ContentPages.Web.Http;

internal sealed partial class FailureHandler
{
    [LoggerMessage(Level = LogLevel.Error, Message = "{Method} {Path} failed, trace {TraceId}")]
    private partial void LogUnexpected(Exception exception, string method, string path, string traceId);
}
