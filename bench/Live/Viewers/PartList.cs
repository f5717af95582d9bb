using System.Globalization;
using System.Text;

namespace ContentPages.Bench.Live.Viewers;

/// <summary>What a low-latency player reads out of a media playlist.</summary>
/// <param name="Next">What to ask for next, as hls.js would.</param>
/// <param name="CanSkip">Whether the server makes delta updates.</param>
/// <param name="Fresh">Parts after the place that was known, in order.</param>
internal sealed record PartList(PartPlace Next, bool CanSkip, IReadOnlyList<PartAddress> Fresh)
{
    public static PartList Read(ReadOnlySpan<byte> playlist, PartPlace known)
    {
        var (sequence, part, canSkip) = (0L, 0, false);
        var fresh = new List<PartAddress>();
        while (playlist.Length > 0)
        {
            var end = playlist.IndexOf((byte)'\n');
            var line = (end < 0 ? playlist : playlist[..end]).TrimEnd((byte)'\r');
            playlist = end < 0 ? [] : playlist[(end + 1)..];
            if (line.StartsWith("#EXT-X-PART:"u8))
            {
                if (new PartPlace(sequence, part) is var place && place.CompareTo(known) > 0) fresh.Add(Address(place, Encoding.UTF8.GetString(line)));
                part++;
            }
            else if (line.Length > 0 && line[0] != '#') (sequence, part) = (sequence + 1, 0);
            else if (line.StartsWith("#EXT-X-MEDIA-SEQUENCE:"u8)) sequence = long.Parse(line["#EXT-X-MEDIA-SEQUENCE:"u8.Length..], CultureInfo.InvariantCulture);
            else if (line.StartsWith("#EXT-X-SKIP:"u8)) sequence += long.Parse(Attribute(Encoding.UTF8.GetString(line), "SKIPPED-SEGMENTS")!, CultureInfo.InvariantCulture);
            else if (line.StartsWith("#EXT-X-SERVER-CONTROL:"u8)) canSkip = line.IndexOf("CAN-SKIP-UNTIL"u8) >= 0;
        }

        return new PartList(new PartPlace(sequence, part), canSkip, fresh);
    }

    private static PartAddress Address(PartPlace place, string line)
    {
        var uri = Attribute(line, "URI") ?? throw new BenchException("A part has no address: " + line);
        if (Attribute(line, "BYTERANGE") is not { } range) return new PartAddress(place, uri, null);
        if (range.Split('@') is not [var length, var offset]) throw new BenchException("A part has a range that starts nowhere: " + line);
        var first = long.Parse(offset, CultureInfo.InvariantCulture);
        return new PartAddress(place, uri, string.Create(CultureInfo.InvariantCulture, $"{first}-{first + long.Parse(length, CultureInfo.InvariantCulture) - 1}"));
    }

    private static string? Attribute(string line, string name)
    {
        var at = line.IndexOf(name + "=", StringComparison.Ordinal);
        if (at < 0) return null;
        var value = line[(at + name.Length + 1)..];
        return value[0] == '"' ? value[1..value.IndexOf('"', 1)] : value.Split(',')[0];
    }
}
