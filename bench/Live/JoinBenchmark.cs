using System.Runtime.CompilerServices;
using ContentPages.Bench.Measuring;
using ContentPages.Bench.Server;

namespace ContentPages.Bench.Live;

/// <summary>From opening the page of a live stream, by a visitor who has been on the site before, to the first decoded frame.</summary>
internal static class JoinBenchmark
{
    private const double Latest = 1;

    public static async IAsyncEnumerable<Figure> Run(BenchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        var film = await LiveClip.Of(request.Smoke, cancel);
        using var scratch = new Scratch();
        await using var server = await OurServer.Start(scratch.Path, cancel);
        using var artist = await Artist.SignUp(server, cancel);
        var broadcast = await Broadcast.Create(server, artist, cancel);
        await broadcast.Start(cancel);
        await using var encoder = Encoder.Send(film, await broadcast.Address(cancel));
        await broadcast.Until("live", cancel);
        await Task.Delay(TimeSpan.FromSeconds(5), cancel);

        var joins = await BrowserWatch.Joins(request.Smoke ? 2 : request.RoundsOr(15), broadcast.Page, cancel);
        encoder.DemandRunning();
        yield return new Figure("navigation to first frame, 1080p", "s", joins, [], new Limit(Limited.Ours, Latest));
    }
}
