namespace ContentPages.Streams;

/// <summary>What watchers of a stream are told when it changes; the latest one wins. Published on <see cref="LiveStreamStreams"/>.</summary>
/// <param name="SessionNumber">The session that is on or was the last; 0 before the first.</param>
/// <param name="RecordingVideoId">The video of that session's recording, once it can be watched.</param>
/// <param name="Trouble">For the owner alone.</param>
[GenerateSerializer, Immutable, Alias("contentpages.StreamChange")]
public sealed record StreamChange(
    [property: Id(0)] string StreamId,
    [property: Id(1)] string OwnerId,
    [property: Id(2)] StreamStatus Status,
    [property: Id(3)] StreamSignal Signal,
    [property: Id(4)] Visibility Visibility,
    [property: Id(5)] string Title,
    [property: Id(6)] DateTimeOffset? ScheduledFor,
    [property: Id(7)] int SessionNumber,
    [property: Id(8)] DateTimeOffset? LiveAt,
    [property: Id(9)] int Viewers,
    [property: Id(10)] string? RecordingVideoId,
    [property: Id(11)] StreamTrouble? Trouble)
{
    public static StreamChange Of(LiveStreamSnapshot stream) => new(
        stream.Id, stream.OwnerId, stream.Status, stream.Signal, stream.Details.Visibility, stream.Details.Title, stream.Details.ScheduledFor,
        stream.Session?.Number ?? 0, stream.Session?.LiveAt, stream.Viewers,
        stream.Session is { Recording: RecordingStatus.Ready, VideoId: var video } ? video : null, stream.Trouble);
}
