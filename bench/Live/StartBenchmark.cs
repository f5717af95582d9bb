using System.Diagnostics;
using System.Runtime.CompilerServices;
using ContentPages.Bench.Measuring;
using ContentPages.Bench.Server;

namespace ContentPages.Bench.Live;

/// <summary>A stream that was started and waits: from the first byte of its encoder until its status is Live.</summary>
internal static class StartBenchmark
{
    private const double Latest = 2;

    public static async IAsyncEnumerable<Figure> Run(BenchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var film = await LiveClip.Of(request.Smoke, cancel);
        using var scratch = new Scratch();
        await using var server = await OurServer.Start(scratch.Path, cancel);
        using var artist = await Artist.SignUp(server, cancel);
        List<double> times = [];
        // The runtime compiles what the first start needs.
        await Measure();
        for (var round = 0; round < (request.Smoke ? 2 : request.RoundsOr(10)); round++) times.Add(await Measure());

        yield return new Figure("first RTMP packet to Live", "s", times, [], new Limit(Limited.Ours, Latest));

        async Task<double> Measure()
        {
            var broadcast = await Broadcast.Create(server, artist, cancel, record: false);
            var address = new Uri(await broadcast.Address(cancel));
            await broadcast.Start(cancel);
            await using var wire = FirstByte.Listen(address);
            await using var encoder = Encoder.Send(film, wire.Address.AbsoluteUri);
            var first = await wire.Arrived.WaitAsync(TimeSpan.FromSeconds(30), cancel);
            await broadcast.Until("live", cancel);
            var time = Stopwatch.GetElapsedTime(first).TotalSeconds;
            await broadcast.Stop(cancel);
            return time;
        }
    }
}
