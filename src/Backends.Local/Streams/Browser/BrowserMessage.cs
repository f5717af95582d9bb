using System.Text.Json;
using ContentPages.Streams;

namespace ContentPages.Backends.Local.Streams.Browser;

/// <summary>Text messages of the connection: <c>{ type, code?, message? }</c> to the browser, <c>{ mimeType }</c> from it.</summary>
internal static class BrowserMessage
{
    /// <summary>Recording may begin.</summary>
    public static ReadOnlyMemory<byte> Accepted { get; } = JsonSerializer.SerializeToUtf8Bytes(new { type = "accepted" });

    /// <summary>This connection is not wanted; the next one would fare the same.</summary>
    public static ReadOnlyMemory<byte> Refused(StreamTrouble why) => Of("refused", why);

    /// <summary>What was accepted is over, and not to be tried again.</summary>
    public static ReadOnlyMemory<byte> Stopped(StreamTrouble why) => Of("stopped", why);

    public static string? MimeTypeOf(ReadOnlySpan<byte> text)
    {
        try
        {
            return JsonSerializer.Deserialize<Hello>(text, JsonSerializerOptions.Web)?.MimeType;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static byte[] Of(string type, StreamTrouble why) => JsonSerializer.SerializeToUtf8Bytes(new { type, code = why.Code, message = why.Message });

    private sealed record Hello(string? MimeType);
}
