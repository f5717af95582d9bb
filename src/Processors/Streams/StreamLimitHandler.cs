using ContentPages.Processors.Events;
using ContentPages.Streams;

namespace ContentPages.Processors.Streams;

/// <summary><c>IVS Limit Breach</c>: an encoder sends more than its channel takes. Breaches of the whole account are nobody's stream's.</summary>
public sealed class StreamLimitHandler(IGrainFactory grains) : IEventHandler
{
    public bool Handles(in EventEnvelope envelope) => ChannelEvent.Is(envelope, "IVS Limit Breach");

    public async Task<HandlerResult> Handle(EventEnvelope envelope, CancellationToken cancel)
    {
        var detail = envelope.Detail;
        if (detail.Text("limit_name") is not { Length: > 0 } limit || envelope.Time is not { } at) return HandlerResult.Malformed;
        if (ChannelEvent.StreamOf(envelope) is not { } streamId) return HandlerResult.Ignored;
        if (detail.Number("limit_value") is not { } value || detail.Number("exceeded_by") is not { } exceededBy) return HandlerResult.Malformed;
        return await grains.Report(streamId, new LimitReport(at, limit, value, exceededBy, detail.Text("limit_unit") ?? ""));
    }
}
