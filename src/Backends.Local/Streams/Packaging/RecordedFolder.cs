namespace ContentPages.Backends.Local.Streams.Packaging;

/// <summary>A recording that has ended. Names are relative to its folder.</summary>
/// <param name="Breaks">Seconds from its start at which the encoder was lost or its clock jumped, in order.</param>
/// <param name="Playlist">A multivariant playlist.</param>
/// <param name="Poster">A JPEG still, or null.</param>
internal sealed record RecordedFolder(
    double DurationSeconds, int Width, int Height, IReadOnlyList<double> Breaks, string Playlist, string? Poster)
{
    /// <summary>What lies in a folder, or null unless a recording has ended there.</summary>
    public static RecordedFolder? Read(string folder) => throw new NotImplementedException(folder);
}
