namespace ContentPages.Grains.Videos;

/// <summary>Names that every transcoder gives the outputs that are looked for before the job ends; relative to the attempt's prefix.</summary>
public static class VideoOutputs
{
    /// <summary>HLS multivariant playlist; there from the first segments on.</summary>
    public const string Playlist = "master.m3u8";

    /// <summary>JPEG still.</summary>
    public const string Poster = "poster.jpg";

    /// <summary>WebVTT whose cues point into a sprite of stills.</summary>
    public const string Storyboard = "storyboard.vtt";
}
