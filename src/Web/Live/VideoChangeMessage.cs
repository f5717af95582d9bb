using ContentPages.Videos;
using ContentPages.Web.Videos;

namespace ContentPages.Web.Live;

/// <summary>A change of a video, spelled as the API spells videos.</summary>
public sealed record VideoChangeMessage(string VideoId, VideoStatus Status, bool Playable, ProgressResponse? Progress, FailureResponse? Failure)
{
    public static VideoChangeMessage Of(VideoChange change) =>
        new(change.VideoId, change.Status, change.Playable, ProgressResponse.Of(change.Progress), FailureResponse.Of(change.Failure));
}
