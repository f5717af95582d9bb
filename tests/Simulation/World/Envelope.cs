using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ContentPages.Simulation.World;

/// <summary>Events as EventBridge delivers them.</summary>
internal static class Envelope
{
    public static byte[] Of(string source, string type, DateTimeOffset time, string resource, JsonObject detail) => JsonSerializer.SerializeToUtf8Bytes(new JsonObject
    {
        ["version"] = "0",
        ["detail-type"] = type,
        ["source"] = source,
        ["time"] = time.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture),
        ["resources"] = new JsonArray(resource),
        ["detail"] = detail,
    });
}
