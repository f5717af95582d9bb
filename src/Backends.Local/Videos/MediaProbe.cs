namespace ContentPages.Backends.Local.Videos;

/// <summary>What ffprobe saw in a file. Times are seconds; what the file does not tell is null.</summary>
/// <param name="Score">How sure ffprobe is of the container, 1 to 100.</param>
/// <param name="Covers">Attached pictures.</param>
internal sealed record MediaProbe(
    string Container,
    int Score,
    double? Duration,
    IReadOnlyList<VideoTrack> Videos,
    IReadOnlyList<AudioTrack> Audios,
    IReadOnlyList<VideoTrack> Covers)
{
    /// <summary>With a length that is known for sure, where the container can only be guessed at.</summary>
    public MediaProbe OfLength(double seconds) => this with
    {
        Duration = seconds,
        Videos = [.. Videos.Select(track => track with { Duration = null })],
        Audios = [.. Audios.Select(track => track with { Duration = null })],
    };
}

/// <param name="Index">The stream's number in the file.</param>
/// <param name="Rotation">Degrees, 0, 90, 180 or 270, by the display matrix.</param>
/// <param name="Rate">The lowest rate that all time stamps fit (ffprobe's r_frame_rate).</param>
/// <param name="AverageRate">Frames by length.</param>
internal sealed record VideoTrack(
    int Index,
    string Codec,
    string FourCc,
    int Width,
    int Height,
    Rational SampleAspect,
    int Rotation,
    Rational Rate,
    Rational AverageRate,
    string PixelFormat,
    string FieldOrder,
    string Transfer,
    string Matrix,
    double? Duration,
    bool IsDefault);

internal sealed record AudioTrack(int Index, string Codec, int Channels, int SampleRate, string Language, double? Duration, bool IsDefault);
