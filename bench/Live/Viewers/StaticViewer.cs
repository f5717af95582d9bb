using System.Diagnostics;

namespace ContentPages.Bench.Live.Viewers;

/// <summary>Fetches what a recorded viewer got, when it got it, from files.</summary>
internal sealed class StaticViewer(Uri folder, IReadOnlyList<Tick> ticks)
{
    /// <summary>Parts that have arrived whole.</summary>
    public long Parts { get; private set; }

    /// <summary>Lays the files out.</summary>
    public static async Task Write(string folder, IReadOnlyList<Tick> ticks, CancellationToken cancel)
    {
        Directory.CreateDirectory(folder);
        for (var number = 0; number < ticks.Count; number++)
        {
            await File.WriteAllBytesAsync(Path.Combine(folder, PlaylistName(number)), ticks[number].Playlist, cancel);
            for (var part = 0; part < ticks[number].Parts.Count; part++)
                await File.WriteAllBytesAsync(Path.Combine(folder, PartName(number, part)), ticks[number].Parts[part], cancel);
        }
    }

    /// <param name="started">The <see cref="Stopwatch"/> time stamp that all of them count from.</param>
    public async Task Watch(long started, CancellationToken cancel)
    {
        using var wire = await Wire.Open(folder, cancel);
        for (var number = 0; number < ticks.Count; number++)
        {
            var wait = ticks[number].At - Stopwatch.GetElapsedTime(started);
            if (wait > TimeSpan.Zero) await Task.Delay(wait, cancel);
            await wire.Get(folder.AbsolutePath + PlaylistName(number), null, cancel);
            for (var part = 0; part < ticks[number].Parts.Count; part++)
            {
                await wire.Get(folder.AbsolutePath + PartName(number, part), null, cancel);
                Parts++;
            }
        }
    }

    private static string PlaylistName(int number) => FormattableString.Invariant($"{number}.m3u8");

    private static string PartName(int number, int part) => FormattableString.Invariant($"{number}-{part}.m4s");
}
