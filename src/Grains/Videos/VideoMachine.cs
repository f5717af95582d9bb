using ContentPages.Grains.Machines;
using ContentPages.Videos;

namespace ContentPages.Grains.Videos;

/// <summary>
/// The rules of a video's life. Pure and total: a duplicate or late command is no event, an illegal one is a rejection that
/// names both states, and applying an event never fails.
/// </summary>
public static partial class VideoMachine
{
    public static Decision<VideoEvent> Decide(VideoState state, VideoCommand command, DateTimeOffset now) => command switch
    {
        VideoCommand.Create create => Create(state, create, now),
        VideoCommand.CreateRecorded create => CreateRecorded(state, create, now),
        _ when state.Status is VideoStatus.None => WhenAbsent(command),
        VideoCommand.BeginUpload begin => BeginUpload(state, begin, now),
        VideoCommand.ArriveSource arrive => ArriveSource(state, arrive, now),
        VideoCommand.AcceptJob accept => AcceptJob(state, accept, now),
        VideoCommand.Report report => Report(state, report.Job, now),
        VideoCommand.LoseJob lose => LoseJob(state, lose, now),
        VideoCommand.MarkPlayable playable => MarkPlayable(state, playable, now),
        VideoCommand.Update update => Update(state, update, now),
        VideoCommand.Retry => Retry(state, now),
        VideoCommand.Delete => Delete(state, now),
        VideoCommand.Finish finish => Finish(state, finish, now),
        VideoCommand.Defer => Defer(state, now),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A command without a rule."),
    };

    /// <summary>People are told that there is no such video; what the world reports about one is late.</summary>
    private static Decision<VideoEvent> WhenAbsent(VideoCommand command) =>
        command is VideoCommand.Update or VideoCommand.Retry or VideoCommand.Delete ? NotFound : Nothing;

    private static Decision<VideoEvent> Create(VideoState state, VideoCommand.Create create, DateTimeOffset now) => state.Status switch
    {
        VideoStatus.None => new VideoEvent.Created(create.Id, create.Video, VideoUploadPlan.For(create.Video.Source.Size), now),
        VideoStatus.Uploading when state.OwnerId == create.Video.OwnerId && state.Source == create.Video.Source => Nothing,
        _ => Illegal(state, VideoStatus.Uploading, "A video with this id exists already."),
    };

    private static Decision<VideoEvent> BeginUpload(VideoState state, VideoCommand.BeginUpload begin, DateTimeOffset now) =>
        state is { Status: VideoStatus.Uploading, Upload: { Kind: UploadKind.Multipart, UploadId: null } }
            ? new VideoEvent.UploadBegun(begin.UploadId, now)
            : Nothing;

    private static Decision<VideoEvent> ArriveSource(VideoState state, VideoCommand.ArriveSource arrive, DateTimeOffset now) =>
        state.Status is not VideoStatus.Uploading ? Nothing
        : arrive.Size == state.Source.Size ? new VideoEvent.AttemptStarted(1, Automatic: false, now)
        : Fail(state, TranscodeErrors.WrongSize(state.Source.Size, arrive.Size), now);

    private static Decision<VideoEvent> Update(VideoState state, VideoCommand.Update update, DateTimeOffset now) => state.Status switch
    {
        VideoStatus.Deleted => NotFound,
        _ when state.Details == update.Details => Nothing,
        _ => new VideoEvent.DetailsChanged(update.Details, now),
    };

    private static Decision<VideoEvent> Retry(VideoState state, DateTimeOffset now) => state.Status switch
    {
        VideoStatus.Deleted => NotFound,
        VideoStatus.Processing => Nothing,
        VideoStatus.Failed when state.Failure is { Retryable: true } => new VideoEvent.AttemptStarted(state.Attempt + 1, Automatic: false, now),
        VideoStatus.Failed => new Rejection(RejectionKind.Conflict, "not_retryable", state.Failure?.Reason ?? "Another attempt would fail the same way."),
        _ => Illegal(state, VideoStatus.Processing, "Only a failed video can be tried again."),
    };

    private static Decision<VideoEvent> Delete(VideoState state, DateTimeOffset now) =>
        state.Status is VideoStatus.Deleted ? Nothing : new VideoEvent.Deleted(now);

    private static Decision<VideoEvent> Finish(VideoState state, VideoCommand.Finish finish, DateTimeOffset now) =>
        (state.Pending & finish.Work) == PendingWork.None ? Nothing : new VideoEvent.WorkFinished(finish.Work, now);

    private static Decision<VideoEvent> Defer(VideoState state, DateTimeOffset now) => state.Status switch
    {
        VideoStatus.Uploading when now - state.CreatedAt >= VideoSchedule.UploadWindow => Fail(state, TranscodeErrors.UploadAbandoned, now),
        VideoStatus.Processing when now - state.AttemptStartedAt >= VideoSchedule.AttemptWindow => Fail(state, TranscodeErrors.TookTooLong, now),
        // Whether it was ever submitted nobody can tell; it has ended by now.
        VideoStatus.Deleted when state.Pending.HasFlag(PendingWork.SubmitJob) && now - state.AttemptStartedAt >= VideoSchedule.AttemptWindow =>
            new VideoEvent.WorkFinished(PendingWork.SubmitJob, now),
        _ when state.DueAt <= now => new VideoEvent.Deferred(now),
        _ => Nothing,
    };

    /// <summary>A duplicate or late command: no event, no complaint.</summary>
    private static readonly Decision<VideoEvent> Nothing = new([], null);

    private static readonly Rejection NotFound = new(RejectionKind.NotFound, "video_not_found", "There is no such video.");

    private static Rejection Illegal(VideoState state, VideoStatus wanted, string why) =>
        new(RejectionKind.Conflict, "video_state", $"{why} It is {state.Status} and cannot become {wanted}.");
}
