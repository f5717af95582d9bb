namespace ContentPages.Bench.Measuring;

/// <summary>What the limit of a figure is about.</summary>
internal enum Limited
{
    /// <summary>The median of ours, in the figure's unit.</summary>
    Ours,
    /// <summary>The largest of ours: memory is over its limit if it was once.</summary>
    LargestOfOurs,
    /// <summary>The median of ours through the median of the other side.</summary>
    Ratio,
}

/// <summary>One measured quantity, with every sample.</summary>
/// <param name="Ours">Samples of the program.</param>
/// <param name="Other">Samples of what it is compared with, taken alternately in the same run; empty for none.</param>
/// <param name="Limit">Null where the figure is for information.</param>
internal sealed record Figure(string Name, string Unit, IReadOnlyList<double> Ours, IReadOnlyList<double> Other, Limit? Limit = null)
{
    public double? Ratio => Other.Count == 0 || Ours.Count == 0 ? null : Ours.Median() / Other.Median();

    public bool? Kept => Limit is null ? null : Ours.Count > 0 && Limit.Holds(Limit.Of switch
    {
        Limited.Ours => Ours.Median(),
        Limited.LargestOfOurs => Ours.Max(),
        Limited.Ratio => Ratio ?? double.NaN,
        _ => double.NaN,
    });
}

internal sealed record Limit(Limited Of, double Number, bool AtLeast = false)
{
    public bool Holds(double value) => AtLeast ? value >= Number : value <= Number;
}

internal static class Samples
{
    /// <param name="rank">0 for the smallest, 1 for the largest.</param>
    public static double At(this IReadOnlyList<double> samples, double rank)
    {
        var sorted = samples.Order().ToList();
        return sorted[(int)Math.Round(rank * (sorted.Count - 1))];
    }

    public static double Median(this IReadOnlyList<double> samples)
    {
        var sorted = samples.Order().ToList();
        var middle = sorted.Count / 2;
        return sorted.Count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }
}
