using System.Runtime.CompilerServices;
using ContentPages.Bench.Measuring;

namespace ContentPages.Bench.Server;

/// <summary>How long a start takes, and what the program holds when nobody is there.</summary>
internal static class IdleBenchmark
{
    private const double ReadyLimit = 3000;
    private const double MemoryLimit = 200;

    public static async IAsyncEnumerable<Figure> Run(BenchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        List<double> fresh = [], again = [], cpu = [], memory = [];
        for (var round = 0; round < request.RoundsOr(3); round++)
        {
            using var scratch = new Scratch();
            await using (var first = await OurServer.Start(scratch.Path, cancel)) fresh.Add(first.ReadyAfter);
            await using var server = await OurServer.Start(scratch.Path, cancel);
            again.Add(server.ReadyAfter);
            cpu.Add(server.CpuUntilReady);
            await Task.Delay(TimeSpan.FromSeconds(request.Smoke ? 5 : 30), cancel);
            memory.Add(ProcessCost.ResidentMegabytes(server.ProcessId));
        }

        yield return new Figure("ready, new data folder", "ms", fresh, [], new Limit(Limited.Ours, ReadyLimit));
        yield return new Figure("ready, data folder in use", "ms", again, [], new Limit(Limited.Ours, ReadyLimit));
        yield return new Figure("CPU time until ready", "ms", cpu, []);
        yield return new Figure("resident memory, nobody connected", "MB", memory, [], new Limit(Limited.LargestOfOurs, MemoryLimit));
    }
}
