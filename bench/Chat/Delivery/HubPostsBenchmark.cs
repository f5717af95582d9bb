using System.Runtime.CompilerServices;
using ContentPages.Bench.Chat.Driver;
using ContentPages.Bench.Measuring;

namespace ContentPages.Bench.Chat.Delivery;

/// <summary>How many posts one room takes from signed-in connections that all get what the others write.</summary>
internal static class HubPostsBenchmark
{
    private const int Senders = 400;
    private const int Viewers = 410;
    private const double Least = 5_000;
    private const double Step = 1.25;

    public static async IAsyncEnumerable<Figure> Run(BenchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var length = TimeSpan.FromSeconds(request.Smoke ? 2 : 6);
        List<Course> best = [];
        for (var round = 0; round < request.RoundsOr(2); round++)
        {
            using var scratch = new Scratch();
            await using var hub = await OurHub.Start(scratch.Path, 1, Senders, cancel);
            var (course, posted) = await Cores.OnCrowds(() =>
            {
                using var crowd = new Crowd(hub, 1, Senders, cancel);
                crowd.Grow(Viewers);
                crowd.Post(Least / 5, length).Demand();
                var most = Ramp.Climb(crowd, Least / (request.Smoke ? 5 : Step), request.Smoke ? 2 : Step, length, IsKeptUp);
                return (most, crowd.Rooms[0].Newest);
            });
            best.Add(course);
            var logged = await hub.Logged(0, cancel);
            if (logged < posted) throw new BenchException($"Number {posted} was acknowledged, the log ends with {logged}.");
        }

        yield return new Figure(
            $"{Senders} senders, one room: most that are acknowledged on one core, 99 of 100 under 1 s", "posts/s",
            [.. best.Select(course => course.Offered)], [], new Limit(Limited.Ours, Least, AtLeast: true));
        yield return Figure("from due to acknowledged, 99th percentile", "ms", course => course.Answer99);
        yield return Figure("from due to delivered, 99th percentile", "ms", course => course.Delay99);
        yield return Figure("deliveries that were skipped", "%", course => 100.0 * course.Missed / (course.Missed + course.Tally.Came));
        yield return Figure("load of the server", "% of a core", course => course.Load);
        yield return Figure("load of the crowd", "% of a core", course => course.CrowdLoad);

        // Who reads too slowly is skipped, which is not the question here.
        static bool IsKeptUp(Course course) => course.Refused == 0 && course.Answer99 < 1_000;

        Figure Figure(string name, string unit, Func<Course, double> of) => new("then: " + name, unit, [.. best.Select(of)], []);
    }
}
