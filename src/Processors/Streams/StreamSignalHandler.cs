using ContentPages.Processors.Events;
using ContentPages.Streams;

namespace ContentPages.Processors.Streams;

/// <summary><c>IVS Stream State Change</c> and <c>IVS Stream Health Change</c>: what has become of a connection of an encoder.</summary>
public sealed class StreamSignalHandler(IGrainFactory grains) : IEventHandler
{
    private const string NoReason = "The live video could not be processed. Check your encoder's settings and try again.";

    public bool Handles(in EventEnvelope envelope) =>
        ChannelEvent.Is(envelope, "IVS Stream State Change") || ChannelEvent.Is(envelope, "IVS Stream Health Change");

    public async Task<HandlerResult> Handle(EventEnvelope envelope, CancellationToken cancel)
    {
        if (envelope.Detail.Text("event_name") is not { } name || envelope.Time is not { } at) return HandlerResult.Malformed;
        if (ChangeOf(name, envelope) is not { } change || ChannelEvent.StreamOf(envelope) is not { } streamId) return HandlerResult.Ignored;
        if (envelope.Detail.Text("stream_id") is not { Length: > 0 } connectionId) return HandlerResult.Malformed;
        return await grains.Report(streamId, new SignalReport(at, connectionId, change, change is SignalChange.Failed ? TroubleOf(envelope, at) : null));
    }

    /// <summary>Null for what tells the stream nothing: a session that is created has no pictures yet, a takeover that failed changes nothing.</summary>
    private static SignalChange? ChangeOf(string name, in EventEnvelope envelope) => name switch
    {
        "Stream Start" or "Stream Takeover" => SignalChange.Started,
        "Stream End" => SignalChange.Ended,
        "Stream Failure" => SignalChange.Failed,
        // With a code the session was refused and no other event says why.
        "Session Ended" => envelope.Detail.Text("code") is { Length: > 0 } ? SignalChange.Failed : SignalChange.Ended,
        "Starvation Start" => SignalChange.Starved,
        "Starvation End" => SignalChange.Recovered,
        _ => null,
    };

    private static StreamTrouble TroubleOf(in EventEnvelope envelope, DateTimeOffset at) => new(
        envelope.Detail.Text("code") is { Length: > 0 } code ? Spelling.Snake(code) : "stream_failure",
        envelope.Detail.Text("reason") is { Length: > 0 } reason ? reason : NoReason,
        at);
}
