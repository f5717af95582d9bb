using ContentPages.Videos;

namespace ContentPages.Grains.Videos;

/// <summary>What each event does to the state.</summary>
public static partial class VideoMachine
{
    public static VideoState Apply(VideoState state, VideoEvent happened)
    {
        var next = Change(state, happened);
        if (!happened.IsDurable) return next;
        next = next with
        {
            PublishedAt = next.PublishedAt ?? (next.CatalogListed ? happened.At : null),
        };
        return next with { DueAt = VideoSchedule.DueAt(next, happened.At) };
    }

    private static VideoState Change(VideoState state, VideoEvent happened) => happened switch
    {
        VideoEvent.Created e => new VideoState
        {
            Id = e.Id,
            OwnerId = e.Video.OwnerId,
            OwnerName = e.Video.OwnerName,
            Status = VideoStatus.Uploading,
            Details = e.Video.Details,
            Source = e.Video.Source,
            Upload = e.Upload,
            CreatedAt = e.At,
            UpdatedAt = e.At,
        },
        VideoEvent.RecordingTaken e => new VideoState
        {
            Id = e.Id,
            OwnerId = e.Video.OwnerId,
            OwnerName = e.Video.OwnerName,
            Status = VideoStatus.Processing,
            Details = e.Video.Details,
            Recording = e.Video.Recording,
            CreatedAt = e.At,
            UpdatedAt = e.At,
        },
        VideoEvent.UploadBegun e => state with { Upload = state.Upload with { UploadId = e.UploadId } },
        VideoEvent.AttemptStarted e => state with
        {
            Status = VideoStatus.Processing,
            Attempt = e.Attempt,
            AttemptStartedAt = e.At,
            AutomaticAttempts = e.Automatic ? state.AutomaticAttempts + 1 : 0,
            Job = null,
            Media = state.Recording is { } recording ? MediaOf(recording) : new VideoMedia(VideoKeys.AttemptPrefix(state.Id, e.Attempt)),
            Progress = new TranscodeProgress(TranscodePhase.Queued),
            Failure = null,
            // What the attempts before have left goes only now: until here it could be watched.
            Pending = PendingWork.SubmitJob | (e.Attempt > 1 ? PendingWork.RemoveLeftovers : PendingWork.None),
            UpdatedAt = e.At,
        },
        VideoEvent.JobAccepted e => state with
        {
            Job = new JobState(e.JobId, DateTimeOffset.MinValue, null),
            Pending = state.Pending & ~PendingWork.SubmitJob,
        },
        VideoEvent.Progressed e => state with
        {
            Progress = e.Progress,
            Job = state.Job is null ? null : state.Job with
            {
                LastReportAt = e.ReportedAt,
                RunningSince = state.Job.RunningSince ?? (e.Progress.Phase is TranscodePhase.Queued ? null : e.ReportedAt),
            },
        },
        VideoEvent.BecamePlayable e => state with
        {
            Media = (state.Media ?? new(VideoKeys.AttemptPrefix(state.Id, state.Attempt))) with
            {
                Playlist = e.Playlist,
                Poster = e.Poster ?? state.Media?.Poster,
            },
        },
        VideoEvent.Completed e => state with
        {
            Status = VideoStatus.Ready,
            Media = e.Media,
            Progress = null,
            Failure = null,
            Pending = state.Pending & ~PendingWork.SubmitJob,
            UpdatedAt = e.At,
        },
        VideoEvent.AttemptFailed e => state with
        {
            Status = VideoStatus.Failed,
            Media = state.Recording is { } recording ? MediaOf(recording) : null,
            Progress = null,
            Failure = e.Failure,
            Pending = PendingWork.RemoveLeftovers,
            UpdatedAt = e.At,
        },
        VideoEvent.DetailsChanged e => state with { Details = e.Details, UpdatedAt = e.At },
        VideoEvent.Deleted e => state with
        {
            Status = VideoStatus.Deleted,
            Media = null,
            Progress = null,
            // A submission whose answer was lost may have made a job: it is asked for, to be stopped.
            Pending = (state.Job is null ? state.Pending & PendingWork.SubmitJob : PendingWork.None) | PendingWork.RemoveEverything,
            UpdatedAt = e.At,
        },
        VideoEvent.WorkFinished e => state with { Pending = state.Pending & ~e.Work },
        VideoEvent.Deferred => state,
        _ => state,
    };
}
