using System.Text.Json;

namespace ContentPages.Bench.Chat.Driver;

/// <summary>A call of a hub's method, as a record of SignalR's JSON protocol.</summary>
internal static class Call
{
    /// <param name="id">Comes back with the answer.</param>
    public static string Of(string id, string method, params object?[] arguments) =>
        $"{{\"type\":1,\"invocationId\":\"{id}\",\"target\":\"{method}\",\"arguments\":{JsonSerializer.Serialize(arguments)}}}\u001e";
}
