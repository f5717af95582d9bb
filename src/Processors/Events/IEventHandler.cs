namespace ContentPages.Processors.Events;

/// <summary>
/// Handles one type of event: parse, find the key, one idempotent grain call, a result. Exceptions mean "not now": the event comes again.
/// </summary>
public interface IEventHandler
{
    /// <summary>Whether this handler is for the event.</summary>
    bool Handles(in EventEnvelope envelope);

    Task<HandlerResult> Handle(EventEnvelope envelope, CancellationToken cancel);
}
