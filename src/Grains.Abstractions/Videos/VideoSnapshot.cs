namespace ContentPages.Videos;

/// <summary>A video as callers see it.</summary>
/// <param name="Version">Etag of the stored item, for <c>If-Match</c>.</param>
/// <param name="PublishedAt">When it first was ready and public; what the public list is ordered by.</param>
/// <param name="Progress">Present while processing.</param>
/// <param name="Recording">The live session that it is of; null for an uploaded film.</param>
/// <param name="Attempt">1 for the first transcode, 0 before it.</param>
[GenerateSerializer, Immutable, Alias("contentpages.VideoSnapshot")]
public sealed record VideoSnapshot(
    [property: Id(0)] string Id,
    [property: Id(1)] string Version,
    [property: Id(2)] string OwnerId,
    [property: Id(3)] string OwnerName,
    [property: Id(4)] VideoStatus Status,
    [property: Id(5)] VideoDetails Details,
    [property: Id(6)] SourceFile Source,
    [property: Id(7)] DateTimeOffset CreatedAt,
    [property: Id(8)] DateTimeOffset UpdatedAt,
    [property: Id(9)] DateTimeOffset? PublishedAt,
    [property: Id(10)] int Attempt,
    [property: Id(11)] VideoMedia? Media,
    [property: Id(12)] TranscodeProgress? Progress,
    [property: Id(13)] VideoFailure? Failure,
    [property: Id(14)] VideoRecording? Recording = null);
