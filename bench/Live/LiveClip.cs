using System.Globalization;
using ContentPages.Bench.Films;
using ContentPages.Bench.Measuring;

namespace ContentPages.Bench.Live;

/// <summary>What an encoder sends: 1080p at 30 frames a second, 5 Mbit/s, a keyframe every two seconds, and a tone. Made once, sent as it is.</summary>
internal static class LiveClip
{
    public static Task<string> Of(bool smoke, CancellationToken cancel) => Of(smoke ? 20 : 120, 1920, 1080, 5000, cancel);

    public static Task<string> Of(int seconds, int width, int height, int kilobits, CancellationToken cancel) => Clip.Made(
        string.Create(CultureInfo.InvariantCulture, $"live-{seconds}s-{height}p-{kilobits}k.flv"),
        path => Tool.Run(
            "ffmpeg",
            [
                "-nostdin", "-v", "error", "-y",
                "-f", "lavfi", "-i", string.Create(CultureInfo.InvariantCulture, $"testsrc2=size={width}x{height}:rate=30,noise=alls=6:allf=t"),
                "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000", "-t", seconds.ToString(CultureInfo.InvariantCulture),
                "-c:v", "libx264", "-preset", "superfast", "-pix_fmt", "yuv420p", "-b:v", $"{kilobits}k", "-minrate", $"{kilobits}k",
                "-maxrate", $"{kilobits}k", "-bufsize", $"{kilobits}k", "-x264-params", "nal-hrd=cbr", "-g", "60", "-keyint_min", "60",
                "-sc_threshold", "0", "-c:a", "aac", "-b:a", "160k", "-f", "flv", path,
            ],
            cancel));
}
