using System.Globalization;

namespace ContentPages.Simulation;

/// <summary>Many seeds, each another evening. <c>CONTENTPAGES_SEEDS</c> says how many, <c>CONTENTPAGES_SEED</c> which one alone.</summary>
public sealed class ScheduleTests
{
    private const int Default = 1_000;

    /// <summary>Then the rest need not be played.</summary>
    private const int MostFailures = 20;

    [Fact]
    public void EverySchedule_KeepsWhatIsPromised()
    {
        var failed = Seeds().Select(seed => Evening.Play(seed)).Where(o => o.Failure is not null).Take(MostFailures).ToList();

        Assert.True(failed.Count == 0, $"{failed.Count} seeds failed: {string.Concat(failed.Select(f => $"{Environment.NewLine}{f.Seed}: {f.Failure!.Split('\n')[0]}"))}{Environment.NewLine} {failed.FirstOrDefault()}");
    }

    [Fact]
    public void TheSameSeed_IsTheSameScheduleToTheLastStep()
    {
        for (var seed = 0UL; seed < 10; seed++)
        {
            var (first, second) = (Evening.Play(seed), Evening.Play(seed));
            Assert.Equal((first.Hash, first.Steps, first.Took), (second.Hash, second.Steps, second.Took));
        }
    }

    private static IEnumerable<ulong> Seeds()
    {
        if (Number("CONTENTPAGES_SEED") is { } one) return [one];
        var first = Number("CONTENTPAGES_FIRST_SEED") ?? 0;
        return Enumerable.Range(0, (int)(Number("CONTENTPAGES_SEEDS") ?? Default)).Select(n => first + (ulong)n);
    }

    private static ulong? Number(string name) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? ulong.Parse(text, CultureInfo.InvariantCulture) : null;
}
