using System.Diagnostics;
using ContentPages.Backends.Local.Streams.Rtmp;
using ContentPages.Backends.Tests.Streams.Channels;
using ContentPages.Backends.Tests.Videos;
using ContentPages.Streams;

namespace ContentPages.Backends.Tests.Streams.Rtmp;

/// <summary>Sessions and their recordings, with a real nginx, ffmpeg and packager, through breaks and restarts.</summary>
[Collection("Encoders")]
public sealed class RtmpSessionTests : IDisposable
{
    /// <summary>Bytes before the first tag of an FLV file.</summary>
    private const int FlvHead = 13;

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
        await Recorded(host, stream, seconds: 2);
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
            await Recorded(host, stream, seconds: 2);
        }

        await using (var host = await IngestHost.Start(_folder))
        {
            stream = new TestStream(host, stream.Id);
            Assert.Equal(key, await stream.Key());
            Assert.Equal(RecordingStatus.Recording, (await stream.Recording())!.Status);
            await using var encoder = Publisher.Film(host.RtmpPort, key);
            await stream.Told("Stream Start");
            await stream.Begin();
            await Recorded(host, stream, seconds: 4);

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
    public async Task An_ffmpeg_that_is_killed_is_started_anew_for_the_same_connection()
    {
        await using var host = await IngestHost.Start(_folder);
        var stream = await host.Stream();
        await stream.Begin();
        await using var encoder = Publisher.Film(host.RtmpPort, await stream.Key());
        var started = await stream.Told("Stream Start");
        await Recorded(host, stream, seconds: 2);
        var first = Assert.Single(Processes(started.ConnectionId));

        Process.GetProcessById(first).Kill();

        await host.Until(() => Processes(started.ConnectionId) is [var second] && second != first);
        await Recorded(host, stream, seconds: 5);
        Assert.Equal(started.ConnectionId, (await stream.Status()).ConnectionId);
        await stream.End();
        var report = (await stream.Recording())!;
        Assert.Single(report.Media!.Breaks!);
        Assert.Equal(["Session Created", "Stream Start", "Stream End", "Session Ended"], stream.AllTold.Where(name => !name.StartsWith("Starv", StringComparison.Ordinal) && !name.StartsWith("Rec", StringComparison.Ordinal)));
        await host.Until(() => Processes(started.ConnectionId) is []);
    }

    [Fact]
    public async Task An_nginx_that_is_killed_is_started_anew_and_the_session_goes_on()
    {
        await using var host = await IngestHost.Start(_folder);
        var stream = await host.Stream();
        await stream.Begin();
        await using var encoder = Publisher.Film(host.RtmpPort, await stream.Key());
        var started = await stream.Told("Stream Start");
        var nginx = Assert.Single(Processes(_folder.Path, "/usr/sbin/nginx"));

        Process.GetProcessById(nginx).Kill();

        Assert.Equal(started.ConnectionId, (await stream.Told("Stream End")).ConnectionId);
        await encoder.Complaint();
        await host.Until(() => host.Get<RtmpState>().Unavailable is null);
        await using var again = Publisher.Film(host.RtmpPort, await stream.Key());
        Assert.NotEqual(started.ConnectionId, (await stream.Told("Stream Start")).ConnectionId);
        await stream.End();
        Assert.Equal(2, (await stream.Recording())!.ConnectionIds.Count);
    }

    [Fact]
    public async Task An_encoder_that_changes_its_picture_goes_on_as_a_new_one()
    {
        await using var host = await IngestHost.Start(_folder);
        var stream = await host.Stream();
        await stream.Begin();
        await using var encoder = Publisher.To(host.RtmpPort, await stream.Key(), $"-re -f live_flv -i {await TwoSizes()} -c copy");
        var started = await stream.Told("Stream Start");
        await host.Until(async () => (await stream.Health()).Width == 320);

        await host.Until(async () => (await stream.Health()).Width == 640);

        Assert.Equal(started.ConnectionId, (await stream.Status()).ConnectionId);
        await stream.End();
        Assert.Equal(RecordingStatus.Finishing, (await stream.Recording())!.Status);
    }

    [Fact]
    public async Task An_encoder_that_leaves_before_it_has_sent_anything_leaves_nothing()
    {
        await using var host = await IngestHost.Start(_folder);
        var stream = await host.Stream();
        var gate = host.Get<RtmpGate>();
        var connectionId = (await gate.Admit(await stream.Key(), client: 4711))!;
        Assert.NotEmpty(Processes(connectionId));

        gate.Left(4711);

        Assert.Equal(connectionId, (await stream.Told("Session Ended")).ConnectionId);
        Assert.Equal(["Session Created", "Session Ended"], stream.AllTold);
        Assert.Empty(Processes(connectionId));
        Assert.False(gate.Joins(connectionId));
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

    /// <summary>Waits until so many seconds of the session are on disk.</summary>
    private Task Recorded(IngestHost host, TestStream stream, double seconds) => host.Until(() =>
        Directory.EnumerateFiles(_folder["objects/videos"], "*.m3u8", SearchOption.AllDirectories)
            .Where(path => path.Contains(stream.Id, StringComparison.Ordinal))
            .Any(path => File.ReadLines(path).Where(line => line.StartsWith("#EXTINF:", StringComparison.Ordinal))
                .Sum(line => double.Parse(line[8..].Split(',')[0], System.Globalization.CultureInfo.InvariantCulture)) >= seconds));

    /// <summary>Four seconds of 320x180 and then sixteen of 640x360, as an encoder sends that is set to another size.</summary>
    private async Task<string> TwoSizes()
    {
        await MakeFlv("small.flv", "320x180", seconds: 4);
        await MakeFlv("large.flv", "640x360", seconds: 16);
        var small = await File.ReadAllBytesAsync(_folder["small.flv"]);
        var large = (await File.ReadAllBytesAsync(_folder["large.flv"])).AsMemory(FlvHead);
        Delay(large.Span, milliseconds: 4000);
        await File.WriteAllBytesAsync(_folder["both.flv"], [.. small, .. large.Span]);
        return _folder["both.flv"];
    }

    private Task<string> MakeFlv(string name, string size, int seconds) => Clips.Quiet(
        "ffmpeg", _folder.Path, $"-v error -y -f lavfi -i testsrc2=s={size}:r=25:d={seconds} {Publisher.H264} -g 25 -f flv -flvflags no_metadata {name}".Split(' '));

    /// <summary>Each tag: a byte of type, three of size, four of time (the highest last), three of stream, the data, four of its size again.</summary>
    private static void Delay(Span<byte> tags, int milliseconds)
    {
        while (tags.Length > 0)
        {
            var size = (tags[1] << 16) | (tags[2] << 8) | tags[3];
            var time = ((tags[7] << 24) | (tags[4] << 16) | (tags[5] << 8) | tags[6]) + milliseconds;
            (tags[7], tags[4], tags[5], tags[6]) = ((byte)(time >> 24), (byte)(time >> 16), (byte)(time >> 8), (byte)time);
            tags = tags[(size + 15)..];
        }
    }

    private async Task<double> LengthOf(IngestHost host, RecordedMedia media)
    {
        var path = Path.Combine(host.Folder["objects"], media.Prefix, media.Playlist);
        var text = await Clips.Quiet(
            "ffprobe", _folder.Path, "-v", "fatal", "-allowed_extensions", "ALL", "-show_entries", "format=duration", "-of", "csv=p=0", path);
        return double.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    /// <summary>Processes whose command line has all of these in it.</summary>
    private static List<int> Processes(params string[] words) =>
    [
        .. Directory.EnumerateDirectories("/proc").Select(path => int.TryParse(Path.GetFileName(path), out var id) ? id : 0)
            .Where(id => id > 0 && CommandOf(id) is { } command && words.All(word => command.Contains(word, StringComparison.Ordinal))),
    ];

    private static string? CommandOf(int id)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline");
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
