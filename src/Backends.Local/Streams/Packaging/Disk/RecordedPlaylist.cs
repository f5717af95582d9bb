using System.Globalization;
using ContentPages.Backends.Local.Streams.Packaging.Output;

namespace ContentPages.Backends.Local.Streams.Packaging.Disk;

/// <param name="Map">Name of its initialization.</param>
internal sealed record RecordedEntry(long Number, double Seconds, string Map, bool Break, DateTimeOffset? At);

/// <summary>A media playlist of ours, read from disk; lines that were cut off by a crash are left out.</summary>
/// <param name="Open">The head of a segment that was being made; its length is 0.</param>
internal sealed record RecordedPlaylist(IReadOnlyList<RecordedEntry> Entries, RecordedEntry? Open, bool Ended)
{
    public double Seconds => Entries.Sum(entry => entry.Seconds);

    public static RecordedPlaylist Parse(string text)
    {
        var entries = new List<RecordedEntry>();
        var (map, isBreak, at, seconds, ended) = ("", false, (DateTimeOffset?)null, 0.0, false);
        foreach (var line in text[..(text.LastIndexOf('\n') + 1)].Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line == PlaylistText.Break) isBreak = true;
            else if (line == PlaylistText.End) ended = true;
            else if (line.StartsWith(PlaylistText.Map, StringComparison.Ordinal)) map = line[PlaylistText.Map.Length..].Trim('"');
            else if (line.StartsWith(PlaylistText.Time, StringComparison.Ordinal)) at = TimeOf(line[PlaylistText.Time.Length..]);
            else if (line.StartsWith(PlaylistText.Length, StringComparison.Ordinal)) seconds = SecondsOf(line[PlaylistText.Length.Length..]);
            else if (line[0] != '#' && seconds > 0 && NumberOf(line) is { } number)
            {
                entries.Add(new RecordedEntry(number, seconds, map, isBreak, at));
                (isBreak, at, seconds) = (false, null, 0);
            }
        }

        var next = entries.Count > 0 ? entries[^1].Number + 1 : 0;
        return new RecordedPlaylist(entries, at is null ? null : new RecordedEntry(next, 0, map, isBreak, at), ended);
    }

    /// <returns>Null when there is none.</returns>
    public static RecordedPlaylist? Read(string folder)
    {
        try
        {
            return Parse(File.ReadAllText(Path.Combine(folder, SegmentFiles.Playlist)));
        }
        catch (Exception missing) when (missing is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
    }

    private static DateTimeOffset? TimeOf(string text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time) ? time : null;

    private static double SecondsOf(string text) =>
        double.TryParse(text.TrimEnd(','), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0;

    private static long? NumberOf(string name) =>
        name.EndsWith(".m4s", StringComparison.Ordinal) && long.TryParse(name[..^4], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
