using System.Text.RegularExpressions;

namespace ContentPages.Backends.Local.Streams.Rtmp;

/// <summary>Which of nginx's words are for our log.</summary>
internal static partial class NginxLog
{
    /// <summary>The line without what looks like a key or our callback's secret, or null for what any junk on the port can cause.</summary>
    public static string? Wanted(string line) =>
        line.Contains("[emerg]", StringComparison.Ordinal) || line.Contains("[alert]", StringComparison.Ordinal) || line.Contains("[crit]", StringComparison.Ordinal)
            ? Secrets().Replace(line, "***")
            : null;

    [GeneratedRegex("[0-9a-fA-F]{32}(_\\w+)?")]
    private static partial Regex Secrets();
}
