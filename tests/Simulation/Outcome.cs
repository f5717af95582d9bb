using System.Globalization;

namespace ContentPages.Simulation;

/// <summary>What has become of one schedule.</summary>
/// <param name="Failure">The first invariant that was broken; null for none.</param>
/// <param name="Hash">Of everything that happened.</param>
/// <param name="Steps">Tasks that ran.</param>
/// <param name="Tail">The last lines of the trace.</param>
internal sealed record Outcome(ulong Seed, string? Failure, ulong Hash, long Steps, TimeSpan Took, IReadOnlyList<string> Tail)
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"Seed {Seed} (CONTENTPAGES_SEED={Seed} plays it again): {Failure ?? "well"}{Environment.NewLine}trace {Hash:x16}, {Steps} steps, {Took}{Environment.NewLine}")
        + string.Join(Environment.NewLine, Tail);
}
