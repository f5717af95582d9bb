using System.Diagnostics;

namespace ContentPages.Backends.Tests.Videos;

/// <summary>Tiny films made with ffmpeg, once per run.</summary>
public sealed class Clips : IDisposable
{
    private readonly TempDirectory _folder = new();
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Task<string>> _made = [];

    public static string Ffmpeg => "ffmpeg";

    /// <summary>The path of a film made with these arguments, the last of which names the file.</summary>
    public Task<string> Make(string arguments)
    {
        lock (_lock)
        {
            if (!_made.TryGetValue(arguments, out var made))
                _made[arguments] = made = Run(arguments, Path.Combine(_folder.Path, $"{_made.Count}"));
            return made;
        }
    }

    /// <summary>A picture and a tone: 320x180 at 25 frames a second unless told otherwise.</summary>
    public Task<string> Film(double seconds, string size = "320x180", int rate = 25, string more = "", string name = "film.mp4") => Make(
        FormattableString.Invariant($"-f lavfi -i testsrc2=s={size}:r={rate}:d={seconds} -f lavfi -i sine=440:r=48000:d={seconds} ")
        + $"-c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac {more} {name}");

    public string Write(string name, byte[] content)
    {
        var path = Path.Combine(_folder.Path, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    /// <summary>Standard output of a run that must succeed without a word of complaint.</summary>
    public static async Task<string> Quiet(string program, string folder, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.Equal("", await errors);
        Assert.Equal(0, process.ExitCode);
        return output;
    }

    public void Dispose() => _folder.Dispose();

    private static async Task<string> Run(string arguments, string folder)
    {
        Directory.CreateDirectory(folder);
        await Quiet(Ffmpeg, folder, ["-nostdin", "-v", "error", "-y", .. arguments.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);
        return Path.Combine(folder, arguments.Split(' ')[^1]);
    }
}
