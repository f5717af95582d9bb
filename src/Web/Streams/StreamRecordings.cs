using ContentPages.Streams;
using ContentPages.Videos;
using ContentPages.Web.Videos;

namespace ContentPages.Web.Streams;

/// <summary>The videos that recordings have become, for who may see them: they have a visibility of their own, and may be deleted.</summary>
internal sealed class StreamRecordings(IVideoReader videos)
{
    /// <returns>Null when it is not there or not for the caller to see.</returns>
    public async ValueTask<VideoSnapshot?> VideoOf(StreamSession? session, string? callerId, CancellationToken cancel = default) =>
        session is { Recording: RecordingStatus.Ready }
        && await videos.Get(session.VideoId, cancel) is { } video
        && VideoViews.CanSee(video, callerId)
            ? video
            : null;
}
