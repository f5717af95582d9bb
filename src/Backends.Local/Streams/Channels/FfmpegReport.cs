using System.Globalization;
using ContentPages.Backends.Local.Children;
using ContentPages.Streams;

namespace ContentPages.Backends.Local.Streams.Channels;

/// <summary>Reads what ffmpeg says of itself at <c>-v info -progress pipe:2</c>: what its input is, how far it has come, and why it fails.</summary>
internal sealed class FfmpegReport
{
    /// <summary>How often it says how far it has come.</summary>
    public static IReadOnlyList<string> Arguments { get; } = ["-hide_banner", "-nostdin", "-nostats", "-v", "info", "-progress", "pipe:2", "-stats_period", "0.25"];

    private const string Progress = "out_time_us=";
    private readonly TaskCompletionSource _known = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TextTail _errors = new(2000);
    private double? _first;
    private double _last;

    /// <summary>Completes when ffmpeg knows its input, or has ended.</summary>
    public Task Known => _known.Task;

    /// <summary>For instance <c>h264</c>; null without video.</summary>
    public string? VideoCodec { get; private set; }

    /// <summary>For instance <c>aac</c>; null without audio.</summary>
    public string? AudioCodec { get; private set; }

    /// <summary>Seconds of media that it has written.</summary>
    public double MediaSeconds => Volatile.Read(ref _last) - (_first ?? Volatile.Read(ref _last));

    /// <summary>The last that it said, its progress left out.</summary>
    public string Said => _errors.ToString();

    public void Ended() => _known.TrySetResult();

    public void Read(string line)
    {
        if (line.StartsWith(Progress, StringComparison.Ordinal)) Came(line.AsSpan(Progress.Length));
        else if (IsProgress(line)) return;
        else if (line.StartsWith("Output #0", StringComparison.Ordinal)) _known.TrySetResult();
        else
        {
            if (!_known.Task.IsCompleted && line.StartsWith("  Stream #0:", StringComparison.Ordinal)) ReadStream(line);
            _errors.AddLine(line);
        }
    }

    /// <summary>What is wrong with the input, if ffmpeg ended because of that; null otherwise.</summary>
    public StreamTrouble? Refusal(DateTimeOffset now)
    {
        var said = Said;
        if (said.Contains("Could not find tag for codec", StringComparison.Ordinal) || (VideoCodec is not null and not "h264" && said.Contains("header", StringComparison.Ordinal)))
            return new StreamTrouble("video_codec", "The video is not H.264. Choose H.264 (x264, NVENC H.264 or the like) as the video encoder.", now);
        return said.Contains("matches no streams", StringComparison.Ordinal)
            ? new StreamTrouble("no_video", "Only sound arrives. Add a picture to the stream: a camera, the screen, or a still.", now)
            : null;
    }

    // "  Stream #0:1: Audio: aac (LC), 44100 Hz, mono, fltp, 68 kb/s"; there may be "(eng)" and more after the number.
    private void ReadStream(string line)
    {
        VideoCodec ??= CodecAfter(line, ": Video: ");
        AudioCodec ??= CodecAfter(line, ": Audio: ");
    }

    private static string? CodecAfter(string line, string label)
    {
        var at = line.IndexOf(label, StringComparison.Ordinal);
        if (at < 0) return null;
        var rest = line[(at + label.Length)..];
        var end = rest.IndexOfAny([' ', ',']);
        return end < 0 ? rest : rest[..end];
    }

    private void Came(ReadOnlySpan<char> microseconds)
    {
        if (!long.TryParse(microseconds, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var time)) return;
        Volatile.Write(ref _last, time / 1e6);
        _first ??= time / 1e6;
    }

    // "key=value" without a blank: nothing that ffmpeg says to people looks like that.
    private static bool IsProgress(string line)
    {
        var equals = line.IndexOf('=', StringComparison.Ordinal);
        return equals > 0 && !line.AsSpan(0, equals).ContainsAny(' ', ':', '[');
    }
}
