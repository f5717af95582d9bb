using ContentPages.Streams;

namespace ContentPages.Web.Tests.Streams;

/// <summary>Addresses that nothing answers at.</summary>
internal sealed class FakeAddresses : IStreamAddresses
{
    private static readonly DateTimeOffset ExpiresAt = new(2030, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public StreamPlayback? Of(LiveStreamSnapshot stream)
    {
        if (stream.Status is not (StreamStatus.Live or StreamStatus.Reconnecting)) return null;
        var isPublic = stream.Details.Visibility is Visibility.Public;
        var folder = $"/live/{(isPublic ? "public" : "1.grant")}/{stream.Id}/{stream.Session!.Number}";
        return new("hls", $"{folder}/master.m3u8", $"{folder}/poster.jpg", isPublic ? null : ExpiresAt);
    }

    public StreamPlayback? PreviewOf(LiveStreamSnapshot stream) =>
        stream.ChannelId is null ? null : new("hls", $"/live/1.grant/{stream.Id}/preview/master.m3u8", null, ExpiresAt);
}
