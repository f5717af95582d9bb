using System.Runtime.CompilerServices;
using ContentPages.Bench.Measuring;
using ContentPages.Bench.Server;

namespace ContentPages.Bench.Live;

/// <summary>CPU time of the server with all its processes (RTMP ingest and ffmpeg included) for one stream, less what it takes when idle.</summary>
internal static class CpuBenchmark
{
    private const double Most = 5;

    public static async IAsyncEnumerable<Figure> Run(BenchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var film = await LiveClip.Of(request.Smoke, cancel);
        using var scratch = new Scratch();
        await using var server = await OurServer.Start(scratch.Path, cancel);
        using var artist = await Artist.SignUp(server, cancel);
        var broadcast = await Broadcast.Create(server, artist, cancel);
        var address = await broadcast.Address(cancel);

        var length = TimeSpan.FromSeconds(request.Smoke ? 8 : 60);
        await Task.Delay(length / 4, cancel);
        var idle = (await Load()).All;
        List<double> whole = [], own = [];
        await broadcast.Start(cancel);
        await using var encoder = Encoder.Send(film, address);
        await broadcast.Until("live", cancel);
        // What the start of a stream makes the runtime compile is over.
        await Task.Delay(length / 4, cancel);
        for (var round = 0; round < request.RoundsOr(3); round++)
        {
            var load = await Load();
            encoder.DemandRunning();
            whole.Add(load.All - idle);
            own.Add(load.Own);
        }

        yield return new Figure("one 1080p stream of 5 Mbit/s, recorded, less idle", "% of a core", whole, [], new Limit(Limited.Ours, Most));
        yield return new Figure("of it the program itself, with idle", "% of a core", own, []);
        yield return new Figure("idle", "% of a core", [idle], []);

        async Task<(double All, double Own)> Load()
        {
            var (all, alone) = (ProcessTree.Cpu(server.ProcessId), ProcessCost.Cpu(server.ProcessId));
            await Task.Delay(length, cancel);
            return ((ProcessTree.Cpu(server.ProcessId) - all) / length.TotalSeconds * 100, (ProcessCost.Cpu(server.ProcessId) - alone) / length.TotalSeconds * 100);
        }
    }
}
