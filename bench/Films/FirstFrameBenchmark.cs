using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using ContentPages.Bench.Measuring;
using ContentPages.Bench.Server;

namespace ContentPages.Bench.Films;

/// <summary>From confirm until a player could show the first frame, for a film of ten minutes and one of one minute.</summary>
internal static class FirstFrameBenchmark
{
    private const double Latest = 5;
    private const double LongToShort = 1.3;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan s_pollEvery = TimeSpan.FromMilliseconds(25);

    public static async IAsyncEnumerable<Figure> Run(BenchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var seconds = request.Smoke ? 10 : 60;
        var film = await Clip.Of(seconds, cancel);
        var longFilm = await Clip.Repeated(seconds, 10, cancel);

        using var scratch = new Scratch();
        await using var server = await OurServer.Start(scratch.Path, cancel);
        using var artist = await Artist.SignUp(server, cancel);
        await Measure(server, artist, film, cancel);
        List<double> oneMinute = [], tenMinutes = [];
        for (var round = 0; round < request.RoundsOr(5); round++)
        {
            oneMinute.Add(await Measure(server, artist, film, cancel));
            tenMinutes.Add(await Measure(server, artist, longFilm, cancel));
        }

        yield return new Figure($"{seconds * 10} s of 1080p, confirm to first frame", "s", tenMinutes, [], new Limit(Limited.Ours, Latest));
        yield return new Figure($"{seconds * 10} s against {seconds} s of film", "s", tenMinutes, oneMinute, new Limit(Limited.Ratio, LongToShort));
    }

    private static async Task<double> Measure(ChildServer server, Artist artist, string film, CancellationToken cancel)
    {
        var videoId = await FilmUpload.Send(artist, film, cancel);
        var started = Stopwatch.GetTimestamp();
        await artist.Confirm(videoId, cancel);
        var first = await FirstSegment(artist, videoId, started, cancel);
        var elapsed = Stopwatch.GetElapsedTime(started).TotalSeconds;

        await CheckPicture(first, cancel);
        await artist.Delete(videoId, cancel);
        await server.UntilChildless(cancel);
        return elapsed;
    }

    private static async Task<byte[]> FirstSegment(Artist artist, string videoId, long started, CancellationToken cancel)
    {
        Uri? master;
        while ((master = await artist.StreamOf(videoId, cancel)) is null)
        {
            if (Stopwatch.GetElapsedTime(started) > s_patience) throw new BenchException($"Nothing to watch after {s_patience.TotalSeconds} s.");
            await artist.StatusOf(videoId, cancel);
            await Task.Delay(s_pollEvery, cancel);
        }

        // What a player does, one after the other: the first variant, its initialization section, its first segment.
        var lines = Lines(await artist.Fetch(master, cancel));
        var playlist = new Uri(master, lines.First(line => !line.StartsWith('#')));
        lines = Lines(await artist.Fetch(playlist, cancel));
        var map = lines.First(line => line.StartsWith("#EXT-X-MAP:", StringComparison.Ordinal)).Split('"')[1];
        var segment = lines.First(line => !line.StartsWith('#'));
        return [.. await artist.Fetch(new Uri(playlist, map), cancel), .. await artist.Fetch(new Uri(playlist, segment), cancel)];
    }

    private static async Task CheckPicture(byte[] film, CancellationToken cancel)
    {
        using var scratch = new Scratch();
        var path = Path.Combine(scratch.Path, "first.mp4");
        await File.WriteAllBytesAsync(path, film, cancel);
        var probe = await Tool.Run(
            "ffprobe", ["-v", "error", "-select_streams", "v:0", "-count_frames", "-show_entries", "stream=nb_read_frames", "-of", "csv=p=0", path], cancel);
        if (!int.TryParse(probe.Output.Trim().TrimEnd(','), out var frames) || frames == 0)
            throw new BenchException("The first segment holds no frame.");
    }

    private static string[] Lines(byte[] playlist) =>
        Encoding.UTF8.GetString(playlist).Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
