using System.Globalization;

namespace ContentPages.Backends.Local.Streams.Playback;

internal enum PlaybackKind
{
    Unknown,
    Master,
    Poster,
    Playlist,
    Init,
    Segment,
    Part,
}

/// <summary>What the end of an address asks for.</summary>
internal readonly record struct PlaybackName(PlaybackKind Kind, bool Low = false, long Number = 0, int Part = 0)
{
    private const string Source = "source/";
    private const string LowFolder = "low/";
    private const string Segment = ".m4s";

    public static PlaybackName Parse(ReadOnlySpan<char> name)
    {
        if (name is "master.m3u8") return new PlaybackName(PlaybackKind.Master);
        if (name is "poster.jpg") return new PlaybackName(PlaybackKind.Poster);
        var low = name.StartsWith(LowFolder);
        if (low) name = name[LowFolder.Length..];
        else if (name.StartsWith(Source)) name = name[Source.Length..];
        else return default;

        if (name is "index.m3u8") return new PlaybackName(PlaybackKind.Playlist, low);
        if (name.StartsWith("init-") && name.EndsWith(".mp4")) return new PlaybackName(Digits(name[5..^4]) < 0 ? default : PlaybackKind.Init, low, Digits(name[5..^4]));
        if (!name.EndsWith(Segment)) return default;
        name = name[..^Segment.Length];
        var dot = name.IndexOf('.');
        if (dot < 0) return Digits(name) is >= 0 and var whole ? new PlaybackName(PlaybackKind.Segment, low, whole) : default;
        return Digits(name[..dot]) is >= 0 and var number && Digits(name[(dot + 1)..]) is >= 0 and <= int.MaxValue and var part
            ? new PlaybackName(PlaybackKind.Part, low, number, (int)part)
            : default;
    }

    /// <returns>-1 for what is no number, or not as we write it.</returns>
    public static long Digits(ReadOnlySpan<char> text) =>
        text.Length is > 0 and < 16 && (text[0] != '0' || text.Length == 1) && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : -1;
}
