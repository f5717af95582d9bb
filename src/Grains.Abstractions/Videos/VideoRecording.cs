using ContentPages.Streams;

namespace ContentPages.Videos;

/// <summary>A new video out of the recording of a live session.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.CreateRecordedVideo")]
public sealed record CreateRecordedVideo(
    [property: Id(0)] string OwnerId,
    [property: Id(1)] string OwnerName,
    [property: Id(2)] VideoDetails Details,
    [property: Id(3)] VideoRecording Recording);

/// <summary>The live session that a video is of. Its media is played until the renditions are made, and is what they are made of.</summary>
/// <param name="LiveAt">When the first frame was live; what its chat is timed by.</param>
[GenerateSerializer, Immutable, Alias("contentpages.VideoRecording")]
public sealed record VideoRecording(
    [property: Id(0)] string StreamId,
    [property: Id(1)] int Session,
    [property: Id(2)] DateTimeOffset LiveAt,
    [property: Id(3)] RecordedMedia Media);
