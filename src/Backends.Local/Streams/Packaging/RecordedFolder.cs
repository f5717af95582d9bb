using ContentPages.Backends.Local.Streams.Packaging.Boxes;
using ContentPages.Backends.Local.Streams.Packaging.Disk;

namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>A recording that has ended. Names are relative to its folder.</summary>
/// <param name="Width">Of its largest picture.</param>
/// <param name="Breaks">Seconds from its start at which the encoder was lost or its clock or picture size changed, in order.</param>
/// <param name="Playlist">A multivariant playlist.</param>
/// <param name="Poster">A JPEG still, or null.</param>
internal sealed record RecordedFolder(
    double DurationSeconds, int Width, int Height, IReadOnlyList<double> Breaks, string Playlist, string? Poster)
{
    public const string Master = "master.m3u8";
    public const string PosterName = "poster.jpg";
    public const string Source = "source";
    public const string Low = "low";

    /// <summary>What lies in a folder, or null unless a recording has ended there.</summary>
    public static RecordedFolder? Read(string folder)
    {
        var source = Path.Combine(folder, Source);
        if (RecordedPlaylist.Read(source) is not { Ended: true, Entries.Count: > 0 } playlist) return null;
        var breaks = new List<double>();
        var seconds = 0.0;
        foreach (var entry in playlist.Entries)
        {
            if (entry.Break) breaks.Add(Math.Round(seconds, 3));
            seconds += entry.Seconds;
        }

        var largest = playlist.Entries.Select(entry => entry.Map).Distinct(StringComparer.Ordinal)
            .Select(name => Mp4InitParser.Parse(File.ReadAllBytes(Path.Combine(source, name))).Video)
            .MaxBy(video => video.Width * video.Height)!;
        return new RecordedFolder(
            Math.Round(seconds, 3), largest.Width, largest.Height, breaks, Master, File.Exists(Path.Combine(folder, PosterName)) ? PosterName : null);
    }
}
