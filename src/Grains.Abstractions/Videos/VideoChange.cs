namespace ContentPages.Videos;

/// <summary>What watchers of a video are told when it changes; the latest one wins. Published on <see cref="VideoStreams"/>.</summary>
/// <param name="Playable">Whether the playlist can be played already.</param>
[GenerateSerializer, Immutable, Alias("contentpages.VideoChange")]
public sealed record VideoChange(
    [property: Id(0)] string VideoId,
    [property: Id(1)] string OwnerId,
    [property: Id(2)] VideoStatus Status,
    [property: Id(3)] bool Playable,
    [property: Id(4)] TranscodeProgress? Progress,
    [property: Id(5)] VideoFailure? Failure)
{
    public static VideoChange Of(VideoSnapshot video) =>
        new(video.Id, video.OwnerId, video.Status, video.Media?.Playlist is not null, video.Progress, video.Failure);
}
