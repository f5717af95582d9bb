using System.Globalization;

namespace ContentPages.Backends.Local.Videos;

/// <summary>The filter graph of a job: one decode, one chain to square 8-bit frames at a constant rate, then one scaler per rung.</summary>
internal static class FilterGraph
{
    private const int MostChannels = 8;

    public static string Of(LadderPlan plan)
    {
        var chains = new List<string>();
        if (plan.Video is not null) chains.AddRange(Video(plan.Video));
        if (plan.Audio is not null) chains.Add(Audio(plan.Audio, plan.Folders.Count));
        return string.Join(';', chains);
    }

    /// <summary>From frames as decoded to square pixels, 8 bit, BT.709 where we choose.</summary>
    public static string ToSquare8Bit(int width, int height, ToneMapping toneMapping, bool fromRgb)
    {
        var scale = $"scale={width}:{height}:flags=bicubic";
        return toneMapping switch
        {
            ToneMapping.PerceptualQuantizer => $"{scale},format=yuv420p10le,{ToneMap("smpte2084")}",
            ToneMapping.HybridLogGamma => $"{scale},format=yuv420p10le,{ToneMap("arib-std-b67")}",
            _ when fromRgb => $"{scale}:out_color_matrix=bt709:out_range=tv,setsar=1,format=yuv420p,"
                + "setparams=colorspace=bt709:color_primaries=bt709:color_trc=bt709",
            _ => $"{scale}:out_range=tv,setsar=1,format=yuv420p",
        };
    }

    private static IEnumerable<string> Video(VideoPlan video)
    {
        var top = video.Rungs[0];
        var filters = new List<string>();
        if (video.Deinterlace) filters.Add("yadif=deint=interlaced");
        // The first frame is repeated from zero on where the picture starts after the sound.
        filters.Add($"fps={video.Rate}:start_time=0");
        filters.Add(ToSquare8Bit(top.Width, top.Height, video.ToneMapping, video.FromRgb));
        if (video.HoldLastFrame > 0) filters.Add($"tpad=stop_mode=clone:stop_duration={Text(video.HoldLastFrame)}");

        // Each rung is scaled from the one above it: fewer pixels to read than from the top.
        var chain = $"[0:{video.Track}]{string.Join(',', filters)}";
        for (var i = 0; i < video.Rungs.Count - 1; i++)
        {
            yield return $"{chain},split=2[v{i}][d{i}]";
            chain = $"[d{i}]scale={video.Rungs[i + 1].Width}:{video.Rungs[i + 1].Height}:flags=bicubic";
        }

        yield return $"{chain}[v{video.Rungs.Count - 1}]";
    }

    private static string Audio(AudioPlan audio, int count)
    {
        // Layouts that nobody knows cannot be mixed down; their first two channels are kept.
        var down = audio.Channels > MostChannels ? "pan=stereo|c0=c0|c1=c1," : "";
        var pad = audio.PadTo is { } seconds ? $",apad=whole_dur={Text(seconds)}" : "";
        var outputs = string.Concat(Enumerable.Range(0, count).Select(index => $"[a{index}]"));
        // Silence fills what is missing at the start and in the middle, so that sound and picture stay together.
        return $"[0:{audio.Track}]{down}aresample={audio.SampleRate}:async=1:first_pts=0,"
            + $"aformat=sample_fmts=fltp:channel_layouts=stereo{pad},asplit={count}{outputs}";
    }

    private static string ToneMap(string transfer) =>
        $"zscale=tin={transfer}:min=2020_ncl:pin=2020:rin=tv:t=linear:npl=100,format=gbrpf32le,zscale=p=709,"
        + "tonemap=hable:desat=0,zscale=t=709:m=709:r=tv,setsar=1,format=yuv420p";

    private static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);
}
