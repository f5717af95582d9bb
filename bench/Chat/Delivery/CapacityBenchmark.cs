using System.Runtime.CompilerServices;
using ContentPages.Bench.Chat.Driver;
using ContentPages.Bench.Measuring;

namespace ContentPages.Bench.Chat.Delivery;

/// <summary>How much one core delivers to one large room before it falls behind.</summary>
internal static class CapacityBenchmark
{
    private const int Posters = 100;
    private const double Least = 2_000_000;

    public static async IAsyncEnumerable<Figure> Run(BenchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var viewers = request.Smoke ? 500 : 5_000;
        var length = TimeSpan.FromSeconds(request.Smoke ? 1 : 5);
        List<Course> best = [];
        using var scratch = new Scratch();
        await using var hub = await OurHub.Start(scratch.Path, 1, Posters, cancel);
        for (var round = 0; round < request.RoundsOr(2); round++)
        {
            best.Add(await Cores.OnCrowds(() =>
            {
                using var crowd = new Crowd(hub, 1, Posters, cancel);
                crowd.Grow(viewers);
                crowd.Post(100, length).Demand();
                return Ramp.Climb(crowd, 250, request.Smoke ? 2 : 1.2, length, IsKeptUp);
            }));
        }

        yield return new Figure(
            $"1 room x {viewers:N0} viewers, most deliveries on one core with 99 of 100 under 1 s", "a second",
            [.. best.Select(course => course.Tally.Came / course.Seconds)], [], new Limit(Limited.Ours, Least, AtLeast: true));
        yield return Figure("messages", "a second", course => course.Offered);
        yield return Figure("from due to delivered, 99th percentile", "ms", course => course.Delay99);
        yield return Figure("CPU time of the server for one delivery", "us", course => course.CpuOfDelivery);
        yield return Figure("load of the server", "% of a core", course => course.Load);
        yield return Figure("load of the crowd", "% of a core", course => course.CrowdLoad);

        // No backlog is left at the end either.
        static bool IsKeptUp(Course course) => course.Missed + course.Refused + course.Gone.Count == 0 && course.Delay99 < 1_000 && course.Tail < 0.5;

        Figure Figure(string name, string unit, Func<Course, double> of) => new("then: " + name, unit, [.. best.Select(of)], []);
    }
}
