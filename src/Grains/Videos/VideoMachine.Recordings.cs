using ContentPages.Grains.Machines;
using ContentPages.Videos;

namespace ContentPages.Grains.Videos;

/// <summary>The rules of videos that are recordings of live sessions: whatever becomes of their renditions, the recording can be watched.</summary>
public static partial class VideoMachine
{
    private static Decision<VideoEvent> CreateRecorded(VideoState state, VideoCommand.CreateRecorded create, DateTimeOffset now) => state.Status switch
    {
        VideoStatus.None => (VideoEvent[])[new VideoEvent.RecordingTaken(create.Id, create.Video, now), new VideoEvent.AttemptStarted(1, Automatic: false, now)],
        _ when state.Recording is { } taken && (taken.StreamId, taken.Session) == (create.Video.Recording.StreamId, create.Video.Recording.Session) => Nothing,
        _ => Illegal(state, VideoStatus.Processing, "A video with this id exists already."),
    };

    private static VideoEvent.AttemptFailed Fail(VideoState state, VideoFailure failure, DateTimeOffset now) =>
        new(state.Recording is null ? failure : TranscodeErrors.OfRecording(failure), now);

    private static VideoMedia MediaOf(VideoRecording recording)
    {
        var media = recording.Media;
        return new(media.Prefix, media.Playlist, media.Poster, null, media.DurationSeconds, media.Width, media.Height);
    }
}
