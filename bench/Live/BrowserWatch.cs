using System.Globalization;
using System.Text.Json;
using ContentPages.Bench.Measuring;

namespace ContentPages.Bench.Live;

/// <summary>Chromium, driven by the scripts in <c>Live/browser</c>.</summary>
internal static class BrowserWatch
{
    private static string Scripts => Path.Combine(Places.Root, "bench", "Live", "browser");

    /// <summary>The age of what each page shows, ten times a second, in seconds.</summary>
    /// <exception cref="BenchException">A page plays nothing, or more than a tenth of what it showed could not be read.</exception>
    public static async Task<IReadOnlyList<IReadOnlyList<double>>> Ages(int settle, int seconds, IReadOnlyList<Uri> pages, CancellationToken cancel)
    {
        var seen = await Run<Seen[]>("latency.mjs", [Text(settle), Text(seconds), .. pages.Select(page => page.AbsoluteUri)], cancel);
        foreach (var (page, one) in pages.Zip(seen))
        {
            if (one.Unreadable * 10 > one.Ages.Count)
                throw new BenchException($"{one.Unreadable} pictures on {page} could not be read, {one.Ages.Count} could.");
        }

        return [.. seen.Select(one => one.Ages.Select(milliseconds => milliseconds / 1000).ToList())];
    }

    /// <summary>Seconds from the navigation to the first decoded frame.</summary>
    public static async Task<IReadOnlyList<double>> Joins(int times, Uri page, CancellationToken cancel) =>
        [.. (await Run<double[]>("join.mjs", [Text(times), page.AbsoluteUri], cancel)).Select(milliseconds => milliseconds / 1000)];

    /// <summary>Puts a page with hls.js as it comes into a folder that holds <c>hls/clock.m3u8</c>.</summary>
    public static void WritePlainPage(string folder)
    {
        File.Copy(Path.Combine(Scripts, "plain.html"), Path.Combine(folder, "plain.html"));
        File.Copy(Path.Combine(Places.Root, "frontend", "node_modules", "hls.js", "dist", "hls.min.js"), Path.Combine(folder, "hls.min.js"));
    }

    private static async Task<T> Run<T>(string script, IEnumerable<string> arguments, CancellationToken cancel)
    {
        var run = await Tool.Run("node", [Path.Combine(Scripts, script), .. arguments], cancel);
        return JsonSerializer.Deserialize<T>(run.Output, JsonSerializerOptions.Web) ?? throw new BenchException($"{script} said nothing.");
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Seen(IReadOnlyList<double> Ages, int Unreadable);
}
