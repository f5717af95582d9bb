using System.Net.Sockets;
using ContentPages.Backends.Tests.Streams.Channels;
using ContentPages.Streams;

namespace ContentPages.Backends.Tests.Streams.Rtmp;

/// <summary>Encoders against a real nginx and ffmpeg.</summary>
[Collection("Encoders")]
public sealed class RtmpIngestTests : IAsyncLifetime
{
    private IngestHost _host = null!;

    public async ValueTask InitializeAsync() =>
        _host = await IngestHost.Start(settings: [("Ingest:NoVideoSeconds", "4"), ("Packaging:KeyframeLimitSeconds", "8")]);

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task An_encoder_with_the_key_is_seen_played_and_measured()
    {
        var stream = await _host.Stream();
        var key = await stream.Key();
        await using var encoder = Publisher.Film(_host.RtmpPort, key);

        var created = await stream.Told("Session Created");
        var started = await stream.Told("Stream Start");

        Assert.Equal(created.ConnectionId, started.ConnectionId);
        Assert.StartsWith("st-", started.ConnectionId, StringComparison.Ordinal);
        var status = await stream.Status();
        Assert.Equal((StreamSignal.Receiving, started.ConnectionId), (status.Signal, status.ConnectionId));
        await _host.Until(async () => (await stream.Health()) is { History.Count: >= 2, KeyframeIntervalSeconds: > 0 });
        var health = await stream.Health();
        Assert.Equal(("rtmp", 320, 180, "h264", "aac"), (health.Source, health.Width, health.Height, health.VideoCodec, health.AudioCodec));
        Assert.Equal(1, health.KeyframeIntervalSeconds, 0.05);

        await encoder.Stop();

        Assert.Equal(started.ConnectionId, (await stream.Told("Stream End")).ConnectionId);
        await stream.Told("Session Ended");
        await _host.Until(async () => (await stream.Status()) is { Signal: StreamSignal.None, ConnectionId: null });
        Assert.Null((await stream.Health()).ConnectedSince);
        Assert.DoesNotContain(_host.Log.Lines, line => line.Contains(key[33..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_wrong_key_is_refused_at_once_and_not_logged()
    {
        var stream = await _host.Stream();
        var key = await stream.Key();
        var wrong = key[..^4] + (key.EndsWith("0000", StringComparison.Ordinal) ? "1111" : "0000");

        foreach (var refused in (string[])[wrong, "test", "st-00112233445566778899aabbccddeeff"])
        {
            await using var encoder = Publisher.Film(_host.RtmpPort, refused);
            Assert.NotEqual("", await encoder.Complaint());
            Assert.InRange(TimeProvider.System.GetUtcNow() - encoder.Started, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        }

        Assert.Empty(stream.AllTold);
        Assert.Contains(_host.Log.Lines, line => line.Contains("refused by RTMP: key_invalid", StringComparison.Ordinal));
        Assert.DoesNotContain(_host.Log.Lines, line => line.Contains(wrong[33..], StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_rotated_key_ends_the_old_one_at_once()
    {
        var stream = await _host.Stream();
        var old = await stream.Key();
        await using var encoder = Publisher.Film(_host.RtmpPort, old);
        await stream.Told("Stream Start");

        var now = (await stream.RotateKey()).StreamKey!;

        await stream.Told("Stream End");
        await encoder.Complaint();
        Assert.NotEqual(old, now);
        await using var again = Publisher.Film(_host.RtmpPort, old);
        Assert.NotEqual("", await again.Complaint());
        await using var right = Publisher.Film(_host.RtmpPort, now);
        await stream.Told("Stream Start");
    }

    [Fact]
    public async Task A_second_encoder_is_refused_and_the_first_goes_on()
    {
        var stream = await _host.Stream();
        await using var first = Publisher.Film(_host.RtmpPort, await stream.Key());
        var started = await stream.Told("Stream Start");

        await using var second = Publisher.Film(_host.RtmpPort, await stream.Key());
        Assert.NotEqual("", await second.Complaint());

        Assert.Equal(started.ConnectionId, (await stream.Status()).ConnectionId);
        Assert.False(first.HasEnded);
        Assert.Equal(["Session Created", "Stream Start"], stream.AllTold.Where(name => !name.StartsWith("Starvation", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task An_encoder_that_hangs_is_told_as_starved_and_its_place_is_free()
    {
        var stream = await _host.Stream();
        await using var encoder = Publisher.Film(_host.RtmpPort, await stream.Key());
        var started = await stream.Told("Stream Start");
        await _host.Until(async () => (await stream.Health()).BitrateKbps > 0);

        encoder.Freeze();
        await stream.Told("Starvation Start");
        Assert.Equal(StreamSignal.Starved, (await stream.Status()).Signal);
        encoder.Thaw();
        await stream.Told("Starvation End");
        Assert.Equal((StreamSignal.Receiving, started.ConnectionId), ((await stream.Status()).Signal, (await stream.Status()).ConnectionId));

        encoder.Freeze();
        var starved = await stream.Told("Starvation Start");
        while (TimeProvider.System.GetUtcNow() - starved.Time < TimeSpan.FromSeconds(2)) await Task.Delay(100);
        await using var other = Publisher.Film(_host.RtmpPort, await stream.Key());
        Assert.Equal(started.ConnectionId, (await stream.Told("Stream End")).ConnectionId);
        Assert.NotEqual(started.ConnectionId, (await stream.Told("Stream Start")).ConnectionId);
    }

    [Fact]
    public async Task Junk_on_the_port_hurts_nobody()
    {
        var stream = await _host.Stream();
        await using var encoder = Publisher.Film(_host.RtmpPort, await stream.Key());
        var started = await stream.Told("Stream Start");

        var random = new Random(7);
        for (var i = 0; i < 20; i++)
        {
            using var client = new TcpClient();
            await client.ConnectAsync("127.0.0.1", _host.RtmpPort);
            var junk = new byte[4096];
            random.NextBytes(junk);
            // Half of it looks like the beginning of a handshake.
            if (i % 2 == 0) junk[0] = 3;
            await client.GetStream().WriteAsync(junk);
        }

        await _host.Until(async () => (await stream.Health()).History.Count >= 2);
        Assert.Equal(started.ConnectionId, (await stream.Status()).ConnectionId);
    }

    [Fact]
    public async Task Sound_alone_is_refused_with_a_sentence()
    {
        var stream = await _host.Stream();
        await using var encoder = Publisher.To(_host.RtmpPort, await stream.Key(), $"-re {Publisher.Tone} -c:a aac");

        var failure = await stream.Told("Stream Failure");

        Assert.Equal("no_video", failure.Detail.GetProperty("code").GetString());
        Assert.Equal("Only sound arrives. Add a picture to the stream: a camera, the screen, or a still.", failure.Detail.GetProperty("reason").GetString());
        await encoder.Complaint();
    }

    [Fact]
    public async Task Video_that_is_not_H264_is_refused_with_a_sentence()
    {
        var stream = await _host.Stream();
        await using var encoder = Publisher.To(_host.RtmpPort, await stream.Key(), $"-re {Publisher.Picture} -c:v flv -g 25");

        var failure = await stream.Told("Stream Failure");

        Assert.Equal("video_codec", failure.Detail.GetProperty("code").GetString());
        await encoder.Complaint();
    }

    [Fact]
    public async Task A_stream_without_further_keyframes_is_refused_with_a_sentence()
    {
        var stream = await _host.Stream();
        await using var encoder = Publisher.To(
            _host.RtmpPort, await stream.Key(), $"-re {Publisher.Picture} -re {Publisher.Tone} {Publisher.H264} -g 9999 -sc_threshold 0 -c:a aac");

        var failure = await stream.Told("Stream Failure");

        Assert.Equal("no_keyframe", failure.Detail.GetProperty("code").GetString());
        await encoder.Complaint();
    }

    [Fact]
    public async Task MP3_is_made_into_AAC()
    {
        var stream = await _host.Stream();
        await using var encoder = Publisher.To(
            _host.RtmpPort, await stream.Key(), $"-re {Publisher.Picture} -re -f lavfi -i sine=440:r=44100 {Publisher.H264} -g 25 -c:a libmp3lame");

        await stream.Told("Stream Start");

        await _host.Until(async () => (await stream.Health()).AudioCodec is not null);
        Assert.Equal("aac", (await stream.Health()).AudioCodec);
    }

    [Fact]
    public async Task A_silent_film_is_played_too()
    {
        var stream = await _host.Stream();
        await using var encoder = Publisher.To(_host.RtmpPort, await stream.Key(), $"-re {Publisher.Picture} {Publisher.H264} -g 25");

        await stream.Told("Stream Start");

        await _host.Until(async () => (await stream.Health()).VideoCodec is not null);
        Assert.Null((await stream.Health()).AudioCodec);
    }
}
