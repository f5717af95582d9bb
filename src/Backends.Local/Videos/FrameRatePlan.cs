namespace ContentPages.Backends.Local.Videos;

/// <summary>
/// The constant frame rate of the renditions: the source's own where it has one, at most 60 and at least 10 frames a second;
/// for a variable one, the next usual rate. Constant, so that the key frames of all rungs fall together.
/// </summary>
internal static class FrameRatePlan
{
    private const double Highest = 60.5;
    private const double Lowest = 10;
    private const double Same = 0.01;

    private static readonly Rational[] Usual =
    [
        new(24000, 1001), new(24, 1), new(25, 1), new(30000, 1001), new(30, 1), new(48, 1), new(50, 1), new(60000, 1001), new(60, 1),
    ];

    public static Rational Of(VideoTrack video)
    {
        var rate = video.Rate;
        if (!rate.Known) rate = video.AverageRate;
        if (!rate.Known || rate.Value > 1000) return NextUsual(video.AverageRate.Value);

        var constant = !video.AverageRate.Known || Math.Abs(rate.Value - video.AverageRate.Value) <= rate.Value * Same;
        if (!constant) return NextUsual(video.AverageRate.Value);

        if (rate.Value > Highest)
            return rate with { Denominator = rate.Denominator * (int)Math.Ceiling(rate.Value / Highest) };
        return rate.Value < Lowest
            ? rate with { Numerator = rate.Numerator * (int)Math.Ceiling(Lowest / rate.Value) }
            : rate;
    }

    private static Rational NextUsual(double average) =>
        Usual.Where(rate => rate.Value >= average * (1 - Same)).DefaultIfEmpty(Usual[^1]).First();
}
