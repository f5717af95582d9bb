using System.Text.Json;
using ContentPages.Processors.Events;
using ContentPages.Streams;

namespace ContentPages.Processors.Streams;

/// <summary>The <c>detail</c> of a <c>Recording End</c>.</summary>
internal static class Recording
{
    /// <summary>Where IVS writes it, below the prefix of each recording.</summary>
    private const string PlaylistOfIvs = "media/hls/master.m3u8";

    /// <summary>Overflow policy: a recording with more breaks keeps the first.</summary>
    private const int MaxBreaks = 1_000;

    /// <returns>Null when it does not say where the recording is.</returns>
    public static RecordedMedia? TryRead(JsonElement detail)
    {
        if (detail.Text("recording_s3_key_prefix")?.Trim('/') is not { Length: > 0 } prefix) return null;
        // What the local ingest adds: names of its own, and what IVS leaves to be found out.
        var (playlist, poster) = (detail.Text("recording_playlist") ?? PlaylistOfIvs, detail.Text("recording_poster"));
        if (!IsBelow(prefix) || !IsBelow(playlist) || (poster is not null && !IsBelow(poster))) return null;
        double[] breaks = [.. Breaks(detail).Where(static at => at >= 0).Take(MaxBreaks)];
        return new(
            prefix + "/", playlist, poster,
            Math.Max(0, detail.Number("recording_duration_ms") ?? 0) / 1000,
            Pixels(detail, "recording_width"),
            Pixels(detail, "recording_height"),
            breaks.Length > 0 ? breaks : null);
    }

    private static bool IsBelow(string path) => path.Length > 0 && path.Split('/').All(static part => part is not ("" or "." or ".."));

    private static int Pixels(JsonElement detail, string name) => detail.Count(name) is { } pixels and <= ushort.MaxValue ? (int)pixels : 0;

    private static IEnumerable<double> Breaks(JsonElement detail) => detail.Items("recording_breaks").Select(AsSeconds).OfType<double>();

    private static double? AsSeconds(JsonElement value) =>
        value.ValueKind is JsonValueKind.Number && value.TryGetDouble(out var seconds) && double.IsFinite(seconds) ? seconds : null;
}
