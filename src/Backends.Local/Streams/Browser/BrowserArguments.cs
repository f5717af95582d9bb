using ContentPages.Backends.Local.Streams.Channels;
using ContentPages.Backends.Local.Streams.Packaging;

namespace ContentPages.Backends.Local.Streams.Browser;

/// <summary>How ffmpeg reads what a browser records: from its standard input, with a demuxer that we name, and no other protocol.</summary>
internal static class BrowserArguments
{
    // The larger side has at most 1920 pixels, the smaller 1080. What is smaller stays as it is.
    private const string Scale =
        "scale=w='if(gte(iw,ih),min(iw,1920),min(iw,1080))':h='if(gte(iw,ih),min(ih,1080),min(ih,1920))'"
        + ":force_original_aspect_ratio=decrease:force_divisible_by=2";

    /// <param name="copy">Whether the picture is passed on as it is.</param>
    public static IReadOnlyList<string> Of(BrowserMedia media, bool copy) =>
    [
        .. FfmpegReport.Arguments.Where(argument => argument != "-nostdin"), "-copyts", "-protocol_whitelist", "pipe", "-fpsprobesize", "0",
        "-analyzeduration", "1500000", "-f", media.Demuxer, "-i", "pipe:0", "-map", "0:v:0", "-map", "0:a:0?",
        .. copy ? ["-c:v", "copy"] : Encoded,
        // Recorders leave holes where a microphone was muted.
        "-c:a", "aac", "-b:a", "160k", "-ar", "48000", "-ac", "2", "-af", "aresample=async=1000",
        "-max_interleave_delta", "1000000", .. FragmentArguments.Output, "pipe:1",
    ];

    private static string[] Encoded =>
    [
        "-vf", Scale, "-c:v", "libx264", "-preset", "veryfast", "-tune", "zerolatency", "-pix_fmt", "yuv420p", "-profile:v", "high",
        "-crf", "23", "-maxrate", "6M", "-bufsize", "6M", "-g", "600", "-force_key_frames", "expr:gte(t,n_forced*2)", "-fps_mode", "vfr", "-threads", "2",
    ];
}
