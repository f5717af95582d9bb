using System.Globalization;
using System.Text;

namespace ContentPages.Backends.Local.Videos;

/// <summary>Small pictures along the film, in sprites of at most 10 by 10. Pure.</summary>
/// <param name="Interval">Seconds from picture to picture, a multiple of the key frames' distance.</param>
/// <param name="Width">Pixels of one picture.</param>
internal sealed record StoryboardPlan(int Interval, int Count, int Columns, int Rows, int Width, int Height)
{
    public const string Index = "storyboard.vtt";
    private const int Side = 10;
    private const int PerSprite = Side * Side;
    private const int LongestInterval = 10;
    private const int LongSide = 160;

    public int Sprites => (Count + PerSprite - 1) / PerSprite;

    public string Pattern => Sprites == 1 ? "storyboard.jpg" : "storyboard-%d.jpg";

    public IReadOnlyList<string> SpriteNames => Sprites == 1
        ? [Pattern]
        : [.. Enumerable.Range(1, Sprites).Select(number => string.Create(CultureInfo.InvariantCulture, $"storyboard-{number}.jpg"))];

    public static StoryboardPlan Of(double duration, int width, int height, int keySeconds)
    {
        var wanted = Math.Min(duration / PerSprite, LongestInterval);
        var interval = keySeconds * Math.Max(1, (int)Math.Ceiling(wanted / keySeconds));
        var count = Math.Max(1, (int)Math.Ceiling((duration - 0.05) / interval));
        var scale = (double)LongSide / Math.Max(width, height);
        return new StoryboardPlan(
            interval, count, Math.Min(count, Side), Math.Min((count + Side - 1) / Side, Side), Even(width * scale), Even(height * scale));
    }

    /// <summary>Arguments that read the key frames of a finished rendition: nothing of the source is decoded again.</summary>
    public IReadOnlyList<string> Arguments(string folder) =>
    [
        "-hide_banner", "-nostdin", "-nostats", "-v", "level+warning", "-y", "-protocol_whitelist", "file", "-skip_frame", "nokey",
        "-i", $"file:{folder}/index.m3u8", "-map", "0:v:0", "-fps_mode", "passthrough", "-vf",
        string.Create(CultureInfo.InvariantCulture,
            $"select='isnan(prev_selected_t)+gte(t-prev_selected_t,{Interval}-0.5)',scale={Width}:{Height}:flags=bilinear,tile={Columns}x{Rows},format=yuvj420p"),
        "-q:v", "5", "-f", "image2", "-start_number", "1", .. Sprites == 1 ? ["-update", "1"] : Array.Empty<string>(), Pattern,
    ];

    /// <summary>The WebVTT index: one cue per picture.</summary>
    public string WebVtt(double duration)
    {
        var text = new StringBuilder("WEBVTT\n");
        var names = SpriteNames;
        for (var i = 0; i < Count; i++)
        {
            var tile = i % PerSprite;
            var end = i == Count - 1 ? Math.Max(duration, (i * Interval) + 0.001) : (i + 1) * Interval;
            text.Append(CultureInfo.InvariantCulture, $"\n{Time(i * Interval)} --> {Time(end)}\n")
                .Append(CultureInfo.InvariantCulture, $"{names[i / PerSprite]}#xywh={tile % Columns * Width},{tile / Columns * Height},{Width},{Height}\n");
        }

        return text.ToString();
    }

    private static string Time(double seconds) =>
        string.Create(CultureInfo.InvariantCulture, $"{(int)(seconds / 3600):00}:{TimeSpan.FromSeconds(seconds):mm\\:ss\\.fff}");

    private static int Even(double pixels) => Math.Max(2, (int)Math.Round(pixels / 2) * 2);
}
