namespace ContentPages.Streams;

/// <summary>A live stream as callers see it.</summary>
/// <param name="Version">Etag of the stored item, for <c>If-Match</c>.</param>
/// <param name="ChannelId">The provider's id of its channel (an IVS ARN, or the local ingest's id); null until that is made.</param>
/// <param name="PlaybackUrl">The provider's own playback address where it has one (IVS); null for the local ingest.</param>
/// <param name="Cover">Object-store key of the cover picture, or null.</param>
/// <param name="Session">The session that is on, or the last one; null before the first.</param>
/// <param name="Viewers">Who watches now; 0 unless live. In lists as last stored, up to a minute old.</param>
/// <param name="Trouble">For the owner alone.</param>
[GenerateSerializer, Immutable, Alias("contentpages.LiveStreamSnapshot")]
public sealed record LiveStreamSnapshot(
    [property: Id(0)] string Id,
    [property: Id(1)] string Version,
    [property: Id(2)] string OwnerId,
    [property: Id(3)] string OwnerName,
    [property: Id(4)] StreamStatus Status,
    [property: Id(5)] StreamSignal Signal,
    [property: Id(6)] StreamDetails Details,
    [property: Id(7)] DateTimeOffset CreatedAt,
    [property: Id(8)] DateTimeOffset UpdatedAt,
    [property: Id(9)] string? ChannelId,
    [property: Id(10)] string? PlaybackUrl,
    [property: Id(11)] string? Cover,
    [property: Id(12)] StreamSession? Session,
    [property: Id(13)] int Viewers,
    [property: Id(14)] StreamTrouble? Trouble);
