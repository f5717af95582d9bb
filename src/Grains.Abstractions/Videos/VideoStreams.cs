namespace ContentPages.Videos;

/// <summary>
/// One Orleans stream of <see cref="VideoChange"/> per owner: an artist's page needs all of their videos, and a page of one
/// video subscribes to its owner's stream and keeps its own.
/// </summary>
public static class VideoStreams
{
    public const string Provider = "changes";
    public const string Namespace = "library";

    public static StreamId OfOwner(string ownerId) => StreamId.Create(Namespace, ownerId);
}
