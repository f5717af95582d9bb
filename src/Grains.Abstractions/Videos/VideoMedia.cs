namespace ContentPages.Videos;

/// <summary>What an attempt has made. Keys are object-store keys.</summary>
/// <param name="Prefix">The attempt's own prefix, ending in <c>/</c>; every other name is relative to it.</param>
/// <param name="Playlist">The HLS multivariant playlist, or null until it can be played.</param>
/// <param name="Poster">A JPEG still, or null until there is one.</param>
/// <param name="Storyboard">A WebVTT file whose cues point into a sprite, or null until there is one.</param>
/// <param name="DurationSeconds">Length of the film in seconds, 0 until known.</param>
/// <param name="Width">Width of the largest rendition in pixels, 0 for audio only or until known.</param>
/// <param name="Height">Height of the largest rendition in pixels, 0 for audio only or until known.</param>
[GenerateSerializer, Immutable, Alias("contentpages.VideoMedia")]
public sealed record VideoMedia(
    [property: Id(0)] string Prefix,
    [property: Id(1)] string? Playlist = null,
    [property: Id(2)] string? Poster = null,
    [property: Id(3)] string? Storyboard = null,
    [property: Id(4)] double DurationSeconds = 0,
    [property: Id(5)] int Width = 0,
    [property: Id(6)] int Height = 0);
