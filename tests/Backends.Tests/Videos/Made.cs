using System.Globalization;
using System.Text.Json;
using ContentPages.Grains.Videos;

namespace ContentPages.Backends.Tests.Videos;

/// <summary>What ffprobe sees in a finished rendition, after all of it was decoded without an error.</summary>
internal sealed record Made(
    int Width, int Height, string PixelFormat, string Aspect, double Rate, int Frames,
    double VideoStart, double VideoSeconds, double AudioStart, double AudioSeconds, int Channels)
{
    public static async Task<Made> Look(TranscoderHarness at, TranscodeRequest request, string folder)
    {
        var path = at.Output(request, folder);
        await Clips.Quiet(Clips.Ffmpeg, path, "-nostdin", "-v", "error", "-xerror", "-i", "index.m3u8", "-f", "null", "-");
        var json = JsonDocument.Parse(await Clips.Quiet(
            "ffprobe", path, "-v", "error", "-print_format", "json", "-show_streams", "-show_entries", "packet=stream_index,pts_time,duration_time", "index.m3u8")).RootElement;
        var streams = json.GetProperty("streams").EnumerateArray().ToList();
        var video = streams.FirstOrDefault(Is("video"));
        var audio = streams.FirstOrDefault(Is("audio"));
        var (videoStart, videoEnd, frames) = Span(json, video);
        var (audioStart, audioEnd, _) = Span(json, audio);
        return new Made(
            Number(video, "width"), Number(video, "height"), Text(video, "pix_fmt"), Text(video, "sample_aspect_ratio"), Ratio(Text(video, "avg_frame_rate")), frames,
            videoStart, videoEnd - videoStart, audioStart, audioEnd - audioStart, Number(audio, "channels"));
    }

    public static async Task<(int Width, int Height)> Picture(string path)
    {
        var sides = (await Clips.Quiet("ffprobe", "/", "-v", "error", "-show_entries", "stream=width,height", "-of", "csv=p=0", path)).Trim().Split(',');
        return (int.Parse(sides[0], CultureInfo.InvariantCulture), int.Parse(sides[1], CultureInfo.InvariantCulture));
    }

    private static (double Start, double End, int Count) Span(JsonElement json, JsonElement stream)
    {
        if (stream.ValueKind is JsonValueKind.Undefined) return default;
        var index = stream.GetProperty("index").GetInt32();
        var packets = json.GetProperty("packets").EnumerateArray().Where(packet => packet.GetProperty("stream_index").GetInt32() == index).ToList();
        return (packets.Min(packet => Seconds(packet, "pts_time")), packets.Max(packet => Seconds(packet, "pts_time") + Seconds(packet, "duration_time")), packets.Count);
    }

    private static Func<JsonElement, bool> Is(string kind) => stream => stream.GetProperty("codec_type").GetString() == kind;

    private static double Seconds(JsonElement packet, string name) =>
        packet.TryGetProperty(name, out var value) ? double.Parse(value.GetString()!, CultureInfo.InvariantCulture) : 0;

    private static int Number(JsonElement stream, string name) =>
        stream.ValueKind is JsonValueKind.Object && stream.TryGetProperty(name, out var value) ? value.GetInt32() : 0;

    private static string Text(JsonElement stream, string name) =>
        stream.ValueKind is JsonValueKind.Object && stream.TryGetProperty(name, out var value) ? value.GetString()! : "";

    private static double Ratio(string text) => text.Split('/') is [var a, var b] && double.Parse(b, CultureInfo.InvariantCulture) is > 0 and var below
        ? double.Parse(a, CultureInfo.InvariantCulture) / below
        : 0;
}
