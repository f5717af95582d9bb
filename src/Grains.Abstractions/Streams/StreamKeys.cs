using System.Diagnostics.CodeAnalysis;

namespace ContentPages.Streams;

/// <summary>Where a stream's own objects are in the object store. Recordings belong to their videos.</summary>
public static class StreamKeys
{
    private const string Streams = "streams/";

    /// <summary>Everything of the stream.</summary>
    public static string Prefix(string streamId) => $"{Streams}{streamId}/";

    /// <summary>What the encoder sends without a session; never public.</summary>
    public static string Preview(string streamId) => $"{Streams}{streamId}/preview/";

    /// <summary>Each upload of a cover has a folder of its own, so that caches never show an old one and one can be removed alone.</summary>
    /// <param name="name">For instance <c>0197…/cover.jpg</c>.</param>
    public static string Cover(string streamId, string name) => $"{Streams}{streamId}/cover/{name}";

    /// <summary>The prefix of the folder that a key is in.</summary>
    public static string FolderOf(string key) => key[..(key.LastIndexOf('/') + 1)];

    /// <summary>The stream that an object belongs to.</summary>
    public static bool TryParse(string key, [NotNullWhen(true)] out string? streamId)
    {
        var end = key.StartsWith(Streams, StringComparison.Ordinal) ? key.IndexOf('/', Streams.Length) : -1;
        streamId = end < 0 ? null : key[Streams.Length..end];
        return EntityId.IsValid(streamId);
    }

    /// <summary>The stream whose cover this key is.</summary>
    public static bool TryParseCover(string key, [NotNullWhen(true)] out string? streamId) =>
        TryParse(key, out streamId) && key.AsSpan(Prefix(streamId).Length).StartsWith("cover/", StringComparison.Ordinal);
}
