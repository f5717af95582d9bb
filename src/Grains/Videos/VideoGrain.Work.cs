using ContentPages.Videos;

namespace ContentPages.Grains.Videos;

/// <summary>What is done to the outside: jobs and objects. Everything here may be repeated; what fails stays pending for the sweeper.</summary>
public sealed partial class VideoGrain
{
    private TranscodeRequest Request => new(
        Id, State.Attempt, State.OwnerId,
        State.Recording is { Media: { } recorded } ? recorded.Prefix + recorded.Playlist : VideoKeys.Source(Id),
        VideoKeys.AttemptPrefix(Id, State.Attempt));

    public async Task ReportJob(JobReport report)
    {
        if (State.Status is VideoStatus.None or VideoStatus.Deleted)
        {
            // A job that outlived its video: stop it, so that nothing is left behind.
            if (report is JobProgressed) await transcoder.Cancel(report.JobId, CancellationToken.None);
            await objects.DeletePrefix(VideoKeys.OutputPrefix(Id), CancellationToken.None);
            return;
        }

        await Run(new VideoCommand.Report(report));
        if (report is JobProgressed { OutputsStarted: true } && report.Attempt == State.Attempt) await LookForOutputs();
    }

    public async Task Reconcile()
    {
        if (State.Pending != PendingWork.None) await WorkOff();
        try
        {
            await Ask();
        }
        catch (Exception e) when (e is not Orleans.Storage.InconsistentStateException)
        {
            // Whoever does not answer is asked again, until the windows of the schedule close.
            LogAskFailed(e, Id);
        }

        if (State.Status is not VideoStatus.None) await Run(new VideoCommand.Defer());
    }

    /// <summary>What is true outside.</summary>
    private async Task Ask()
    {
        switch (State.Status)
        {
            case VideoStatus.Uploading:
                await ReconcileUpload();
                break;
            case VideoStatus.Processing when State.Job is { } job:
                if (await transcoder.Get(job.JobId, Request, CancellationToken.None) is { } report) await ReportJob(report);
                else await Run(new VideoCommand.LoseJob(job.JobId));
                break;
        }
    }

    private async Task WorkOff()
    {
        try
        {
            if (State.Status is VideoStatus.Processing && State.Pending.HasFlag(PendingWork.SubmitJob)) await SubmitJob();
            if (State.Pending.HasFlag(PendingWork.RemoveLeftovers)) await RemoveLeftovers();
            if (State.Pending.HasFlag(PendingWork.RemoveEverything)) await RemoveEverything();
        }
        catch (Exception e) when (e is not Orleans.Storage.InconsistentStateException)
        {
            LogWorkFailed(e, Id, State.Pending);
        }
    }

    private async Task SubmitJob()
    {
        var attempt = State.Attempt;
        var jobId = await transcoder.Submit(Request, CancellationToken.None);
        await Run(new VideoCommand.AcceptJob(attempt, jobId));
    }

    /// <summary>Ended attempts leave outputs; a failure that no retry can mend also leaves a source that nobody needs.</summary>
    private async Task RemoveLeftovers()
    {
        var failed = State.Status is VideoStatus.Failed;
        if (failed && State.Job is { } job) await transcoder.Cancel(job.JobId, CancellationToken.None);
        for (var attempt = 1; attempt < State.Attempt || (failed && attempt == State.Attempt); attempt++)
            await objects.DeletePrefix(VideoKeys.AttemptPrefix(Id, attempt), CancellationToken.None);
        if (failed && State.Failure is { Retryable: false }) await RemoveSource();
        await Run(new VideoCommand.Finish(PendingWork.RemoveLeftovers));
    }

    private async Task RemoveEverything()
    {
        // The same submission again is the same job.
        var job = State.Job?.JobId ?? (State.Pending.HasFlag(PendingWork.SubmitJob) ? await transcoder.Submit(Request, CancellationToken.None) : null);
        if (job is not null) await transcoder.Cancel(job, CancellationToken.None);
        await RemoveSource();
        await objects.DeletePrefix(VideoKeys.OutputPrefix(Id), CancellationToken.None);
        if (State.Recording is { Media.Prefix: { } recorded } && !recorded.StartsWith(VideoKeys.OutputPrefix(Id), StringComparison.Ordinal))
            await objects.DeletePrefix(recorded, CancellationToken.None);
        await Remove();
    }

    private async Task RemoveSource()
    {
        if (State.Upload.UploadId is { } upload) await objects.AbortMultipartUpload(VideoKeys.Source(Id), upload, CancellationToken.None);
        await objects.DeletePrefix(VideoKeys.SourcePrefix(Id), CancellationToken.None);
    }

    private async Task LookForOutputs()
    {
        if (State is not { Status: VideoStatus.Processing, Recording: null, Media: { } media } || media is { Playlist: not null, Poster: not null }) return;
        if (await objects.Head(media.Prefix + VideoOutputs.Playlist, CancellationToken.None) is null) return;
        var poster = await objects.Head(media.Prefix + VideoOutputs.Poster, CancellationToken.None);
        await Run(new VideoCommand.MarkPlayable(State.Attempt, VideoOutputs.Playlist, poster is null ? null : VideoOutputs.Poster));
    }
}
