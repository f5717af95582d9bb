using System.Runtime.CompilerServices;
using ContentPages.Bench.Measuring;
using ContentPages.Bench.Server;

namespace ContentPages.Bench.Live;

/// <summary>
/// From the clock in the picture to the clock in Chromium: the site's own page against plain one-second HLS through nginx with hls.js as it
/// comes. One encoder feeds both, both are watched side by side.
/// </summary>
internal static class LatencyBenchmark
{
    private const double Latest = 1.5;
    private const double OfPlain = 0.5;

    public static async IAsyncEnumerable<Figure> Run(BenchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var scratch = new Scratch();
        await using var nginx = await Nginx.Start(scratch.Sub("nginx"), cancel);
        BrowserWatch.WritePlainPage(nginx.Folder);
        await using var server = await OurServer.Start(scratch.Sub("data"), cancel);
        using var artist = await Artist.SignUp(server, cancel);
        var broadcast = await Broadcast.Create(server, artist, cancel);
        await broadcast.Start(cancel);
        await using var clock = ClockEncoder.Start(await broadcast.Address(cancel), nginx.Rtmp);
        await broadcast.Until("live", cancel);
        await Until(() => File.Exists(Path.Combine(nginx.Folder, "hls", "clock.m3u8")), cancel);

        Uri[] pages = [broadcast.Page, new(nginx.Address, "plain.html")];
        List<IReadOnlyList<double>> ours = [], plain = [];
        for (var round = 0; round < request.RoundsOr(5); round++)
        {
            var ages = await BrowserWatch.Ages(request.Smoke ? 3 : 10, request.Smoke ? 5 : 30, pages, cancel);
            clock.DemandRunning();
            ours.Add(ages[0]);
            plain.Add(ages[1]);
        }

        yield return At("median", 0.5, new Limit(Limited.Ours, Latest));
        yield return At("median, through plain HLS", 0.5, new Limit(Limited.Ratio, OfPlain));
        yield return At("90 of 100", 0.9, null);
        yield return At("99 of 100", 0.99, null);

        Figure At(string name, double rank, Limit? limit) =>
            new($"clock to clock, {name}", "s", [.. ours.Select(one => one.At(rank))], [.. plain.Select(one => one.At(rank))], limit);
    }

    private static async Task Until(Func<bool> there, CancellationToken cancel)
    {
        for (var tries = 0; !there(); tries++)
        {
            if (tries > 300) throw new BenchException("nginx made no playlist.");
            await Task.Delay(100, cancel);
        }
    }
}
