using System.Net.WebSockets;
using ContentPages.Backends.Tests.Streams.Channels;
using ContentPages.Backends.Tests.Streams.Rtmp;
using ContentPages.Streams;

namespace ContentPages.Backends.Tests.Streams.Browser;

/// <summary>Broadcasts from the browser against a real ffmpeg and packager.</summary>
[Collection("Encoders")]
public sealed class BrowserIngestTests : IAsyncLifetime
{
    private const string Webm = "video/webm;codecs=vp8,opus";
    private const string RecordWebm = "-re -f lavfi -i testsrc2=s=320x180:r=25 -re -f lavfi -i sine=440:r=48000 -c:v libvpx -deadline realtime -cpu-used 8 -g 50 -c:a libopus -f webm -cluster_time_limit 250";
    private const string RecordMp4 = "-re -f lavfi -i testsrc2=s=320x180:r=25 -re -f lavfi -i sine=440:r=48000 -c:v libx264 -preset ultrafast -tune zerolatency -pix_fmt yuv420p -g 25 -c:a aac -f mp4 -movflags empty_moov+default_base_moof+frag_keyframe -frag_duration 250000";

    private IngestHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await IngestHost.Start(port: 0);

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task A_browser_broadcasts_VP8_and_is_played_as_H264()
    {
        var stream = await _host.Stream();
        await using var browser = await Open(stream);
        await browser.Hello(Webm);
        Assert.Equal("accepted", await browser.Message());
        browser.Record(RecordWebm);

        await stream.Told("Stream Start");
        await _host.Until(async () => (await stream.Health()).VideoCodec is not null);
        var health = await stream.Health();
        Assert.Equal(("browser", 320, 180, "h264", "aac"), (health.Source, health.Width, health.Height, health.VideoCodec, health.AudioCodec));

        await browser.Close();

        await stream.Told("Stream End");
        await stream.Told("Session Ended");
    }

    [Fact]
    public async Task H264_of_a_browser_is_passed_on_and_the_end_of_the_session_stops_it()
    {
        var stream = await _host.Stream();
        await stream.Begin();
        await using var browser = await Open(stream, _host.Address.ToString().TrimEnd('/'));
        await browser.Hello("video/mp4;codecs=avc1.42E01F,mp4a.40.2");
        Assert.Equal("accepted", await browser.Message());
        browser.Record(RecordMp4);
        await stream.Told("Recording Start");
        await _host.Until(async () => (await stream.Health()).KeyframeIntervalSeconds > 0);

        await stream.End();

        Assert.Equal("stopped ended", await browser.Message());
        Assert.Null(await browser.Message());
        Assert.Equal(RecordingStatus.Finishing, (await stream.Recording())!.Status);
    }

    [Fact]
    public async Task One_who_is_there_keeps_a_browser_out_and_the_other_way_round()
    {
        await using var host = await IngestHost.Start();
        var stream = await host.Stream();
        await using (Publisher.Film(host.RtmpPort, await stream.Key()))
        {
            await stream.Told("Stream Start");
            await using var refused = await Open(stream, host: host);
            await refused.Hello(Webm);
            Assert.Equal("refused already_connected", await refused.Message());
            Assert.Null(await refused.Message());
        }

        await stream.Told("Session Ended");
        await using var browser = await Open(stream, host: host);
        await browser.Hello(Webm);
        Assert.Equal("accepted", await browser.Message());
        await using var encoder = Publisher.Film(host.RtmpPort, await stream.Key());
        Assert.NotEqual("", await encoder.Complaint());
    }

    [Fact]
    public async Task An_address_that_was_altered_or_outlived_by_its_key_is_refused()
    {
        var stream = await _host.Stream();
        var path = (await stream.Ingest()).BrowserIngestUrl!;

        await using var altered = await BrowserClient.Open(_host.Address, path[..^2] + "AA");
        Assert.Equal("refused ticket_invalid", await altered.Message());

        await stream.RotateKey();
        await using var outlived = await BrowserClient.Open(_host.Address, path);
        Assert.Equal("refused ticket_invalid", await outlived.Message());
    }

    [Fact]
    public async Task Pages_of_other_sites_cannot_open_it()
    {
        var path = (await (await _host.Stream()).Ingest()).BrowserIngestUrl!;

        await Assert.ThrowsAsync<WebSocketException>(() => BrowserClient.Open(_host.Address, path, "https://evil.example"));

        using var http = new HttpClient();
        Assert.Equal(426, (int)(await http.GetAsync(new Uri(_host.Address, path))).StatusCode);
    }

    [Theory]
    [InlineData("application/vnd.apple.mpegurl")]
    [InlineData("audio/webm;codecs=opus")]
    public async Task A_format_that_is_not_a_film_is_refused(string type)
    {
        await using var browser = await Open(await _host.Stream());
        await browser.Hello(type);
        Assert.Equal("refused media_type", await browser.Message());
    }

    [Fact]
    public async Task Junk_behind_an_honest_hello_ends_with_a_sentence()
    {
        await using var host = await IngestHost.Start(port: 0, settings: [("Ingest:NoVideoSeconds", "2")]);
        var stream = await host.Stream();
        await using var browser = await BrowserClient.Open(host.Address, (await stream.Ingest()).BrowserIngestUrl!);
        await browser.Hello(Webm);
        Assert.Equal("accepted", await browser.Message());

        var junk = new byte[100_000];
        new Random(3).NextBytes(junk);
        await browser.Send(junk);

        Assert.Equal("stopped no_video", await browser.Message());
        var failure = await stream.Told("Stream Failure");
        Assert.Equal("no_video", failure.Detail.GetProperty("code").GetString());
    }

    private async Task<BrowserClient> Open(TestStream stream, string? origin = null, IngestHost? host = null) =>
        await BrowserClient.Open((host ?? _host).Address, (await stream.Ingest()).BrowserIngestUrl!, origin);
}
