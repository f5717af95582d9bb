using System.Runtime.CompilerServices;
using System.Text.Json;
using ContentPages.Bench.Bare;
using ContentPages.Bench.Measuring;
using ContentPages.Bench.Server;

namespace ContentPages.Bench.Lists;

/// <summary><c>GET /api/videos</c>, a page of 24 out of 10,000, against an endpoint that answers nothing.</summary>
internal static class ListBenchmark
{
    private const int Videos = 10_000;
    private const int PageSize = 24;
    private const double Least = 0.5;

    public static async IAsyncEnumerable<Figure> Run(BenchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var scratch = new Scratch();
        await SeededCatalog.Fill(scratch.Path, Videos, cancel);
        await using var ours = await OurServer.Start(scratch.Path, cancel);
        await using var bare = await BareServer.Start(BareServer.Empty, cancel);
        var list = new Uri(ours.Address, "api/videos");
        var empty = new Uri(bare.Address, "api/videos");
        await CheckPage(list, cancel);

        var length = TimeSpan.FromSeconds(request.Smoke ? 1 : 5);
        foreach (var address in new[] { list, empty, list, empty }) await KeepAliveDriver.Run(address, length / 2, cancel);

        List<double> rate = [], emptyRate = [], cpu = [], emptyCpu = [];
        for (var round = 0; round < (request.Rounds ?? (request.Smoke ? 2 : 7)); round++)
        {
            await Measure(ours, list, rate, cpu);
            await Measure(bare, empty, emptyRate, emptyCpu);
        }

        yield return new Figure("24 of 10,000 against an empty endpoint", "requests/s", rate, emptyRate, new Limit(Limited.Ratio, Least, AtLeast: true));
        yield return new Figure("CPU time of the server for one request", "us", cpu, emptyCpu);

        async Task Measure(ChildServer server, Uri address, List<double> rates, List<double> costs)
        {
            var before = ProcessCost.CpuWithChildren(server.ProcessId);
            var answered = await KeepAliveDriver.Run(address, length, cancel);
            rates.Add(answered);
            costs.Add((ProcessCost.CpuWithChildren(server.ProcessId) - before) * 1e6 / (answered * length.TotalSeconds));
        }
    }

    private static async Task CheckPage(Uri list, CancellationToken cancel)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var page = JsonDocument.Parse(await http.GetByteArrayAsync(list, cancel));
        var count = page.RootElement.GetProperty("items").GetArrayLength();
        if (count != PageSize) throw new BenchException($"The list holds {count} items instead of {PageSize}.");
    }
}
