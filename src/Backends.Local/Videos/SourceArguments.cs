using System.Globalization;

namespace ContentPages.Backends.Local.Videos;

/// <summary>How ffmpeg and ffprobe are let at uploaded bytes: as one local file, through real containers only.</summary>
internal static class SourceArguments
{
    // Containers of films and recordings. Nothing that names further files (hls, dash, concat, imf, sdp), no pictures, no text.
    public const string Containers =
        "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,avi,mpegts,mpeg,flv,ogg,asf,mxf,m4v,ivf,wav,w64,aiff,caf,mp3,aac,flac,ac3,eac3,amr,wv,tta,ape,au,dv";

    private const string Files = "file,pipe";

    public static IEnumerable<string> Guards(TranscoderOptions options) =>
    [
        "-protocol_whitelist", Files, "-format_whitelist", Containers,
        "-max_pixels", options.MaximumPixels.ToString(CultureInfo.InvariantCulture),
    ];

    /// <param name="seek">Options before the input, for a still.</param>
    public static IEnumerable<string> Of(string path, string container, TranscoderOptions options, params string[] seek) =>
    [
        .. Guards(options),
        // QuickTime may refer to other files for its samples.
        .. container.StartsWith("mov", StringComparison.Ordinal) ? ["-enable_drefs", "0", "-use_absolute_path", "0"] : Array.Empty<string>(),
        // A size that changes midway must reach the scaler, not start the whole graph and its clock anew.
        "-reinit_filter", "0",
        .. seek,
        "-i", "file:" + path,
    ];
}
