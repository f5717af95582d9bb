using System.Globalization;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>Whether this machine has a core to spare: cores less the load of the last minute.</summary>
internal static class FreeCores
{
    public static bool HasOne() => Load() is { } load && Environment.ProcessorCount - load >= 1;

    private static double? Load()
    {
        try
        {
            var text = File.ReadAllText("/proc/loadavg");
            return double.TryParse(text.AsSpan(0, text.IndexOf(' ', StringComparison.Ordinal)), CultureInfo.InvariantCulture, out var load) ? load : null;
        }
        catch (Exception missing) when (missing is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
