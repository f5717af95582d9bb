namespace ContentPages.Backends.Local.Streams.Browser;

/// <summary>What MediaRecorder says that it makes.</summary>
/// <param name="Demuxer">ffmpeg's name of the container.</param>
/// <param name="IsH264">Whether the picture can be passed on as it is.</param>
internal sealed record BrowserMedia(string Demuxer, bool IsH264)
{
    private const string Matroska = "matroska";
    private const string Mp4 = "mov";

    /// <summary>Reads a type such as <c>video/webm;codecs=h264,opus</c>; null for a container that we do not take.</summary>
    public static BrowserMedia? OfType(string? mimeType)
    {
        if (mimeType is null || mimeType.Length > 200) return null;
        var end = mimeType.IndexOf(';', StringComparison.Ordinal);
        var container = (end < 0 ? mimeType : mimeType[..end]).Trim().ToLowerInvariant();
        var codecs = end < 0 ? "" : mimeType[end..].ToLowerInvariant();
        var h264 = codecs.Contains("h264", StringComparison.Ordinal) || codecs.Contains("avc1", StringComparison.Ordinal) || codecs.Contains("avc3", StringComparison.Ordinal);
        return container switch
        {
            "video/webm" or "video/x-matroska" => new BrowserMedia(Matroska, h264),
            "video/mp4" => new BrowserMedia(Mp4, h264),
            _ => null,
        };
    }

    /// <summary>Recognizes a container by its first bytes; the codec is then taken for one that must be made anew.</summary>
    public static BrowserMedia? OfBytes(ReadOnlySpan<byte> head) =>
        head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]) ? new BrowserMedia(Matroska, false)
        : head.Length >= 8 && head[4..8].SequenceEqual("ftyp"u8) ? new BrowserMedia(Mp4, false)
        : null;
}
