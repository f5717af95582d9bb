using System.Runtime.CompilerServices;
using ContentPages.Bench.Chat.Driver;
using ContentPages.Bench.Measuring;

namespace ContentPages.Bench.Chat.Delivery;

/// <summary>
/// What a delivery costs, from the call of a viewer who posts to the sockets of all in the room, against a plain hub of the framework. Ours
/// are checked, on disk before they are acknowledged, and in one order for everybody; theirs are passed on.
/// </summary>
internal static class FanoutBenchmark
{
    private const double LatestMilliseconds = 120;

    public static IAsyncEnumerable<Figure> OneRoom(BenchRequest request, CancellationToken cancel) =>
        Run(new Shape(1, request.Smoke ? 100 : 1_000, 100, Posters: 100), 1.0, LatestMilliseconds, request, cancel);

    public static IAsyncEnumerable<Figure> ManyRooms(BenchRequest request, CancellationToken cancel) =>
        Run(request.Smoke ? new Shape(20, 25, 5, Posters: 20) : new Shape(200, 25, 5, Posters: 200), 1.3, null, request, cancel);

    private static async IAsyncEnumerable<Figure> Run(
        Shape shape, double most, double? latest, BenchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var length = TimeSpan.FromSeconds(request.Smoke ? 2 : 10);
        using var scratch = new Scratch();
        await using var ours = await OurHub.Start(scratch.Path, shape.Rooms, shape.Posters, cancel);
        await using var plain = await PlainHub.Start(cancel);
        // The runtime compiles what is used.
        foreach (var hub in new IHub[] { ours, plain }) await Measure(hub, length);

        List<Course> own = [], other = [];
        for (var round = 0; round < request.RoundsOr(3); round++)
        {
            own.Add(await Measure(ours, length));
            other.Add(await Measure(plain, length));
        }

        yield return Figure("CPU time of the server for one delivery", "us", course => course.CpuOfDelivery, new Limit(Limited.Ratio, most));
        yield return Figure("from due to delivered, median", "ms", course => course.Tally.Delay.At(0.5));
        var inTime = latest is { } number ? new Limit(Limited.Ours, number) : null;
        yield return Figure("from due to delivered, 99th percentile", "ms", course => course.Delay99, inTime);
        yield return Figure("on the wire for one delivery", "bytes", course => (double)course.Tally.Bytes / course.Tally.Came);
        yield return Figure("load of the server", "% of a core", course => course.Load);
        yield return Figure("load of the crowd", "% of a core", course => course.CrowdLoad);

        Task<Course> Measure(IHub hub, TimeSpan seconds) => Cores.OnCrowds(() =>
        {
            using var crowd = new Crowd(hub, shape.Rooms, shape.Posters, cancel);
            crowd.Grow(shape.Rooms * shape.ViewersOfRoom);
            crowd.Post(shape.Rate, seconds / 6).Demand();
            var course = crowd.Post(shape.Rate, seconds).Demand();
            foreach (var room in crowd.Rooms) room.DemandAll();
            return course;
        });

        Figure Figure(string name, string unit, Func<Course, double> of, Limit? limit = null) =>
            new($"{shape}: {name}", unit, [.. own.Select(of)], [.. other.Select(of)], limit);
    }

    /// <param name="RateOfRoom">Posts a second.</param>
    /// <param name="Posters">Viewers who post, in all rooms.</param>
    private sealed record Shape(int Rooms, int ViewersOfRoom, double RateOfRoom, int Posters)
    {
        public double Rate => Rooms * RateOfRoom;

        public override string ToString() => FormattableString.Invariant(
            $"{(Rooms == 1 ? "1 room" : $"{Rooms} rooms")} x {ViewersOfRoom:N0} viewers x {RateOfRoom} messages a second");
    }
}
