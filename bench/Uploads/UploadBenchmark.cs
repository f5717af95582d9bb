using System.Runtime.CompilerServices;
using ContentPages.Bench.Bare;
using ContentPages.Bench.Measuring;
using ContentPages.Bench.Server;

namespace ContentPages.Bench.Uploads;

/// <summary>
/// A file through the signed endpoint, in parts over four connections as a browser sends it and in one PUT, against curl to an endpoint
/// that writes a file.
/// </summary>
internal static class UploadBenchmark
{
    private const int Connections = 4;
    private const long MiB = 1 << 20;
    private const long Single = 64 * MiB;
    private const long Huge = 5_000_000_000;
    private const double Slowest = 1.1;
    private const double MemoryLimit = 400;

    public static async IAsyncEnumerable<Figure> Run(BenchRequest request, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var scratch = new Scratch();
        await using var ours = await OurServer.Start(scratch.Sub("data"), cancel);
        var bareFolder = scratch.Sub("bare");
        await using var bare = await BareServer.Start(BareServer.File, cancel, [bareFolder]);
        using var artist = await Artist.SignUp(ours, cancel);
        var course = new UploadCourse(artist, ours, bare, bareFolder);
        var rounds = request.RoundsOr(5);

        var size = request.Smoke ? 128 * MiB : 1024 * MiB;
        var parts = await PartFiles.Make(scratch.Sub("parts"), size, await course.PartSizeOf(size, cancel), andWhole: true, cancel);
        await course.Multipart(parts, Connections, cancel);
        await course.BareWhole(parts, cancel);
        var multipart = new UploadSamples();
        for (var round = 0; round < rounds; round++)
        {
            multipart.AddOurs(await course.Multipart(parts, Connections, cancel));
            multipart.AddBare(await course.BareWhole(parts, cancel));
            multipart.BareInParts.Add((await course.BareParts(parts, Connections, cancel)).Wall);
        }

        var name = $"{size / MiB} MiB in {parts.Parts.Count} parts";
        yield return new Figure($"{name}, to one curl -T", "s", multipart.Wall, multipart.BareWall, new Limit(Limited.Ratio, Slowest));
        yield return new Figure($"{name}, to the same parts", "s", multipart.Wall, multipart.BareInParts);
        yield return new Figure($"{name}, joined by confirm", "s", multipart.Confirm, []);
        yield return new Figure($"{name}, CPU time of the server", "s", multipart.Cpu, multipart.BareCpu);
        yield return new Figure($"{name}, peak memory", "MB", multipart.Peak, multipart.BarePeak, new Limit(Limited.LargestOfOurs, MemoryLimit));

        var whole = await PartFiles.Make(scratch.Sub("single"), Single, Single, andWhole: true, cancel);
        for (var warmUp = 0; warmUp < 3; warmUp++)
        {
            await course.Single(whole, cancel);
            await course.BareWhole(whole, cancel);
        }

        var single = new UploadSamples();
        for (var round = 0; round < 3 * rounds; round++)
        {
            single.AddOurs(await course.Single(whole, cancel));
            single.AddBare(await course.BareWhole(whole, cancel));
        }

        yield return new Figure($"{Single / MiB} MiB in one PUT", "s", single.Wall, single.BareWall, new Limit(Limited.Ratio, Slowest));
        yield return new Figure($"{Single / MiB} MiB in one PUT, CPU time of the server", "s", single.Cpu, single.BareCpu);

        if (!request.Huge) yield break;
        var huge = await PartFiles.Make(scratch.Sub("huge"), Huge, await course.PartSizeOf(Huge, cancel), andWhole: false, cancel);
        var run = await course.Multipart(huge, Connections, cancel);
        yield return new Figure("5 GB in parts, peak memory", "MB", [run.Peak], [], new Limit(Limited.LargestOfOurs, MemoryLimit));
        yield return new Figure("5 GB in parts, time with confirm", "s", [run.Wall + run.Confirm], []);
    }
}
