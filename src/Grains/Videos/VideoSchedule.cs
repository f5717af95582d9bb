using ContentPages.Videos;

namespace ContentPages.Grains.Videos;

/// <summary>When the sweeper looks at a video that is not in a final state, and when it gives up.</summary>
public static class VideoSchedule
{
    /// <summary>An upload whose tab has gone is looked at this often.</summary>
    public static readonly TimeSpan UploadCheck = TimeSpan.FromMinutes(10);

    /// <summary>A job that sent no news is asked for this often.</summary>
    public static readonly TimeSpan JobCheck = TimeSpan.FromMinutes(2);

    /// <summary>Work that was decided and could not be done is tried again after this.</summary>
    public static readonly TimeSpan PendingCheck = TimeSpan.FromSeconds(30);

    /// <summary>An upload stays resumable for this long after the ticket.</summary>
    public static readonly TimeSpan UploadWindow = TimeSpan.FromDays(7);

    /// <summary>An attempt that has not ended by then has failed.</summary>
    public static readonly TimeSpan AttemptWindow = TimeSpan.FromHours(24);

    /// <summary>How many attempts may start by themselves (a lost job, a passing fault) before a person is asked.</summary>
    public const int AutomaticAttempts = 3;

    public static DateTimeOffset? DueAt(VideoState state, DateTimeOffset now) => state switch
    {
        { Pending: not PendingWork.None } => now + PendingCheck,
        { Status: VideoStatus.Uploading } => now + UploadCheck,
        { Status: VideoStatus.Processing } => now + JobCheck,
        _ => null,
    };
}
