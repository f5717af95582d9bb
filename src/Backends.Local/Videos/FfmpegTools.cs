using ContentPages.Backends.Local.Children;

namespace ContentPages.Backends.Local.Videos;

/// <summary>Where the programs are.</summary>
internal sealed record FfmpegTools(string? Ffmpeg, string? Ffprobe, ChildWrappers Wrappers)
{
    public static FfmpegTools Find(TranscoderOptions options) =>
        new(Programs.Find(options.Ffmpeg ?? "ffmpeg"), Programs.Find(options.Ffprobe ?? "ffprobe"), ChildWrappers.Find());
}
