using ContentPages.Videos;

namespace ContentPages.Grains.Videos;

/// <summary>What has happened to a video. Only <see cref="VideoMachine.Apply"/> gives it meaning.</summary>
public abstract record VideoEvent(DateTimeOffset At)
{
    /// <summary>Whether it must be stored before it is acted on. What is not can be lost with the process and does no harm.</summary>
    public virtual bool IsDurable => true;

    public sealed record Created(string Id, CreateVideo Video, UploadState Upload, DateTimeOffset At) : VideoEvent(At);

    public sealed record RecordingTaken(string Id, CreateRecordedVideo Video, DateTimeOffset At) : VideoEvent(At);

    public sealed record UploadBegun(string UploadId, DateTimeOffset At) : VideoEvent(At);

    /// <summary>An attempt begins; its job is to be submitted.</summary>
    /// <param name="Automatic">Whether nobody asked for it.</param>
    public sealed record AttemptStarted(int Attempt, bool Automatic, DateTimeOffset At) : VideoEvent(At);

    public sealed record JobAccepted(string JobId, DateTimeOffset At) : VideoEvent(At);

    /// <param name="ReportedAt">The transcoder's time of it.</param>
    /// <param name="PhaseChanged">A new phase is stored; steps inside a phase are not worth a write.</param>
    public sealed record Progressed(
        TranscodeProgress Progress, DateTimeOffset ReportedAt, bool PhaseChanged, DateTimeOffset At) : VideoEvent(At)
    {
        public override bool IsDurable => PhaseChanged;
    }

    public sealed record BecamePlayable(string Playlist, string? Poster, DateTimeOffset At) : VideoEvent(At);

    public sealed record Completed(VideoMedia Media, DateTimeOffset At) : VideoEvent(At);

    public sealed record AttemptFailed(VideoFailure Failure, DateTimeOffset At) : VideoEvent(At);

    public sealed record DetailsChanged(VideoDetails Details, DateTimeOffset At) : VideoEvent(At);

    public sealed record Deleted(DateTimeOffset At) : VideoEvent(At);

    public sealed record WorkFinished(PendingWork Work, DateTimeOffset At) : VideoEvent(At);

    public sealed record Deferred(DateTimeOffset At) : VideoEvent(At);
}
