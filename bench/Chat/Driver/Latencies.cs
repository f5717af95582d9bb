using System.Numerics;

namespace ContentPages.Bench.Chat.Driver;

/// <summary>Millions of times in a few kilobytes: 64 steps for each power of two, so that what it answers is at most 1.6 % off.</summary>
internal sealed class Latencies
{
    private const int Steps = 64;
    private const int StepBits = 6;

    private readonly long[] _counts = new long[Steps * Steps];

    public long Count { get; private set; }

    /// <param name="nanoseconds">Less than nothing counts as nothing.</param>
    public void Add(long nanoseconds)
    {
        _counts[Place(Math.Max(0, nanoseconds))]++;
        Count++;
    }

    /// <returns>Milliseconds; not a number when nothing was added.</returns>
    public double At(double rank)
    {
        var left = (long)Math.Ceiling(rank * Count);
        for (var i = 0; i < _counts.Length && Count > 0; i++)
        {
            if ((left -= _counts[i]) <= 0) return Middle(i) / 1e6;
        }

        return double.NaN;
    }

    private static int Place(long value)
    {
        if (value < Steps) return (int)value;
        var power = BitOperations.Log2((ulong)value) - StepBits;
        return ((power + 1) * Steps) + (int)((value >> power) - Steps);
    }

    private static long Middle(int place)
    {
        if (place < Steps) return place;
        var power = (place / Steps) - 1;
        return ((long)((place % Steps) + Steps) << power) + ((1L << power) / 2);
    }
}
