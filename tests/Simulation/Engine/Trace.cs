using System.Globalization;

namespace ContentPages.Simulation.Engine;

/// <summary>What has happened, in order: a hash of all of it, and the last lines to read.</summary>
internal sealed class Trace(int kept)
{
    private const ulong Prime = 0x100000001B3;

    private readonly Queue<string> _tail = new(kept + 1);

    /// <summary>FNV-1a over every line and every choice.</summary>
    public ulong Hash { get; private set; } = 0xCBF29CE484222325;

    public long Lines { get; private set; }

    public void Line(TimeSpan at, string line)
    {
        Lines++;
        foreach (var letter in line) Mix(letter);
        Mix((ulong)at.Ticks);
        _tail.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{at.TotalSeconds,12:F3} {line}"));
        if (_tail.Count > kept) _tail.Dequeue();
    }

    /// <summary>A choice that is worth no line.</summary>
    public void Mix(ulong choice) => Hash = (Hash ^ choice) * Prime;

    public IReadOnlyList<string> Tail() => [.. _tail];
}
