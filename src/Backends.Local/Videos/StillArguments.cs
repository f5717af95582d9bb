using System.Globalization;

namespace ContentPages.Backends.Local.Videos;

/// <summary>The arguments of the runs that make the poster.</summary>
internal static class StillArguments
{
    public const string Poster = "poster.jpg";
    public const int Lines = 720;

    // A tenth into the film but at most half a minute: past titles and fades, and near enough for any container to find.
    private const double Share = 0.1;
    private const double Furthest = 30;
    private const double WorthSeeking = 2;

    // A recording of ten minutes draws a picture as good as one of ten hours.
    private const string LongestHeard = "600";

    /// <summary>A frame of the film, by one seek and the decoding of one key frame.</summary>
    public static IReadOnlyList<string> OfFilm(string path, MediaProbe probe, LadderPlan plan, TranscoderOptions options)
    {
        var at = probe.Duration is { } length && length > WorthSeeking ? Math.Min(length * Share, Furthest) : 0;
        string[] seek = at > 0 ? ["-noaccurate_seek", "-skip_frame", "nokey", "-ss", at.ToString("0.###", CultureInfo.InvariantCulture)] : [];
        return FrameOf(path, probe, plan, options, seek);
    }

    /// <summary>The film's first frame, where seeking found none.</summary>
    public static IReadOnlyList<string> OfFirstFrame(string path, MediaProbe probe, LadderPlan plan, TranscoderOptions options) =>
        FrameOf(path, probe, plan, options, []);

    /// <summary>The attached picture.</summary>
    public static IReadOnlyList<string> OfCover(string path, MediaProbe probe, int cover, TranscoderOptions options)
    {
        var (width, height) = RungPlan.Still(probe.Covers.First(track => track.Index == cover), Lines);
        return
        [
            .. Common, .. SourceArguments.Of(path, probe.Container, options), "-map", $"0:{cover}", "-vf",
            $"{FilterGraph.ToSquare8Bit(width, height, ToneMapping.None, fromRgb: false)},format=yuvj420p", .. Output,
        ];
    }

    /// <summary>The sound's wave, where there is no picture at all.</summary>
    public static IReadOnlyList<string> OfSound(string path, MediaProbe probe, AudioPlan audio, TranscoderOptions options) =>
    [
        .. Common, .. SourceArguments.Of(path, probe.Container, options, "-t", LongestHeard), "-filter_complex",
        $"[0:{audio.Track}]aformat=channel_layouts=mono,showwavespic=s=1280x720:colors=0x8b5cf6:scale=sqrt[wave];"
        + "color=c=0x14121f:s=1280x720:r=1[ground];[ground][wave]overlay=shortest=1,format=yuvj420p[poster]",
        "-map", "[poster]", .. Output,
    ];

    private static string[] FrameOf(string path, MediaProbe probe, LadderPlan plan, TranscoderOptions options, string[] seek)
    {
        var video = plan.Video!;
        var (width, height) = RungPlan.Still(probe.Videos.First(track => track.Index == video.Track), Lines);
        return
        [
            .. Common, .. SourceArguments.Of(path, probe.Container, options, seek), "-map", $"0:{video.Track}", "-vf",
            $"{FilterGraph.ToSquare8Bit(width, height, video.ToneMapping, video.FromRgb)},format=yuvj420p", .. Output,
        ];
    }

    private static string[] Common => ["-hide_banner", "-nostdin", "-nostats", "-v", "level+warning", "-y"];

    private static string[] Output => ["-frames:v", "1", "-q:v", "4", "-map_metadata", "-1", "-f", "image2", "-update", "1", Poster];
}
