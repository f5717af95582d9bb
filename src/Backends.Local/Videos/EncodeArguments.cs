using System.Globalization;

namespace ContentPages.Backends.Local.Videos;

/// <summary>The arguments of the one run that makes all renditions. Pure; every name in them is ours.</summary>
internal static class EncodeArguments
{
    public const string Master = "master.m3u8";
    private const int TopAudioKilobits = 192;
    private const int LowAudioKilobits = 128;
    private const int LowRung = 360;

    public static IReadOnlyList<string> Of(LadderPlan plan, string sourcePath, MediaProbe probe, TranscoderOptions options)
    {
        var maximum = TimeSpan.FromHours(options.MaximumHours).TotalSeconds;
        return
        [
            "-hide_banner", "-nostdin", "-nostats", "-v", "level+warning", "-stats_period", "0.25", "-progress", "pipe:1", "-y",
            .. SourceArguments.Of(sourcePath, probe.Container, options),
            "-filter_complex", FilterGraph.Of(plan),
            .. plan.Video is null ? [] : VideoArguments(plan.Video, options.SegmentSeconds),
            .. plan.Audio is null ? [] : AudioArguments(plan),
            "-map_metadata", "-1", "-map_chapters", "-1",
            "-t", Text(maximum + 1),
            .. HlsArguments(plan, options.SegmentSeconds),
        ];
    }

    private static IEnumerable<string> VideoArguments(VideoPlan video, int seconds)
    {
        foreach (var index in Enumerable.Range(0, video.Rungs.Count))
        {
            yield return "-map";
            yield return $"[v{index}]";
        }

        // The frame rate is made constant by the graph, so nothing further may repeat or drop frames. The distance of key frames
        // is set by time; -g only has to be too far to interfere, and scene cuts must not add any, or rungs would differ.
        string[] common =
        [
            "-c:v", "libx264", "-preset", "veryfast", "-profile:v", "high", "-crf", "23", "-fps_mode", "passthrough", "-sc_threshold", "0",
            "-g", Text(Math.Ceiling(video.Rate.Value * seconds) * 2), "-force_key_frames", $"expr:gte(t,n_forced*{seconds})",
        ];
        foreach (var argument in common) yield return argument;

        foreach (var (index, rung) in video.Rungs.Index())
        {
            yield return $"-maxrate:v:{index}";
            yield return $"{rung.Kilobits}k";
            yield return $"-bufsize:v:{index}";
            yield return $"{rung.Kilobits * 2}k";
        }
    }

    private static IEnumerable<string> AudioArguments(LadderPlan plan)
    {
        var count = plan.Folders.Count;
        foreach (var index in Enumerable.Range(0, count))
        {
            yield return "-map";
            yield return $"[a{index}]";
        }

        yield return "-c:a";
        yield return "aac";
        foreach (var index in Enumerable.Range(0, count))
        {
            var low = plan.Video is { } video && Math.Min(video.Rungs[index].Width, video.Rungs[index].Height) <= LowRung && count > 1;
            yield return $"-b:a:{index}";
            yield return $"{(low ? LowAudioKilobits : TopAudioKilobits)}k";
        }
    }

    private static string[] HlsArguments(LadderPlan plan, int seconds) =>
    [
        "-f", "hls", "-hls_time", Text(seconds), "-hls_playlist_type", "event", "-hls_list_size", "0", "-start_number", "1",
        "-hls_segment_type", "fmp4", "-hls_flags", "independent_segments+temp_file", "-hls_fmp4_init_filename", "init.mp4",
        "-hls_segment_filename", "%v/%05d.m4s", "-master_pl_name", Master,
        "-var_stream_map", string.Join(' ', plan.Folders.Select((folder, index) => Variant(plan, folder, index))),
        "%v/index.m3u8",
    ];

    private static string Variant(LadderPlan plan, string folder, int index) =>
        string.Join(',', new[] { plan.Video is null ? null : $"v:{index}", plan.Audio is null ? null : $"a:{index}", $"name:{folder}" }.OfType<string>());

    private static string Text(double number) => number.ToString(CultureInfo.InvariantCulture);
}
