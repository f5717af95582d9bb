using System.Runtime.CompilerServices;
using ContentPages.Bench.Chat.Driver;
using ContentPages.Bench.Measuring;

namespace ContentPages.Bench.Chat.Delivery;

/// <summary>
/// A room whose readers share it with viewers who have stopped reading. Those take for some seconds more what the buffers of both ends hold,
/// then nothing; when they have taken nothing for 15 s they are dropped. In turns with and without them, three windows: while their buffers
/// fill, when nothing goes any more, and while they are dropped. While they still take, they are viewers like any: the first of these windows is
/// set beside one in which as many have just joined, and read.
/// </summary>
internal static class StalledBenchmark
{
    private const int Readers = 200;
    private const int Posters = 100;
    private const double Rate = 100;
    private const double MostKibibytes = 64;
    private const double MostRatio = 1.10;

    public static async IAsyncEnumerable<Figure> Run(BenchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var count = request.Smoke ? 100 : 1_000;
        var (fill, window, drop) = (TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(8), TimeSpan.FromSeconds(12));
        // Other files and connections of the server come and go.
        var slack = Math.Max(5, count / 100);
        using var scratch = new Scratch();
        await using var hub = await OurHub.Start(scratch.Path, 1, Posters, cancel);
        List<double> without = [], filling = [], stalled = [], reading = [], dropping = [], memory = [], kernel = [];
        await Cores.OnCrowds(() =>
        {
            using var crowd = new Crowd(hub, 1, Posters, cancel);
            crowd.Grow(Readers);
            P99(window);
            for (var round = 0; round < request.RoundsOr(5); round++)
            {
                without.Add(P99(window));
                Round(crowd);
            }

            // Afterwards, since the server's memory would have grown by them.
            for (var round = 0; round < request.RoundsOr(5); round++)
            {
                crowd.Grow(Readers + count);
                reading.Add(P99(fill));
                crowd.Shrink(Readers);
                crowd.Idle(TimeSpan.FromSeconds(2));
            }

            crowd.Rooms[0].DemandAll();
            return true;

            double P99(TimeSpan length) => crowd.Post(Rate, length).Demand().Delay99;

            void Round(Crowd crowd)
            {
                var (open, held) = (ProcessCost.OpenFiles(hub.ProcessId), TcpMemory.Kibibytes());
                var resident = ProcessCost.ResidentMegabytes(hub.ProcessId);
                ProcessCost.ForgetPeak(hub.ProcessId);
                var gone = crowd.Stall(count);
                filling.Add(P99(fill));
                stalled.Add(P99(window));
                memory.Add((ProcessCost.PeakMegabytes(hub.ProcessId) - resident) * 1e6 / 1024 / count);
                kernel.Add((TcpMemory.Kibibytes() - held) / count);
                if (Left() is var early && early < count - slack) throw new BenchException($"Of {count} stalled viewers {early} were left before the time.");
                dropping.Add(P99(drop));
                if (Left() is var late && late > slack) throw new BenchException($"{late} of {count} stalled viewers were not dropped.");
                crowd.Forget(gone);

                // Their kernel cannot tell them that they were dropped: it is behind what they have not read.
                int Left() => ProcessCost.OpenFiles(hub.ProcessId) - open;
            }
        });

        var shape = $"{count:N0} stalled beside {Readers} readers";
        yield return new Figure($"{shape}: memory of the server for one", "KiB", memory, [], new Limit(Limited.LargestOfOurs, MostKibibytes));
        yield return new Figure("memory of the kernel for one, both ends", "KiB", kernel, []);
        yield return new Figure(
            "readers, 99th percentile from due to delivered, with stalled and without", "ms", stalled, without, new Limit(Limited.Ratio, MostRatio));
        yield return new Figure("the same while the buffers of the stalled fill", "ms", filling, without);
        yield return new Figure($"the same, to {Readers + count:N0} readers who all read", "ms", filling, reading);
        yield return new Figure("the same while the stalled are dropped", "ms", dropping, without, new Limit(Limited.Ratio, MostRatio));
    }
}
