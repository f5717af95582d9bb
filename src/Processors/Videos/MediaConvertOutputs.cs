using System.Text.Json;
using ContentPages.Processors.Events;
using ContentPages.Videos;

namespace ContentPages.Processors.Videos;

/// <summary>Reads what a COMPLETE event says was made: one HLS group, and files beside it.</summary>
internal static class MediaConvertOutputs
{
    public static VideoMedia? Read(JsonElement detail)
    {
        if (HlsGroup(detail) is not { } hls || hls.Items("playlistFilePaths").Select(KeyOf).FirstOrDefault(k => k is not null) is not { } playlist) return null;
        var prefix = playlist[..(playlist.LastIndexOf('/') + 1)];
        var renditions = hls.Items("outputDetails").ToList();
        var largest = renditions.Select(r => r.Object("videoDetails")).MaxBy(v => v?.Number("heightInPx") ?? 0);
        var files = detail.Items("outputGroupDetails").Where(g => g.Text("type") is "FILE_GROUP").SelectMany(g => g.Items("outputDetails"))
            .SelectMany(o => o.Items("outputFilePaths")).Select(KeyOf).OfType<string>()
            .Where(k => k.StartsWith(prefix, StringComparison.Ordinal)).Select(k => k[prefix.Length..]).ToList();
        return new(
            prefix,
            playlist[prefix.Length..],
            files.Find(f => f.EndsWith(".jpg", StringComparison.Ordinal) && f.StartsWith("poster", StringComparison.Ordinal)),
            files.Find(f => f.EndsWith(".vtt", StringComparison.Ordinal)),
            renditions.Max(r => r.Number("durationInMs")) / 1000 ?? 0,
            (int)(largest?.Number("widthInPx") ?? 0),
            (int)(largest?.Number("heightInPx") ?? 0));
    }

    private static JsonElement? HlsGroup(JsonElement detail)
    {
        foreach (var group in detail.Items("outputGroupDetails"))
            if (group.Text("type") is "HLS_GROUP") return group;
        return null;
    }

    /// <summary><c>s3://bucket/key</c> to <c>key</c>.</summary>
    private static string? KeyOf(JsonElement path)
    {
        const string scheme = "s3://";
        if (path.AsText() is not { } text || !text.StartsWith(scheme, StringComparison.Ordinal)) return null;
        var slash = text.IndexOf('/', scheme.Length);
        return slash > 0 && slash + 1 < text.Length ? text[(slash + 1)..] : null;
    }
}
