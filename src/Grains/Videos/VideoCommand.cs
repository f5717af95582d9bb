using ContentPages.Videos;

namespace ContentPages.Grains.Videos;

/// <summary>What <see cref="VideoMachine.Decide"/> can be asked.</summary>
public abstract record VideoCommand
{
    private VideoCommand()
    {
    }

    public sealed record Create(string Id, CreateVideo Video) : VideoCommand;

    /// <summary>A live session was recorded.</summary>
    public sealed record CreateRecorded(string Id, CreateRecordedVideo Video) : VideoCommand;

    /// <summary>The object store has begun the multipart upload.</summary>
    public sealed record BeginUpload(string UploadId) : VideoCommand;

    /// <summary>The whole source object is in the store, with this size.</summary>
    public sealed record ArriveSource(long Size) : VideoCommand;

    /// <summary>The transcoder has taken the attempt's job.</summary>
    public sealed record AcceptJob(int Attempt, string JobId) : VideoCommand;

    public sealed record Report(JobReport Job) : VideoCommand;

    /// <summary>The transcoder knows no such job any more.</summary>
    public sealed record LoseJob(string JobId) : VideoCommand;

    /// <summary>The attempt's first segments can be played.</summary>
    public sealed record MarkPlayable(int Attempt, string Playlist, string? Poster) : VideoCommand;

    public sealed record Update(VideoDetails Details) : VideoCommand;

    public sealed record Retry : VideoCommand;

    public sealed record Delete : VideoCommand;

    /// <summary>Pending work is done.</summary>
    public sealed record Finish(PendingWork Work) : VideoCommand;

    /// <summary>The sweeper looked and nothing else was to be done: give up what is overdue, put off the rest.</summary>
    public sealed record Defer : VideoCommand;
}
