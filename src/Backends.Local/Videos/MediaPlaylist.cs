using System.Globalization;

namespace ContentPages.Backends.Local.Videos;

/// <summary>The segments of one rendition, as its playlist lists them.</summary>
internal sealed record MediaPlaylist(IReadOnlyList<(string Name, double Seconds)> Segments, bool Ended)
{
    private const string Length = "#EXTINF:";

    public double Duration => Segments.Sum(segment => segment.Seconds);

    public static MediaPlaylist Parse(IEnumerable<string> lines)
    {
        var segments = new List<(string, double)>();
        var seconds = 0.0;
        var ended = false;
        foreach (var line in lines)
        {
            if (line.StartsWith(Length, StringComparison.Ordinal))
                seconds = double.Parse(line.AsSpan(Length.Length).TrimEnd(','), NumberStyles.Float, CultureInfo.InvariantCulture);
            else if (line == "#EXT-X-ENDLIST") ended = true;
            else if (line.Length > 0 && line[0] != '#') segments.Add((line, seconds));
        }

        return new MediaPlaylist(segments, ended);
    }

    /// <summary>The bit rates of segments of these sizes, by the rules of RFC 8216 for BANDWIDTH and AVERAGE-BANDWIDTH.</summary>
    public (long Peak, long Average) BitRates(IReadOnlyList<long> sizes)
    {
        // Segments under half of the longest one are too short to be a peak by themselves.
        var longest = Segments.Max(segment => segment.Seconds);
        var peak = Segments.Zip(sizes)
            .Where(pair => pair.First.Seconds >= longest / 2 && pair.First.Seconds > 0)
            .Select(pair => pair.Second * 8 / pair.First.Seconds)
            .DefaultIfEmpty(0)
            .Max();
        return ((long)Math.Ceiling(peak), Duration > 0 ? (long)Math.Ceiling(sizes.Sum() * 8 / Duration) : 0);
    }
}
