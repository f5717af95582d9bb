using ContentPages.Backends.Local.Streams.Packaging.Boxes;
using ContentPages.Backends.Local.Streams.Packaging.Output;

namespace ContentPages.Backends.Local.Streams.Packaging.Disk;

/// <summary>A rendition whose process is no more, as far as it is whole.</summary>
/// <param name="End">Where its timeline ends, in seconds: picture and sound.</param>
internal sealed record RecoveredRendition(
    IReadOnlyList<ListedSegment> Segments, IReadOnlyList<InitFile> Inits, double End, double PictureEnd, (long Peak, long Average) BitRates)
{
    // A crash tears what was written last; the rest was whole for long.
    private const int Examined = 3;

    /// <summary>Cuts off what is torn and lists what is whole but was not listed yet.</summary>
    /// <returns>Null when nothing of it can be played.</returns>
    public static RecoveredRendition? Of(string folder)
    {
        if (RecordedPlaylist.Read(folder) is not { } playlist) return null;
        var inits = InitsOf(folder);
        if (inits.Count == 0) return null;
        var segments = new List<ListedSegment>();
        var (end, pictureEnd, first) = (0.0, 0.0, playlist.Entries.Count > 0 ? playlist.Entries[0].Number : 0);
        var (peak, bytes) = (0L, 0L);
        for (var index = 0; ; index++)
        {
            var entry = index < playlist.Entries.Count ? playlist.Entries[index] : Unlisted(playlist, segments, first + index);
            if (entry is null || inits.Find(init => init.Name == entry.Map) is not { } init) break;
            var path = Path.Combine(folder, SegmentFiles.NameOf(entry.Number));
            if (!File.Exists(path)) break;
            var seconds = entry.Seconds;
            if (index >= playlist.Entries.Count - Examined)
            {
                if (FragmentScan.Of(path, init.Init) is not { } found) break;
                (end, pictureEnd) = (Math.Max(end, found.End), found.PictureEnd);
                if (seconds == 0 || found.Torn) seconds = found.PictureEnd - found.PictureStart;
            }

            var last = segments.Count > 0 ? segments[^1] : null;
            segments.Add(new ListedSegment(
                entry.Number, last is null ? 0 : last.Start + last.Seconds, seconds, init, entry.Break, entry.At ?? last!.At.AddSeconds(last.Seconds)));
            var length = new FileInfo(path).Length;
            peak = Math.Max(peak, (long)(length * 8 / Math.Max(0.5, seconds)));
            bytes += length;
        }

        return segments.Count == 0
            ? null
            : new RecoveredRendition(segments, inits, end, pictureEnd, (peak, (long)(bytes * 8 / Math.Max(0.5, segments.Sum(segment => segment.Seconds)))));
    }

    private static RecordedEntry? Unlisted(RecordedPlaylist playlist, List<ListedSegment> segments, long number)
    {
        if (playlist.Ended) return null;
        if (playlist.Open is { } open && open.Number == number) return open;
        return segments.Count > 0 ? new RecordedEntry(number, 0, segments[^1].Init.Name, false, null) : null;
    }

    private static List<InitFile> InitsOf(string folder)
    {
        var inits = new List<InitFile>();
        for (var number = 0; File.Exists(Path.Combine(folder, InitFile.NameOf(number))); number++)
        {
            try
            {
                inits.Add(new InitFile(number, Mp4InitParser.Parse(File.ReadAllBytes(Path.Combine(folder, InitFile.NameOf(number))))));
            }
            catch (MediaRefusedException)
            {
                break;
            }
        }

        return inits;
    }
}
