using ContentPages.Grains.Machines;
using ContentPages.Videos;

namespace ContentPages.Grains.Videos;

/// <summary>The rules of transcode jobs, whose reports come late, doubled and shuffled.</summary>
public static partial class VideoMachine
{
    private static Decision<VideoEvent> AcceptJob(VideoState state, VideoCommand.AcceptJob accept, DateTimeOffset now) =>
        state.Status is VideoStatus.Processing && state.Attempt == accept.Attempt && state.Job?.JobId != accept.JobId
            ? new VideoEvent.JobAccepted(accept.JobId, now)
            : Nothing;

    private static Decision<VideoEvent> Report(VideoState state, JobReport report, DateTimeOffset now)
    {
        if (state.Status is not VideoStatus.Processing || !IsPresentJob(state, report)) return Nothing;

        // The job's first report may overtake the answer to its submission, or be all that is left of it after a crash.
        VideoEvent[] adopted = state.Job is null ? [new VideoEvent.JobAccepted(report.JobId, now)] : [];
        return report switch
        {
            JobProgressed progressed when progressed.At >= (state.Job?.LastReportAt ?? DateTimeOffset.MinValue) =>
                Progress(state, progressed, now) is { } e ? [.. adopted, e] : adopted,
            JobProgressed => Nothing,
            // What lies elsewhere is not the attempt's: it would be served, and never be removed.
            JobCompleted completed when completed.Media.Prefix != VideoKeys.AttemptPrefix(state.Id, state.Attempt) =>
                (VideoEvent[])[.. adopted, Fail(state, TranscodeErrors.Misplaced, now)],
            JobCompleted completed => (VideoEvent[])[.. adopted, new VideoEvent.Completed(completed.Media, now)],
            JobFailed failed when TranscodeErrors.MayPass(failed.ErrorCode) => (VideoEvent[])[.. adopted, AnotherAttempt(state, TranscodeErrors.Explain(failed.ErrorCode), 1, now)],
            JobFailed failed => (VideoEvent[])[.. adopted, Fail(state, TranscodeErrors.Explain(failed.ErrorCode), now)],
            JobCanceled => (VideoEvent[])[.. adopted, Fail(state, TranscodeErrors.Canceled, now)],
            _ => throw new ArgumentOutOfRangeException(nameof(report), report, "A report without a rule."),
        };
    }

    private static bool IsPresentJob(VideoState state, JobReport report) =>
        report.Attempt == state.Attempt && (state.Job is null || state.Job.JobId == report.JobId);

    private static VideoEvent.Progressed? Progress(VideoState state, JobProgressed report, DateTimeOffset now)
    {
        var before = state.Progress;
        var percent = report.Percent is { } p && !double.IsNaN(p) ? Math.Clamp(Math.Max(p, before?.Percent ?? 0), 0, 100) : before?.Percent;
        var queued = report.Phase is TranscodePhase.Queued;
        var after = new TranscodeProgress(report.Phase, percent, queued ? null : SecondsLeft(state.Job?.RunningSince, percent, report.At), queued ? report.QueuePlace : null);
        return after == before ? null : new(after, report.At, PhaseChanged: before?.Phase != after.Phase, now);
    }

    /// <summary>The rest takes as long as what is done took, in proportion; nothing is said of the first per cent.</summary>
    private static int? SecondsLeft(DateTimeOffset? runningSince, double? percent, DateTimeOffset at) =>
        runningSince is { } since && percent >= 1 && at > since
            ? (int)Math.Ceiling((at - since).TotalSeconds * (100 - percent.Value) / percent.Value)
            : null;

    private static Decision<VideoEvent> LoseJob(VideoState state, VideoCommand.LoseJob lose, DateTimeOffset now) =>
        state.Status is VideoStatus.Processing && state.Job?.JobId == lose.JobId
            ? AnotherAttempt(state, TranscodeErrors.Lost, VideoSchedule.AutomaticAttempts, now)
            : Nothing;

    private static VideoEvent AnotherAttempt(VideoState state, VideoFailure failure, int most, DateTimeOffset now) =>
        state.AutomaticAttempts < most
            ? new VideoEvent.AttemptStarted(state.Attempt + 1, Automatic: true, now)
            : Fail(state, failure, now);

    private static Decision<VideoEvent> MarkPlayable(VideoState state, VideoCommand.MarkPlayable playable, DateTimeOffset now) =>
        state is { Status: VideoStatus.Processing, Recording: null } && state.Attempt == playable.Attempt
            && (state.Media?.Playlist, state.Media?.Poster) is var (playlist, poster)
            && (playlist, poster) != (playable.Playlist, playable.Poster ?? poster)
            ? new VideoEvent.BecamePlayable(playable.Playlist, playable.Poster, now)
            : Nothing;
}
