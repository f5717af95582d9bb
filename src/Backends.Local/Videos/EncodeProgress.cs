using System.Globalization;

namespace ContentPages.Backends.Local.Videos;

/// <summary>How far ffmpeg has come.</summary>
/// <param name="Seconds">Length of what is written, 0 while nothing is.</param>
/// <param name="Ended">Whether this is its last word.</param>
internal readonly record struct EncodeProgress(long Frames, double Seconds, bool Ended);

/// <summary>Reads the lines of <c>-progress</c>: <c>key=value</c>, a block ends with <c>progress=</c>.</summary>
internal sealed class ProgressParser
{
    private long _frames;
    private double _seconds;

    /// <summary>Takes a line; answers what a block said once it is complete. Never goes back.</summary>
    public EncodeProgress? Accept(string line)
    {
        var at = line.IndexOf('=', StringComparison.Ordinal);
        if (at < 0) return null;
        var value = line.AsSpan(at + 1).Trim();
        switch (line[..at])
        {
            case "frame" when long.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var frames):
                _frames = Math.Max(_frames, frames);
                return null;
            case "out_time_us" when long.TryParse(value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var microseconds):
                _seconds = Math.Max(_seconds, microseconds / 1e6);
                return null;
            case "progress":
                return new EncodeProgress(_frames, _seconds, value is "end");
            default:
                return null;
        }
    }
}
