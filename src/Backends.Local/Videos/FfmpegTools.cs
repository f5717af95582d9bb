namespace ContentPages.Backends.Local.Videos;

/// <summary>Where the programs are. The wrappers are optional: without them ffmpeg runs unlimited, and only on systems that lack util-linux.</summary>
internal sealed record FfmpegTools(string? Ffmpeg, string? Ffprobe, string? SetPriv, string? PrLimit, string? Nice)
{
    public static FfmpegTools Find(TranscoderOptions options) => new(
        Executable(options.Ffmpeg ?? "ffmpeg"),
        Executable(options.Ffprobe ?? "ffprobe"),
        Executable("setpriv"),
        Executable("prlimit"),
        Executable("nice"));

    private static string? Executable(string name)
    {
        if (Path.IsPathRooted(name)) return File.Exists(name) ? name : null;
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.Combine(folder, name))
            .FirstOrDefault(File.Exists);
    }
}
