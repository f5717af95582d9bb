using System.Globalization;
using System.Text;

namespace ContentPages.Backends.Local.Streams.Packaging.Output;

/// <summary>The lines of media playlists (RFC 8216, second edition).</summary>
internal static class PlaylistText
{
    public const string Break = "#EXT-X-DISCONTINUITY";
    public const string End = "#EXT-X-ENDLIST";
    public const string Map = "#EXT-X-MAP:URI=";
    public const string Length = "#EXTINF:";
    public const string Time = "#EXT-X-PROGRAM-DATE-TIME:";
    public const string Target = "#EXT-X-TARGETDURATION:";

    /// <summary>What stands before a segment's parts.</summary>
    public static StringBuilder SegmentHead(this StringBuilder text, ListedSegment segment, InitFile? before)
    {
        if (segment.Break) text.Append(Break).Append('\n');
        if (segment.Init != before) text.MapOf(segment.Init);
        return text.Append(Time).Append(segment.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture)).Append('\n');
    }

    /// <summary>What stands behind a segment's parts.</summary>
    public static StringBuilder SegmentTail(this StringBuilder text, ListedSegment segment) =>
        text.Append(CultureInfo.InvariantCulture, $"{Length}{segment.Seconds:0.00000},\n{segment.Number}.m4s\n");

    public static StringBuilder MapOf(this StringBuilder text, InitFile init) => text.Append(Map).Append('"').Append(init.Name).Append("\"\n");

    public static StringBuilder PartsOf(this StringBuilder text, MediaSegment segment)
    {
        for (var index = 0; index < segment.Parts.Length; index++)
        {
            var part = segment.Parts[index];
            text.Append(CultureInfo.InvariantCulture, $"#EXT-X-PART:DURATION={part.Seconds:0.00000},URI=\"{segment.Number}.{index}.m4s\"");
            if (part.Independent) text.Append(",INDEPENDENT=YES");
            text.Append('\n');
        }

        return text;
    }

    public static StringBuilder Hint(this StringBuilder text, long segment, int part) =>
        text.Append(CultureInfo.InvariantCulture, $"#EXT-X-PRELOAD-HINT:TYPE=PART,URI=\"{segment}.{part}.m4s\"\n");

    public static StringBuilder Report(this StringBuilder text, string rendition, RenditionView view)
    {
        var (segment, part) = view.Last;
        return text.Append(CultureInfo.InvariantCulture, $"#EXT-X-RENDITION-REPORT:URI=\"../{rendition}/index.m3u8\",LAST-MSN={segment},LAST-PART={part}\n");
    }

    /// <param name="partTarget">Seconds, or null without parts.</param>
    public static StringBuilder Head(this StringBuilder text, int target, double? partTarget, long first, long breaks, bool ended)
    {
        text.Append(CultureInfo.InvariantCulture, $"#EXTM3U\n#EXT-X-VERSION:9\n{Target}{target}\n");
        if (ended) text.Append("#EXT-X-PLAYLIST-TYPE:VOD\n");
        else if (partTarget is { } part)
        {
            text.Append(CultureInfo.InvariantCulture, $"#EXT-X-PART-INF:PART-TARGET={part:0.000}\n");
            text.Append(CultureInfo.InvariantCulture, $"#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,CAN-SKIP-UNTIL={target * SkipTargets}.0,PART-HOLD-BACK={part * 3:0.000}\n");
        }
        else text.Append(CultureInfo.InvariantCulture, $"#EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,CAN-SKIP-UNTIL={target * SkipTargets}.0\n");
        text.Append("#EXT-X-INDEPENDENT-SEGMENTS\n");
        text.Append(CultureInfo.InvariantCulture, $"#EXT-X-MEDIA-SEQUENCE:{first}\n");
        if (breaks > 0) text.Append(CultureInfo.InvariantCulture, $"#EXT-X-DISCONTINUITY-SEQUENCE:{breaks}\n");
        return text;
    }

    /// <summary>Target durations from the end that a delta update holds: the least that is allowed.</summary>
    public const int SkipTargets = 6;

    /// <summary>Target durations from the end in which parts are listed: the least that is allowed.</summary>
    public const int PartTargets = 3;
}
