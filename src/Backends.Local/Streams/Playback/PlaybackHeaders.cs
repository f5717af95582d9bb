using Microsoft.Extensions.Primitives;

namespace ContentPages.Backends.Local.Streams.Playback;

/// <summary>
/// How long caches may keep an answer: for everyone, and for one viewer. The names of media are never used again, playlists are out of date after
/// half a segment, and an answer to a blocking reload belongs to its address (RFC 8216bis, appendix B).
/// </summary>
internal sealed record PlaybackHeaders(StringValues Public, StringValues Private)
{
    public static readonly StringValues PlaylistType = "application/vnd.apple.mpegurl";
    public static readonly StringValues SegmentType = "video/iso.segment";
    public static readonly StringValues Mp4Type = "video/mp4";
    public static readonly StringValues JpegType = "image/jpeg";

    public static PlaybackHeaders Immutable { get; } = new("public, max-age=31536000, immutable", "private, max-age=3600, immutable");

    public static PlaybackHeaders Reload { get; } = new("public, max-age=12", "private, max-age=12");

    public static PlaybackHeaders Playlist { get; } = new("public, max-age=1", "private, no-cache");

    public static PlaybackHeaders Master { get; } = new("public, max-age=2", "private, no-cache");

    public static PlaybackHeaders Poster { get; } = new("public, max-age=20", "private, max-age=20");

    public StringValues For(PlaybackDoor door) => door.IsPublic ? Public : Private;
}
