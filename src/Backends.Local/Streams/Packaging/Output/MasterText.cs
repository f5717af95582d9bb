using System.Globalization;
using System.Text;

namespace ContentPages.Backends.Local.Streams.Packaging.Output;

/// <summary>The multivariant playlist.</summary>
internal static class MasterText
{
    private const long LeastBitRate = 100_000;

    public static string Of(IEnumerable<RenditionOutput> renditions)
    {
        var text = new StringBuilder("#EXTM3U\n#EXT-X-VERSION:9\n#EXT-X-INDEPENDENT-SEGMENTS\n");
        foreach (var rendition in renditions)
        {
            if (rendition.Init?.Init is not { } init) continue;
            var (peak, average) = rendition.BitRates;
            text.Append(CultureInfo.InvariantCulture, $"#EXT-X-STREAM-INF:BANDWIDTH={Rounded(Math.Max(peak, average))},AVERAGE-BANDWIDTH={Rounded(average)}");
            text.Append(CultureInfo.InvariantCulture, $",RESOLUTION={init.Video.Width}x{init.Video.Height}");
            if (rendition.FrameRate > 0) text.Append(CultureInfo.InvariantCulture, $",FRAME-RATE={rendition.FrameRate:0.000}");
            text.Append(CultureInfo.InvariantCulture, $",CODECS=\"{init.Codecs}\"\n{rendition.Name}/index.m3u8\n");
        }

        return text.ToString();
    }

    private static long Rounded(long bits) => Math.Max(LeastBitRate, (bits + 9_999) / 10_000 * 10_000);
}
