using System.Buffers;
using System.Globalization;
using System.Text.Json;
using ContentPages.Grains.Media;

namespace ContentPages.Backends.Local.Media;

/// <summary>The "Object Created" event of S3 as EventBridge delivers it, so that one handler serves both stores.</summary>
internal static class ObjectCreatedEvent
{
    public const string Bucket = "local";
    public const string Put = "PutObject";
    public const string Multipart = "CompleteMultipartUpload";

    private const string Account = "000000000000";

    /// <param name="reason">The call that made the object.</param>
    /// <param name="sequencer">Grows with each version of a key.</param>
    public static ReadOnlyMemory<byte> Of(StoredObject stored, string reason, DateTimeOffset time, long sequencer)
    {
        var buffer = new ArrayBufferWriter<byte>(768);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteString("version", "0");
        json.WriteString("id", Guid.CreateVersion7(time));
        json.WriteString("detail-type", "Object Created");
        json.WriteString("source", "aws.s3");
        json.WriteString("account", Account);
        json.WriteString("time", time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
        json.WriteString("region", "local");
        json.WriteStartArray("resources");
        json.WriteStringValue($"arn:aws:s3:::{Bucket}");
        json.WriteEndArray();
        json.WriteStartObject("detail");
        json.WriteString("version", "0");
        json.WriteStartObject("bucket");
        json.WriteString("name", Bucket);
        json.WriteEndObject();
        json.WriteStartObject("object");
        json.WriteString("key", stored.Key);
        json.WriteNumber("size", stored.Size);
        json.WriteString("etag", stored.ETag);
        json.WriteString("sequencer", sequencer.ToString("X16", CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteString("request-id", Guid.NewGuid().ToString("N"));
        json.WriteString("requester", Account);
        json.WriteString("reason", reason);
        json.WriteEndObject();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }
}
