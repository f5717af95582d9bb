using ContentPages.Processors.Events;
using ContentPages.Streams;

namespace ContentPages.Processors.Streams;

/// <summary>What every IVS event about a channel has in common.</summary>
internal static class ChannelEvent
{
    private const string Channel = ":channel/";

    public static bool Is(in EventEnvelope envelope, string detailType) => envelope.Source is "aws.ivs" && envelope.DetailType == detailType;

    /// <summary>
    /// The stream that the channel belongs to: our channels are named after it, and the local ingest's ARN ends with it. The name may be empty
    /// (<c>Session Created</c>) and the ARN be one of IVS's own. Null for a channel that is not ours, and for what is about the whole account.
    /// </summary>
    public static string? StreamOf(in EventEnvelope envelope) =>
        envelope.Detail.Text("channel_name") is { } name && EntityId.IsValid(name)
            ? name
            : envelope.Resources.Select(IdOf).FirstOrDefault(EntityId.IsValid);

    public static async Task<HandlerResult> Report(this IGrainFactory grains, string streamId, ChannelReport report)
    {
        await grains.GetGrain<ILiveStreamGrain>(streamId).Report(report);
        return HandlerResult.Handled;
    }

    private static string? IdOf(string arn) => arn.IndexOf(Channel, StringComparison.Ordinal) is >= 0 and var at ? arn[(at + Channel.Length)..] : null;
}
