using ContentPages.Backends.Local.Streams.Channels;
using ContentPages.Backends.Local.Streams.Packaging;

namespace ContentPages.Backends.Local.Streams.Rtmp;

/// <summary>How ffmpeg reads a connection from nginx.</summary>
internal static class PullArguments
{
    /// <summary>
    /// The first packet is a keyframe (nginx sees to that), so that a look of 1.5 s is enough, and is shorter as soon as sound and picture are there. The
    /// frame rate need not be guessed. When sound is missing the picture waits for it for a second.
    /// </summary>
    private static readonly string[] s_input =
        ["-copyts", "-protocol_whitelist", "rtmp,tcp", "-fpsprobesize", "0", "-analyzeduration", "1500000", "-f", "live_flv", "-i"];

    public static IReadOnlyList<string> Source(string url, bool transcodesAudio) =>
    [
        .. FfmpegReport.Arguments, .. s_input, url, "-map", "0:v:0", "-map", "0:a:0?", "-c:v", "copy", .. Audio(transcodesAudio),
        .. Output,
    ];

    /// <summary>360 lines, or 360 columns of a portrait picture; keyframes where the source has them, so that segments are cut alike.</summary>
    public static IReadOnlyList<string> Low(string url, bool transcodesAudio) =>
    [
        .. FfmpegReport.Arguments, .. s_input, url, "-map", "0:v:0", "-map", "0:a:0?",
        "-vf", "scale=w='if(gte(iw,ih),-2,360)':h='if(gte(iw,ih),360,-2)':flags=bilinear", "-fps_mode", "passthrough",
        "-c:v", "libx264", "-preset", "veryfast", "-tune", "zerolatency", "-pix_fmt", "yuv420p", "-profile:v", "main",
        "-b:v", "700k", "-maxrate", "800k", "-bufsize", "800k", "-force_key_frames", "source", "-g", "600", "-sc_threshold", "0", "-threads", "2",
        .. Audio(transcodesAudio), .. Output,
    ];

    private static IReadOnlyList<string> Output => ["-max_interleave_delta", "1000000", .. FragmentArguments.Output, "pipe:1"];

    private static string[] Audio(bool transcodes) => transcodes ? ["-c:a", "aac", "-b:a", "160k", "-ar", "48000", "-ac", "2"] : ["-c:a", "copy"];
}
