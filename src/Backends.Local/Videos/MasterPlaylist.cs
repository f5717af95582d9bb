using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace ContentPages.Backends.Local.Videos;

/// <summary>
/// The multivariant playlist. While the film is made ffmpeg's own stands, whose BANDWIDTH is the most a rung may have; once it is
/// made the measured rates are put in, so that players choose by what the film really needs.
/// </summary>
internal static partial class MasterPlaylist
{
    /// <param name="measured">By folder.</param>
    /// <param name="frameRate">Null for sound alone.</param>
    public static string WithMeasured(
        IEnumerable<string> lines, IReadOnlyDictionary<string, (long Peak, long Average)> measured, double? frameRate)
    {
        var text = new StringBuilder();
        string? variant = null;
        foreach (var line in lines)
        {
            if (line.StartsWith("#EXT-X-STREAM-INF:", StringComparison.Ordinal)) variant = line;
            else if (variant is not null && line.Length > 0 && line[0] != '#')
            {
                var folder = line.Split('/')[^2];
                text.Append(Measured(variant, measured[folder], frameRate)).Append('\n').Append(line).Append('\n');
                variant = null;
            }
            else if (line.Length > 0) text.Append(line).Append('\n');
            if (line.StartsWith("#EXT-X-VERSION", StringComparison.Ordinal)) text.Append("#EXT-X-INDEPENDENT-SEGMENTS\n");
        }

        return text.ToString();
    }

    private static string Measured(string variant, (long Peak, long Average) rates, double? frameRate)
    {
        var rate = frameRate is { } value ? string.Create(CultureInfo.InvariantCulture, $",FRAME-RATE={value:0.000}") : "";
        return Bandwidth().Replace(variant, string.Create(CultureInfo.InvariantCulture, $":BANDWIDTH={rates.Peak},AVERAGE-BANDWIDTH={rates.Average}")) + rate;
    }

    [GeneratedRegex(":BANDWIDTH=[0-9]+")]
    private static partial Regex Bandwidth();
}
