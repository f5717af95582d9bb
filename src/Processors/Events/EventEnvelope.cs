using System.Text.Json;

namespace ContentPages.Processors.Events;

/// <summary>
/// An EventBridge envelope, or a native S3 notification, whose source is then <c>aws.s3</c> and whose <see cref="DetailType"/> is empty.
/// </summary>
/// <param name="Source"><c>aws.mediaconvert</c>, <c>aws.s3</c>, <c>aws.ivs</c>.</param>
/// <param name="Detail">The <c>detail</c>; of a native notification, the whole document.</param>
/// <param name="Time">When it happened; null where it does not say.</param>
/// <param name="Resources">ARNs of what it is about; may be empty.</param>
public readonly record struct EventEnvelope(
    string Source, string DetailType, JsonElement Detail, DateTimeOffset? Time, IReadOnlyList<string> Resources)
{
    public static bool TryParse(ReadOnlyMemory<byte> body, out EventEnvelope envelope)
    {
        envelope = default;
        JsonElement root;
        try
        {
            using var document = JsonDocument.Parse(body);
            root = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return false;
        }

        if (root.ValueKind is not JsonValueKind.Object) return false;
        if (root.Text("source") is { } source && root.Text("detail-type") is { } type && root.Object("detail") is { } detail)
            envelope = new(source, type, detail, root.Time("time"), [.. root.Items("resources").Select(JsonReading.AsText).OfType<string>()]);
        else if (root.TryGetProperty("Records", out _) || root.Text("Service") is "Amazon S3")
            envelope = new("aws.s3", "", root, null, []);
        else
            return false;
        return true;
    }
}
