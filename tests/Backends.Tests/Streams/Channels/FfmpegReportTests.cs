using ContentPages.Backends.Local.Children;
using ContentPages.Backends.Local.Streams.Channels;

namespace ContentPages.Backends.Tests.Streams.Channels;

public sealed class FfmpegReportTests
{
    private readonly FfmpegReport _report = new();

    [Fact]
    public void It_knows_the_input_once_the_output_is_opened()
    {
        Read("Input #0, live_flv, from 'rtmp://127.0.0.1/live/x':", "  Stream #0:0: Audio: mp3, 44100 Hz, mono, fltp, 68 kb/s", "  Stream #0:1[0x2](eng): Video: h264 (High), yuv420p(progressive), 640x360");
        Assert.False(_report.Known.IsCompleted);

        Read("Output #0, mp4, to 'pipe:1':", "  Stream #0:0: Video: h264 (High) (avc1 / 0x31637661), yuv420p", "  Stream #0:1: Audio: aac (LC)");

        Assert.True(_report.Known.IsCompleted);
        Assert.Equal(("h264", "mp3"), (_report.VideoCodec, _report.AudioCodec));
    }

    [Fact]
    public void Media_is_counted_from_the_first_that_was_written()
    {
        Assert.Equal(0, _report.MediaSeconds);
        Read("out_time_us=-9223372036854775807x", "frame=1", "out_time_us=7200000000", "out_time=02:00:00.000000", "progress=continue");
        Assert.Equal(0, _report.MediaSeconds);

        Read("out_time_us=7201250000");

        Assert.Equal(1.25, _report.MediaSeconds);
        Assert.Equal("", _report.Said);
    }

    [Theory]
    [InlineData("[mp4 @ 0x1] Could not find tag for codec flv1 in stream #0, codec not currently supported in container", "video_codec")]
    [InlineData("Stream map '0:v:0' matches no streams.", "no_video")]
    public void Why_it_failed_is_put_for_the_broadcaster(string line, string code)
    {
        Read(line);

        Assert.Equal(code, _report.Refusal(default)!.Code);
    }

    [Fact]
    public void An_error_that_says_nothing_of_the_media_is_no_refusal()
    {
        Read("rtmp://127.0.0.1/live/x: Input/output error");

        Assert.Null(_report.Refusal(default));
        Assert.Equal("rtmp://127.0.0.1/live/x: Input/output error\n", _report.Said);
    }

    [Fact]
    public void Lines_are_cut_wherever_the_pieces_end()
    {
        var lines = new List<string>();
        var cutter = new LineCutter(lines.Add);
        foreach (var piece in (string[])["fra", "me=1\rout_time_us=", "5\n\n", new string('x', LineCutter.Longest + 100), "\nlast"]) cutter.Add(piece);
        cutter.Flush();

        Assert.Equal(["frame=1", "out_time_us=5", new string('x', LineCutter.Longest), "last"], lines);
    }

    private void Read(params string[] lines)
    {
        foreach (var line in lines) _report.Read(line);
    }
}
