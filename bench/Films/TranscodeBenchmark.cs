using System.Runtime.CompilerServices;
using ContentPages.Bench.Measuring;
using ContentPages.Bench.Server;

namespace ContentPages.Bench.Films;

/// <summary>The whole job, from confirm to Ready with poster and storyboard, against one bare ffmpeg that makes the same renditions.</summary>
internal static class TranscodeBenchmark
{
    private const double Most = 1.05;
    private static readonly TimeSpan s_patience = TimeSpan.FromMinutes(10);

    // Seldom, since asking costs CPU time too: the video itself tells when it became ready.
    private static readonly TimeSpan s_pollEvery = TimeSpan.FromMilliseconds(500);

    public static async IAsyncEnumerable<Figure> Run(BenchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var film = await Clip.Of(request.Smoke ? 8 : 40, cancel);
        using var scratch = new Scratch();
        await using var server = await OurServer.Start(scratch.Sub("data"), cancel);
        using var artist = await Artist.SignUp(server, cancel);
        var bare = await BareTranscode.Of(film, cancel);

        List<double> wall = [], cpu = [], own = [], bareWall = [], bareCpu = [];
        // The runtime compiles what the first job needs, which takes it some seconds of CPU time once in its life.
        await Whole(server, artist, film, cancel);
        for (var round = 0; round < request.RoundsOr(5); round++)
        {
            var run = await Whole(server, artist, film, cancel);
            wall.Add(run.Wall);
            cpu.Add(run.Cpu);
            own.Add(run.Own);
            var bareRun = await bare.Run(scratch.Sub("bare"), cancel);
            bareWall.Add(bareRun.Wall);
            bareCpu.Add(bareRun.Cpu);
        }

        yield return new Figure("confirm to Ready against one ffmpeg, time", "s", wall, bareWall, new Limit(Limited.Ratio, Most));
        yield return new Figure("confirm to Ready against one ffmpeg, CPU", "s", cpu, bareCpu, new Limit(Limited.Ratio, Most));
        yield return new Figure("of it the program, without its children", "s", own, []);
    }

    private static async Task<(double Wall, double Cpu, double Own)> Whole(ChildServer server, Artist artist, string film, CancellationToken cancel)
    {
        var videoId = await FilmUpload.Send(artist, film, cancel);
        var (cpu, own) = Cpu();
        var started = TimeProvider.System.GetUtcNow();
        await artist.Confirm(videoId, cancel);
        while (await artist.StatusOf(videoId, cancel) != "ready")
        {
            if (TimeProvider.System.GetUtcNow() - started > s_patience) throw new BenchException($"Not ready after {s_patience.TotalMinutes} minutes.");
            await Task.Delay(s_pollEvery, cancel);
        }

        var wall = (await artist.UpdatedAt(videoId, cancel) - started).TotalSeconds;
        await server.UntilChildless(cancel);
        var after = Cpu();
        await artist.Delete(videoId, cancel);
        return (wall, after.All - cpu, after.Own - own);

        (double All, double Own) Cpu() => (ProcessCost.CpuWithChildren(server.ProcessId), ProcessCost.Cpu(server.ProcessId));
    }
}
