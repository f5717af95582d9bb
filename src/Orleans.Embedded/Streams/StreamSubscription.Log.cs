using Microsoft.Extensions.Logging;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.Embedded;

internal abstract partial class StreamSubscription
{
    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "{Subscriber} is too slow for stream {StreamId}: {Capacity} events wait, so the policy is {Policy} from here on.")]
    private static partial void LogOverflow(ILogger logger, string subscriber, StreamId streamId, int capacity, StreamOverflow policy);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Subscriber} has caught up with stream {StreamId}; {Dropped} events were dropped.")]
    private static partial void LogCaughtUp(ILogger logger, string subscriber, StreamId streamId, long dropped);

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Subscriber} failed on an event of stream {StreamId}; it gets it again in {Delay}.")]
    private static partial void LogRetry(ILogger logger, Exception exception, string subscriber, StreamId streamId, TimeSpan delay);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Subscriber} failed on an event of stream {StreamId} {Attempts} times; it is skipped.")]
    private static partial void LogGivenUp(ILogger logger, Exception exception, string subscriber, StreamId streamId, int attempts);
}
