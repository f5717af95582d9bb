using ContentPages.Grains.Machines;

namespace ContentPages.Grains.Streams;

/// <summary>The rules of cover pictures. Their names sort by when they were signed, so the order in which they arrive does not matter.</summary>
public static partial class LiveStreamMachine
{
    private static Decision<LiveStreamEvent> ArriveCover(LiveStreamState state, string key, DateTimeOffset now) =>
        key == state.Cover || state.Covers.Unwanted.Contains(key) ? Nothing
        : string.CompareOrdinal(key, state.Cover) > 0 ? new LiveStreamEvent.CoverChanged(key, now)
        : new LiveStreamEvent.CoverOutdated(key, now);

    private static Decision<LiveStreamEvent> ForgetCovers(LiveStreamState state, LiveStreamCommand.ForgetCovers forget, DateTimeOffset now) =>
        state.Covers.Unwanted.Intersect(forget.Keys).Any() ? new LiveStreamEvent.CoversRemoved(forget.Keys, now) : Nothing;

    private static CoverState Expect(CoverState covers, string key, DateTimeOffset now) =>
        covers with { Expected = Last([.. covers.Expected, key], CoverState.MostExpected), ExpectedUntil = now + LiveStreamSchedule.CoverWindow };

    /// <summary>A cover that has arrived is not expected any more; one that is not shown is to be removed.</summary>
    private static CoverState Arrive(CoverState covers, string arrived, string? unwanted)
    {
        string[] expected = [.. covers.Expected.Where(k => k != arrived)];
        return new()
        {
            Expected = expected,
            ExpectedUntil = expected.Length == 0 ? null : covers.ExpectedUntil,
            Unwanted = unwanted is null || covers.Unwanted.Contains(unwanted) ? covers.Unwanted : Last([.. covers.Unwanted, unwanted], CoverState.MostUnwanted),
        };
    }

    private static IReadOnlyList<T> Last<T>(IReadOnlyList<T> all, int most) => all.Count <= most ? all : [.. all.Skip(all.Count - most)];
}
