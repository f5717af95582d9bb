namespace ContentPages.Backends.Local.Videos;

/// <summary>
/// Which sizes are made. As on YouTube a rung is a box of 16:9, standing for portraits: 1920x800 and 1080x1920 are both 1080p.
/// Nothing is ever enlarged; what lies well above the next lower rung (480p does, 900p does not) keeps a rung of its own size.
/// </summary>
internal static class RungPlan
{
    // A source that misses a rung by so little (1072 lines) counts as that rung.
    private const double AsGoodAs = 0.95;

    // From so many times the next lower rung on, the source's own size is worth a rendition.
    private const double WorthOwn = 1.3;

    private const double Fast = 35;

    private static readonly (int Lines, int Kilobits)[] Standard = [(1080, 6000), (720, 3000), (360, 1000)];

    public static IReadOnlyList<Rung> Of(VideoTrack video, Rational rate)
    {
        var (width, height) = SquareSize(video);
        var lines = Lines(width, height);
        var factor = rate.Value > Fast ? 1.5 : 1;
        var rungs = Standard
            .Where(rung => lines >= rung.Lines * AsGoodAs)
            .Select(rung => Fit($"{rung.Lines}p", width, height, Math.Min(1, rung.Lines / lines), (int)(rung.Kilobits * factor)))
            .ToList();
        var top = Standard.FirstOrDefault(rung => lines >= rung.Lines * AsGoodAs).Lines;
        if (top < Standard[0].Lines && lines >= top * WorthOwn)
            rungs.Insert(0, Fit($"{(int)Math.Round(lines)}p", width, height, 1, (int)(OwnKilobits(lines) * factor)));
        return rungs;
    }

    /// <summary>The size of a still that fits a rung's box.</summary>
    public static (int Width, int Height) Still(VideoTrack video, int lines)
    {
        var (width, height) = SquareSize(video);
        var still = Fit("", width, height, Math.Min(1, lines / Lines(width, height)), 0);
        return (still.Width, still.Height);
    }

    // Lines are kept and columns made square, as television does: 720x576 of 64:45 is 1024x576.
    private static (double Width, double Height) SquareSize(VideoTrack video)
    {
        var width = video.Width * video.SampleAspect.Value;
        return video.Rotation is 90 or 270 ? (video.Height, width) : (width, video.Height);
    }

    private static double Lines(double width, double height) =>
        Math.Max(Math.Min(width, height), Math.Max(width, height) * 9 / 16);

    private static Rung Fit(string name, double width, double height, double scale, int kilobits) =>
        new(name, Even(width * scale), Even(height * scale), kilobits);

    // Down, so that an odd source is not enlarged by a pixel.
    private static int Even(double pixels) => Math.Max(2, (int)(Math.Floor((pixels + 0.01) / 2) * 2));

    private static double OwnKilobits(double lines) => Math.Clamp(6000 * Math.Pow(lines / 1080, 1.63), 200, 6000);
}
