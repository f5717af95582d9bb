using System.Net;
using System.Text.Json;
using ContentPages.Processors.Events;
using ContentPages.Streams;
using ContentPages.Videos;

namespace ContentPages.Processors.Media;

/// <summary>
/// S3's <c>Object Created</c>, through EventBridge or as a native notification: a video's source or a stream's cover is there, even if the tab
/// that sent it has gone.
/// </summary>
public sealed class ObjectCreatedHandler(IGrainFactory grains) : IEventHandler
{
    public bool Handles(in EventEnvelope envelope) => envelope is { Source: "aws.s3", DetailType: "Object Created" or "" };

    public async Task<HandlerResult> Handle(EventEnvelope envelope, CancellationToken cancel)
    {
        // The test event that S3 sends when notifications are set up has no records.
        if (envelope.DetailType is "" && envelope.Detail.Text("Event") is "s3:TestEvent") return HandlerResult.Ignored;
        var objects = envelope.DetailType is "" ? Native(envelope.Detail) : [Bridged(envelope.Detail)];
        var result = HandlerResult.Ignored;
        foreach (var (key, size) in objects)
        {
            if (key is null || size is null) return HandlerResult.Malformed;
            if (VideoKeys.TryParseSource(key, out var videoId)) await grains.GetGrain<IVideoGrain>(videoId).SourceArrived(size.Value);
            else if (StreamKeys.TryParseCover(key, out var streamId)) await grains.GetGrain<ILiveStreamGrain>(streamId).CoverArrived(key);
            else continue;
            result = HandlerResult.Handled;
        }

        return result;
    }

    private static (string? Key, long? Size) Bridged(JsonElement detail)
    {
        var created = detail.Object("object");
        return (created?.Text("key"), created?.Count("size"));
    }

    /// <summary>Keys of native notifications are URL-encoded, with <c>+</c> for a space.</summary>
    private static List<(string? Key, long? Size)> Native(JsonElement notification) =>
    [
        .. from record in notification.Items("Records")
           where record.Text("eventName")?.StartsWith("ObjectCreated:", StringComparison.Ordinal) is true
           let created = record.Object("s3")?.Object("object")
           select (WebUtility.UrlDecode(created?.Text("key")), created?.Count("size")),
    ];
}
