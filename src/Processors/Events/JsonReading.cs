using System.Globalization;
using System.Text.Json;

namespace ContentPages.Processors.Events;

/// <summary>Reads what may be missing, null or of another type, without exceptions.</summary>
internal static class JsonReading
{
    public static JsonElement? Object(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Object ? value : null;

    public static IEnumerable<JsonElement> Items(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.Array
            ? value.EnumerateArray()
            : [];

    public static string? Text(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value) ? value.AsText() : null;

    /// <summary>The string that this is, or null.</summary>
    public static string? AsText(this JsonElement value)
    {
        try
        {
            return value.ValueKind is JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            // Half a surrogate pair, or bytes that are no UTF-8: the parser lets them pass until they are read.
            return null;
        }
    }

    /// <summary>An RFC 3339 time, in UTC.</summary>
    public static DateTimeOffset? Time(this JsonElement element, string name) =>
        element.ValueKind is JsonValueKind.Object && element.TryGetProperty(name, out var value)
        && value.ValueKind is JsonValueKind.String && value.TryGetDateTimeOffset(out var time)
            ? time.ToUniversalTime()
            : null;

    /// <summary>A finite number, also one that is written as a string: AWS does both for the same field.</summary>
    public static double? Number(this JsonElement element, string name)
    {
        if (element.ValueKind is not JsonValueKind.Object || !element.TryGetProperty(name, out var value)) return null;
        return value.ValueKind switch
        {
            JsonValueKind.Number when value.TryGetDouble(out var number) && double.IsFinite(number) => number,
            JsonValueKind.String when double.TryParse(value.AsText(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                && double.IsFinite(number) => number,
            _ => null,
        };
    }

    /// <summary>A whole number from 0 on, small enough for a double to hold it exactly.</summary>
    public static long? Count(this JsonElement element, string name) =>
        element.Number(name) is { } number and >= 0 and <= 1L << 53 && double.IsInteger(number) ? (long)number : null;
}
