namespace ContentPages.Streams;

/// <summary>Where a stream is played.</summary>
/// <param name="Kind"><c>hls</c> or <c>ivs</c>.</param>
/// <param name="Url">Absolute, or relative to the site's root.</param>
/// <param name="Poster">Where a JPEG still of the last minute is, once there is one; null where the provider makes none.</param>
/// <param name="ExpiresAt">When the addresses stop working; null for public streams.</param>
public sealed record StreamPlayback(string Kind, string Url, string? Poster, DateTimeOffset? ExpiresAt);

/// <summary>Makes playback addresses, without asking the grain. Public streams get stable ones that caches can keep; all others signed ones.</summary>
public interface IStreamAddresses
{
    /// <summary>What viewers play, or null unless a session is live or reconnecting.</summary>
    StreamPlayback? Of(LiveStreamSnapshot stream);

    /// <summary>What the encoder sends now, for the owner alone: always signed. Null without a channel.</summary>
    StreamPlayback? PreviewOf(LiveStreamSnapshot stream);
}
