using System.Globalization;

namespace ContentPages.Backends.Local.Videos;

/// <summary>A ratio as ffmpeg writes it (<c>30000/1001</c>, <c>1:1</c>). A zero on either side stands for unknown.</summary>
internal readonly record struct Rational(int Numerator, int Denominator)
{
    public static readonly Rational One = new(1, 1);

    public bool Known => Numerator > 0 && Denominator > 0;

    public double Value => Known ? (double)Numerator / Denominator : 0;

    public static Rational Parse(string? text)
    {
        var parts = text?.Split('/', ':');
        return parts is [var above, var below]
            && int.TryParse(above, NumberStyles.None, CultureInfo.InvariantCulture, out var numerator)
            && int.TryParse(below, NumberStyles.None, CultureInfo.InvariantCulture, out var denominator)
            ? new(numerator, denominator)
            : default;
    }

    public override string ToString() => Denominator == 1
        ? Numerator.ToString(CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{Numerator}/{Denominator}");
}
