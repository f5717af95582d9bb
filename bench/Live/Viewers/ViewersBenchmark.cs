using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text;
using ContentPages.Bench.Measuring;
using ContentPages.Bench.Server;

namespace ContentPages.Bench.Live.Viewers;

/// <summary>
/// Viewers of one low-latency stream, each over a connection of its own, against nginx that serves the very bytes that one of them got as
/// files, to as many viewers, who ask for as much at the same moments.
/// </summary>
internal static class ViewersBenchmark
{
    private const double Most = 1.5;

    public static async IAsyncEnumerable<Figure> Run(BenchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var viewers = request.Smoke ? 50 : 500;
        var length = TimeSpan.FromSeconds(request.Smoke ? 4 : 20);
        var film = await LiveClip.Of(request.Smoke ? 20 : 120, 1280, 720, 2000, cancel);
        using var scratch = new Scratch();
        await using var nginx = await Nginx.Start(scratch.Sub("nginx"), cancel);
        await using var server = await OurServer.Start(scratch.Sub("data"), cancel);
        using var artist = await Artist.SignUp(server, cancel);
        var broadcast = await Broadcast.Create(server, artist, cancel);
        await broadcast.Start(cancel);
        await using var encoder = Encoder.Send(film, await broadcast.Address(cancel));
        await broadcast.Until("live", cancel);
        var playlist = await MediaPlaylist(artist, await broadcast.Playback(cancel), cancel);

        // The runtime compiles what viewers need.
        await Live(playlist, viewers / 5, length / 2, 0, server, cancel);
        var alone = await Alone(server, length / 2, cancel);
        List<double> cost = [], plain = [], load = [], plainLoad = [];
        for (var round = 0; round < request.RoundsOr(5); round++)
        {
            var (ours, ticks) = await Live(playlist, viewers, length, alone, server, cancel);
            encoder.DemandRunning();
            cost.Add(ours.CpuOfPart);
            load.Add(ours.Load);
            var name = FormattableString.Invariant($"replay-{round}");
            await StaticViewer.Write(Path.Combine(nginx.Folder, name), ticks, cancel);
            var other = await Replay(new Uri(nginx.Address, name + "/"), viewers, ticks, nginx, cancel);
            plain.Add(other.CpuOfPart);
            plainLoad.Add(other.Load);
        }

        yield return new Figure($"{viewers} viewers: CPU time for one part with its playlist", "us", cost, plain, new Limit(Limited.Ratio, Most));
        yield return new Figure($"{viewers} viewers: load of the server", "% of a core", load, plainLoad);
    }

    private static async Task<(Served Served, IReadOnlyList<Tick> Ticks)> Live(
        Uri playlist, int viewers, TimeSpan length, double alone, ChildServer server, CancellationToken cancel)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var all = Enumerable.Range(0, viewers).Select(_ => new LiveViewer(playlist)).ToList();
        var ticks = new List<Tick>();
        var watching = all.Select((viewer, number) => viewer.Watch(number == 0 ? ticks.Add : null, over.Token)).ToList();
        // Once everybody has joined.
        await Task.WhenAny(Task.WhenAll(watching), Task.Delay(TimeSpan.FromSeconds(2), cancel));
        var parts = Parts();
        var cpu = ProcessCost.Cpu(server.ProcessId);
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAny(Task.WhenAll(watching), Task.Delay(length, cancel));
        var served = new Served(Parts() - parts, ProcessCost.Cpu(server.ProcessId) - cpu, Stopwatch.GetElapsedTime(started).TotalSeconds, alone);
        await over.CancelAsync();
        await Task.WhenAll(watching);
        cancel.ThrowIfCancellationRequested();
        served.Demand(viewers);
        return (served, ticks);

        long Parts() => all.Sum(viewer => viewer.Parts);
    }

    private static async Task<Served> Replay(Uri folder, int viewers, IReadOnlyList<Tick> ticks, Nginx nginx, CancellationToken cancel)
    {
        var all = Enumerable.Range(0, viewers).Select(_ => new StaticViewer(folder, ticks)).ToList();
        var cpu = nginx.Cpu;
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(all.Select(viewer => viewer.Watch(started, cancel)));
        return new Served(all.Sum(viewer => viewer.Parts), nginx.Cpu - cpu, Stopwatch.GetElapsedTime(started).TotalSeconds, 0);
    }

    // nginx has no stream to take in and cut up.
    private static async Task<double> Alone(ChildServer server, TimeSpan length, CancellationToken cancel)
    {
        var cpu = ProcessCost.Cpu(server.ProcessId);
        await Task.Delay(length, cancel);
        return (ProcessCost.Cpu(server.ProcessId) - cpu) / length.TotalSeconds;
    }

    private static async Task<Uri> MediaPlaylist(Artist artist, Uri master, CancellationToken cancel)
    {
        var lines = Encoding.UTF8.GetString(await artist.Fetch(master, cancel)).Split('\n');
        return new Uri(master, lines.First(line => line.Length > 0 && line[0] != '#').Trim());
    }

    /// <param name="Cpu">Seconds.</param>
    /// <param name="Seconds">How long it took.</param>
    /// <param name="Alone">CPU seconds a second that the server takes without viewers.</param>
    private sealed record Served(long Parts, double Cpu, double Seconds, double Alone)
    {
        // A part is at most half a second long, whatever a packager makes of it.
        private const double LeastPartsASecond = 2;

        public double CpuOfPart => (Cpu - (Alone * Seconds)) * 1e6 / Parts;

        public double Load => Cpu / Seconds * 100;

        public void Demand(int viewers)
        {
            if (Parts < LeastPartsASecond * viewers * Seconds)
                throw new BenchException(FormattableString.Invariant($"{viewers} viewers got {Parts} parts in {Seconds:0.0} s."));
        }
    }
}
