using System.Diagnostics;
using ContentPages.Backends.Local.Streams.Rtmp;
using ContentPages.Backends.Tests.Streams.Channels;
using ContentPages.Backends.Tests.Videos;
using ContentPages.Streams;

namespace ContentPages.Backends.Tests.Streams.Rtmp;

/// <summary>What dies or changes in the middle, with a real nginx, ffmpeg and packager.</summary>
[Collection("Encoders")]
public sealed class RtmpFailureTests : IDisposable
{
    /// <summary>Bytes before the first tag of an FLV file.</summary>
    private const int FlvHead = 13;

    private readonly TempDirectory _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_ffmpeg_that_is_killed_is_started_anew_for_the_same_connection()
    {
        await using var host = await IngestHost.Start(_folder);
        var stream = await host.Stream();
        await stream.Begin();
        await using var encoder = Publisher.Film(host.RtmpPort, await stream.Key());
        var started = await stream.Told("Stream Start");
        await host.Recorded(stream, seconds: 2);
        var first = Assert.Single(Processes(started.ConnectionId));

        Process.GetProcessById(first).Kill();

        await host.Until(() => Processes(started.ConnectionId) is [var second] && second != first);
        await host.Recorded(stream, seconds: 5);
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
