using System.Numerics;

namespace ContentPages.Simulation.Engine;

/// <summary>Everything that is left to chance, out of one seed (SplitMix64): the same in every run, on every runtime.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong _state = seed;

    public ulong NextBits()
    {
        var mixed = _state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// <summary>0 to below <paramref name="end"/>.</summary>
    public int Below(int end) => (int)Math.BigMul(NextBits(), (ulong)end, out _);

    /// <summary>Both ends included.</summary>
    public int Between(int from, int to) => from + Below(to - from + 1);

    public bool Chance(double probability) => (NextBits() >> 11) * (1.0 / (1UL << 53)) < probability;

    public TimeSpan Milliseconds(int from, int to) => TimeSpan.FromMilliseconds(Between(from, to));

    /// <summary>Mostly short, now and then up to the longest: each halving of the rest is as likely as the next.</summary>
    public TimeSpan LongTail(int milliseconds) => TimeSpan.FromMilliseconds(Below(Math.Max(1, milliseconds >> BitOperations.TrailingZeroCount(NextBits() | 128))));

    public T Pick<T>(IReadOnlyList<T> of) => of[Below(of.Count)];

    /// <summary>A stream of chance of its own, so that one actor's throws do not shift another's.</summary>
    public Dice Fork() => new(NextBits());
}
