using Microsoft.Extensions.Logging;

namespace ContentPages.Processors.Events;

/// <summary>Gives each event to the one handler of its type.</summary>
public sealed partial class EventDispatcher(IEnumerable<IEventHandler> handlers, ILogger<EventDispatcher> logger)
{
    private readonly IEventHandler[] _handlers = [.. handlers];

    public async Task<HandlerResult> Dispatch(ReadOnlyMemory<byte> body, CancellationToken cancel)
    {
        if (!EventEnvelope.TryParse(body, out var envelope))
        {
            LogMalformed("unknown", "unknown");
            return HandlerResult.Malformed;
        }

        var handler = Array.Find(_handlers, h => h.Handles(envelope));
        if (handler is null) return HandlerResult.Ignored;
        var result = await handler.Handle(envelope, cancel);
        if (result is HandlerResult.Malformed) LogMalformed(envelope.Source, envelope.DetailType);
        return result;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "An event of {Source}, {DetailType}, is not what it should be and was dropped")]
    private partial void LogMalformed(string source, string detailType);
}
