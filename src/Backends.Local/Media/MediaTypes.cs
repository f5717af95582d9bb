namespace ContentPages.Backends.Local.Media;

/// <summary>Content types of what players fetch. Nothing else is served: not a job's record, nor what no transcoder makes.</summary>
internal static class MediaTypes
{
    public static string? Of(string key) => Path.GetExtension(key) switch
    {
        ".m3u8" => "application/vnd.apple.mpegurl",
        ".m4s" => "video/iso.segment",
        ".mp4" => "video/mp4",
        ".m4a" => "audio/mp4",
        ".ts" => "video/mp2t",
        ".vtt" => "text/vtt; charset=utf-8",
        ".jpg" => "image/jpeg",
        ".png" => "image/png",
        ".webp" => "image/webp",
        _ => null,
    };

    /// <summary>Whether its object is rewritten while a film is being transcoded or is live.</summary>
    public static bool Grows(string key) => key.EndsWith(".m3u8", StringComparison.Ordinal);
}
