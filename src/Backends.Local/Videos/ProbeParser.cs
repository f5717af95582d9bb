using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ContentPages.Backends.Local.Videos;

/// <summary>Reads ffprobe's JSON.</summary>
internal static class ProbeParser
{
    private static readonly JsonSerializerOptions SnakeCase = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = JsonNumberHandling.AllowReadingFromString,
    };

    /// <exception cref="JsonException">This is not what ffprobe writes.</exception>
    public static MediaProbe Parse(string json)
    {
        var output = JsonSerializer.Deserialize<ProbeOutput>(json, SnakeCase) ?? throw new JsonException("Empty output.");
        var streams = output.Streams ?? [];
        var pictures = streams.Where(stream => stream.CodecType == "video").ToList();
        return new MediaProbe(
            output.Format?.FormatName ?? "",
            output.Format?.ProbeScore ?? 0,
            Seconds(output.Format?.Duration),
            [.. pictures.Where(stream => !stream.Is("attached_pic")).Select(Video)],
            [.. streams.Where(stream => stream.CodecType == "audio").Select(Audio)],
            [.. pictures.Where(stream => stream.Is("attached_pic")).Select(Video)]);
    }

    private static VideoTrack Video(ProbeStream stream)
    {
        var aspect = Rational.Parse(stream.SampleAspectRatio);
        return new VideoTrack(
            stream.Index,
            stream.CodecName ?? "",
            stream.CodecTagString ?? "",
            stream.Width,
            stream.Height,
            aspect.Known ? aspect : Rational.One,
            Rotation(stream),
            Rational.Parse(stream.RFrameRate),
            Rational.Parse(stream.AvgFrameRate),
            stream.PixFmt ?? "",
            stream.FieldOrder ?? "",
            stream.ColorTransfer ?? "",
            stream.ColorSpace ?? "",
            Length(stream),
            stream.Is("default"));
    }

    private static AudioTrack Audio(ProbeStream stream) => new(
        stream.Index,
        stream.CodecName ?? "",
        stream.Channels,
        stream.SampleRate,
        stream.Tags?.GetValueOrDefault("language") ?? "und",
        Length(stream),
        stream.Is("default"));

    private static int Rotation(ProbeStream stream)
    {
        var matrix = stream.SideDataList?.FirstOrDefault(side => side.Rotation is not null);
        var quarters = (int)Math.Round((matrix?.Rotation ?? 0) / 90, MidpointRounding.AwayFromZero);
        return ((quarters % 4) + 4) % 4 * 90;
    }

    // Matroska keeps the length of a stream in a tag: 00:01:02.345000000.
    private static double? Length(ProbeStream stream) => Seconds(stream.Duration)
        ?? (TimeSpan.TryParse(stream.Tags?.GetValueOrDefault("DURATION")?.Split('.')[0], CultureInfo.InvariantCulture, out var tag)
            ? tag.TotalSeconds
            : null);

    private static double? Seconds(string? text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds > 0 ? seconds : null;

    private sealed record ProbeOutput(ProbeFormat? Format, List<ProbeStream>? Streams);

    private sealed record ProbeFormat(string? FormatName, int ProbeScore, string? Duration);

    private sealed record ProbeStream(
        int Index,
        string? CodecType,
        string? CodecName,
        string? CodecTagString,
        int Width,
        int Height,
        string? SampleAspectRatio,
        string? RFrameRate,
        string? AvgFrameRate,
        string? PixFmt,
        string? FieldOrder,
        string? ColorTransfer,
        string? ColorSpace,
        int Channels,
        int SampleRate,
        string? Duration,
        Dictionary<string, int>? Disposition,
        Dictionary<string, string>? Tags,
        List<ProbeSideData>? SideDataList)
    {
        public bool Is(string disposition) => Disposition?.GetValueOrDefault(disposition) == 1;
    }

    private sealed record ProbeSideData(double? Rotation);
}
