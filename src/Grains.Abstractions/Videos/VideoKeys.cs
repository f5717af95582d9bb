using System.Diagnostics.CodeAnalysis;

namespace ContentPages.Videos;

/// <summary>Where a video's objects are in the object store. No part of a key comes from a user.</summary>
public static class VideoKeys
{
    private const string Sources = "sources/";
    private const string Videos = "videos/";

    /// <summary>Everything the artist has sent for the video.</summary>
    public static string SourcePrefix(string videoId) => $"{Sources}{videoId}/";

    public static string Source(string videoId) => $"{Sources}{videoId}/source";

    /// <summary>Everything that any attempt has made.</summary>
    public static string OutputPrefix(string videoId) => $"{Videos}{videoId}/";

    /// <summary>What one attempt makes; attempts never share objects.</summary>
    public static string AttemptPrefix(string videoId, int attempt) => $"{Videos}{videoId}/{attempt}/";

    /// <summary>Where the local ingest records a session that becomes this video; no attempt has its number.</summary>
    public static string RecordingPrefix(string videoId) => AttemptPrefix(videoId, 0);

    /// <summary>The video whose source this key is.</summary>
    public static bool TryParseSource(string key, [NotNullWhen(true)] out string? videoId)
    {
        const string name = "/source";
        videoId = key.Length > Sources.Length + name.Length
            && key.StartsWith(Sources, StringComparison.Ordinal) && key.EndsWith(name, StringComparison.Ordinal)
            ? key[Sources.Length..^name.Length]
            : null;
        return EntityId.IsValid(videoId);
    }

    /// <summary>The video that an output object belongs to.</summary>
    public static bool TryParseOutput(string key, [NotNullWhen(true)] out string? videoId)
    {
        var end = key.StartsWith(Videos, StringComparison.Ordinal) ? key.IndexOf('/', Videos.Length) : -1;
        videoId = end < 0 ? null : key[Videos.Length..end];
        return EntityId.IsValid(videoId);
    }
}
