using ContentPages.Backends.Tests.Streams.Channels;
using ContentPages.Backends.Tests.Videos;
using ContentPages.Streams;

namespace ContentPages.Backends.Tests.Streams.Rtmp;

/// <summary>Sessions and their recordings, with a real nginx, ffmpeg and packager, through breaks and restarts.</summary>
[Collection("Encoders")]
public sealed class RtmpSessionTests : IDisposable
{
    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_session_is_recorded_and_its_end_drops_the_encoder()
    {
        await using var host = await IngestHost.Start(_folder);
        var stream = await host.Stream();
        await using var encoder = Publisher.Film(host.RtmpPort, await stream.Key());
        var started = await stream.Told("Stream Start");

        await stream.Begin();
        var begun = await stream.Told("Recording Start");
        await stream.Begin();
        await host.Recorded(stream, seconds: 2);
        Assert.Equal(RecordingStatus.Recording, (await stream.Recording())!.Status);

        await stream.End();

        await encoder.Complaint();
        Assert.Equal($"{stream.Id}-1", begun.Detail.GetProperty("recording_session_id").GetString());
        var ended = await stream.Told("Recording End");
        Assert.Equal($"videos/{stream.Id}/1", ended.Detail.GetProperty("recording_s3_key_prefix").GetString());
        var report = (await stream.Recording())!;
        Assert.Equal((RecordingStatus.Finishing, started.ConnectionId), (report.Status, Assert.Single(report.ConnectionIds)));
        Assert.Equal((320, 180), (report.Media!.Width, report.Media.Height));
        Assert.InRange(report.Media.DurationSeconds, 2, 30);
        Assert.Equal(report.Media.DurationSeconds * 1000, ended.Detail.GetProperty("recording_duration_ms").GetDouble(), 1.0);
        Assert.Equal(report.Media.DurationSeconds, await LengthOf(host, report.Media), 0.3);
        Assert.Equal(StreamSignal.None, (await stream.Status()).Signal);

        // A lost event is told again when the end is asked for again, and a session that is over stays over.
        await stream.End();
        await stream.Told("Recording End");
        await stream.Begin();
        Assert.Equal(RecordingStatus.Finishing, (await stream.Recording())!.Status);
        Assert.Equal(["Recording Start", "Recording End", "Recording End"], stream.AllTold.Where(name => name.StartsWith("Recording", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_session_that_is_not_to_be_recorded_leaves_nothing()
    {
        await using var host = await IngestHost.Start(_folder);
        var stream = await host.Stream();
        await stream.Begin(record: false);
        await using var encoder = Publisher.Film(host.RtmpPort, await stream.Key());
        await stream.Told("Stream Start");

        await stream.End(record: false);

        await stream.Told("Stream End");
        Assert.Null(await stream.Recording());
        Assert.False(Directory.Exists(_folder[$"objects/videos/{stream.Id}"]));
        Assert.DoesNotContain(stream.AllTold, name => name.StartsWith("Recording", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_session_without_an_encoder_ends_with_no_recording()
    {
        await using var host = await IngestHost.Start(_folder);
        var stream = await host.Stream();
        await stream.Begin();

        await stream.End();

        await stream.Told("Recording End Failure");
        Assert.Equal(RecordingStatus.Failed, (await stream.Recording())!.Status);
    }

    [Fact]
    public async Task A_session_outlives_a_restart_of_the_server_and_marks_the_break()
    {
        TestStream stream;
        string key;
        await using (var host = await IngestHost.Start(_folder))
        {
            stream = await host.Stream();
            key = await stream.Key();
            await stream.Begin();
            await using var encoder = Publisher.Film(host.RtmpPort, key);
            await stream.Told("Recording Start");
            await host.Recorded(stream, seconds: 2);
        }

        await using (var host = await IngestHost.Start(_folder))
        {
            stream = new TestStream(host, stream.Id);
            Assert.Equal(key, await stream.Key());
            Assert.Equal(RecordingStatus.Recording, (await stream.Recording())!.Status);
            await using var encoder = Publisher.Film(host.RtmpPort, key);
            await stream.Told("Stream Start");
            await stream.Begin();
            await host.Recorded(stream, seconds: 4);

            await stream.End();

            var report = (await stream.Recording())!;
            Assert.Equal(2, report.ConnectionIds.Count);
            Assert.Single(report.Media!.Breaks!);
            Assert.InRange(report.Media.DurationSeconds, 4, 60);
        }

        await using (var host = await IngestHost.Start(_folder))
        {
            stream = new TestStream(host, stream.Id);
            Assert.Equal(RecordingStatus.Finishing, (await stream.Recording())!.Status);
            await stream.Begin(number: 2);
            Assert.Equal(RecordingStatus.Recording, (await stream.Recording(2))!.Status);
        }
    }

    [Fact]
    public async Task A_deleted_channel_drops_its_encoder_and_is_gone()
    {
        await using var host = await IngestHost.Start(_folder);
        var stream = await host.Stream();
        await using var encoder = Publisher.Film(host.RtmpPort, await stream.Key());
        await stream.Told("Stream Start");

        await stream.Delete();
        await stream.Delete();

        await encoder.Complaint();
        Assert.Null(await host.Channels.Get(stream.Id, CancellationToken.None));
        Assert.Empty(Directory.EnumerateFiles(_folder["channels"]));
    }

    [Fact]
    public async Task The_small_rendition_is_made_beside_the_source()
    {
        await using var host = await IngestHost.Start(_folder, settings: [("Ingest:LowRendition", "On")]);
        var stream = await host.Stream();
        await stream.Begin();
        await using var encoder = Publisher.To(
            host.RtmpPort, await stream.Key(), $"-re -f lavfi -i testsrc2=s=640x480:r=15 -re {Publisher.Tone} {Publisher.H264} -g 15 -c:a aac");
        await stream.Told("Stream Start");

        await host.Until(() => Directory.Exists(_folder[$"objects/videos/{stream.Id}/1/low"]) && Directory.EnumerateFiles(_folder[$"objects/videos/{stream.Id}/1/low"]).Any());

        await stream.End();
        Assert.Equal((640, 480), ((await stream.Recording())!.Media!.Width, (await stream.Recording())!.Media!.Height));
    }

    [Fact]
    public async Task What_is_far_too_large_is_refused_and_what_is_large_is_told()
    {
        await using var host = await IngestHost.Start(_folder, settings: [("Ingest:AdvisedPixels", "40000"), ("Ingest:MaxPixels", "60000")]);
        var large = await host.Stream();
        await using var one = Publisher.Film(host.RtmpPort, await large.Key());
        var told = await large.Told("Ingest Resolution");
        Assert.Equal(17_600, told.Detail.GetProperty("exceeded_by").GetInt32());

        var huge = await host.Stream();
        await using var other = Publisher.To(host.RtmpPort, await huge.Key(), $"-re -f lavfi -i testsrc2=s=640x360:r=15 {Publisher.H264} -g 15");
        var failure = await huge.Told("Stream Failure");
        Assert.Equal("resolution", failure.Detail.GetProperty("code").GetString());
        await other.Complaint();
    }

    private async Task<double> LengthOf(IngestHost host, RecordedMedia media)
    {
        var path = Path.Combine(host.Folder["objects"], media.Prefix, media.Playlist);
        var text = await Clips.Quiet(
            "ffprobe", _folder.Path, "-v", "fatal", "-allowed_extensions", "ALL", "-show_entries", "format=duration", "-of", "csv=p=0", path);
        return double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }
}
