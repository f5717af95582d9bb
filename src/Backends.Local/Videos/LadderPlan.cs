namespace ContentPages.Backends.Local.Videos;

/// <summary>One rendition. Sizes are pixels, square and even.</summary>
/// <param name="Name">Folder of the rendition, <c>1080p</c> for instance.</param>
/// <param name="Kilobits">The most bits a second of its video, in thousands.</param>
internal sealed record Rung(string Name, int Width, int Height, int Kilobits);

/// <summary>How high dynamic range becomes 8 bit.</summary>
internal enum ToneMapping
{
    None,
    PerceptualQuantizer,
    HybridLogGamma,
}

/// <param name="Track">The stream's number in the file.</param>
/// <param name="Rungs">Largest first; never above the source.</param>
/// <param name="Rate">Frames a second of every rung: constant, at most 60.</param>
/// <param name="FromRgb">Whether the source holds RGB, whose matrix must be chosen.</param>
/// <param name="HoldLastFrame">Seconds that the last frame stays, because the sound goes on.</param>
internal sealed record VideoPlan(
    int Track,
    IReadOnlyList<Rung> Rungs,
    Rational Rate,
    bool Deinterlace,
    ToneMapping ToneMapping,
    bool FromRgb,
    double HoldLastFrame);

/// <param name="Channels">Channels of the source; the rendition is stereo.</param>
/// <param name="SampleRate">44,100 or 48,000.</param>
/// <param name="PadTo">Seconds that silence fills up to, because the picture goes on; null for none.</param>
internal sealed record AudioPlan(int Track, int Channels, int SampleRate, double? PadTo);

/// <summary>What a job makes of a file.</summary>
/// <param name="Cover">The attached picture's stream, for a recording without a film.</param>
/// <param name="Duration">Seconds, or null where the file does not tell.</param>
/// <param name="Warnings">What the artist loses, for the log.</param>
internal sealed record LadderPlan(
    VideoPlan? Video,
    AudioPlan? Audio,
    int? Cover,
    double? Duration,
    IReadOnlyList<string> Warnings)
{
    public const string AudioFolder = "audio";

    /// <summary>The folders that will hold a playlist.</summary>
    public IReadOnlyList<string> Folders => Video is null ? [AudioFolder] : [.. Video.Rungs.Select(rung => rung.Name)];
}
