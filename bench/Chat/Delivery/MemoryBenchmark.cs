using System.Runtime.CompilerServices;
using ContentPages.Bench.Chat.Driver;
using ContentPages.Bench.Measuring;

namespace ContentPages.Bench.Chat.Delivery;

/// <summary>What a viewer who has joined and is silent takes of the server's memory. The first five hundred pay for code, pools and caches.</summary>
internal static class MemoryBenchmark
{
    private const int Rooms = 200;
    private const double Most = 1.0;

    public static async IAsyncEnumerable<Figure> Run(BenchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var (first, all) = request.Smoke ? (200, 1_000) : (500, 10_000);
        List<double> ours = [], plain = [];
        // A process does not give back what it has got: each round has new ones.
        for (var round = 0; round < request.RoundsOr(2); round++)
        {
            using var scratch = new Scratch();
            await using (var hub = await OurHub.Start(scratch.Path, Rooms, 0, cancel)) ours.Add(await Measure(hub));
            await using (var hub = await PlainHub.Start(cancel)) plain.Add(await Measure(hub));
        }

        yield return new Figure($"resident memory for one of {all:N0} idle viewers", "KiB", ours, plain, new Limit(Limited.Ratio, Most));

        Task<double> Measure(IHub hub) => Cores.OnCrowds(() =>
        {
            using var crowd = new Crowd(hub, Rooms, Rooms, cancel);
            var few = Resident(first);
            return (Resident(all) - few) / (all - first);

            double Resident(int viewers)
            {
                crowd.Grow(viewers);
                crowd.Idle(TimeSpan.FromSeconds(request.Smoke ? 1 : 5));
                if (crowd.Gone is [{ Gone: var why }, ..]) throw new BenchException($"A viewer was sent away: {why}");
                return ProcessCost.ResidentMegabytes(hub.ProcessId) * 1e6 / 1024;
            }
        });
    }
}
