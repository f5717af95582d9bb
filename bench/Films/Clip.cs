using System.Globalization;
using ContentPages.Bench.Measuring;

namespace ContentPages.Bench.Films;

/// <summary>Films to measure with: 1080p at 30 frames a second, moving, with grain so that no encoder gets it for nothing, and a tone.</summary>
internal static class Clip
{
    /// <summary>Makes it unless a run before did.</summary>
    public static Task<string> Of(int seconds, CancellationToken cancel) => Made($"clip-{seconds}s.mp4", path =>
    {
        var length = seconds.ToString(CultureInfo.InvariantCulture);
        return Tool.Run(
            "ffmpeg",
            [
                "-nostdin", "-v", "error", "-y", "-f", "lavfi", "-i", "testsrc2=size=1920x1080:rate=30,noise=alls=6:allf=t",
                "-f", "lavfi", "-i", "sine=frequency=440:sample_rate=48000", "-t", length,
                "-c:v", "libx264", "-preset", "ultrafast", "-pix_fmt", "yuv420p", "-b:v", "8M", "-maxrate", "8M", "-bufsize", "16M", "-g", "60",
                "-c:a", "aac", "-b:a", "160k", "-f", "mp4", path,
            ],
            cancel);
    });

    /// <summary>The film so many times on end, copied.</summary>
    public static async Task<string> Repeated(int seconds, int times, CancellationToken cancel)
    {
        var once = await Of(seconds, cancel);
        return await Made($"clip-{seconds}s-x{times}.mp4", path => Tool.Run(
            "ffmpeg",
            [
                "-nostdin", "-v", "error", "-y", "-stream_loop", (times - 1).ToString(CultureInfo.InvariantCulture), "-i", once,
                "-c", "copy", "-f", "mp4", path,
            ],
            cancel));
    }

    public static async Task<string> Made(string name, Func<string, Task> make)
    {
        var path = Path.Combine(Places.Clips, name);
        if (File.Exists(path)) return path;
        await make(path + ".part");
        File.Move(path + ".part", path);
        return path;
    }
}
