namespace ContentPages.Backends.Local.Videos;

/// <summary>A job that waits or runs.</summary>
internal sealed class QueuedJob(JobReporter reporter)
{
    public JobReporter Reporter { get; } = reporter;

    public CancellationTokenSource Stop { get; } = new();

    /// <summary>Completes once the job writes no more.</summary>
    public TaskCompletionSource Ended { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public bool Running { get; set; }

    /// <summary>Stopped for good, rather than because this process stops.</summary>
    public bool CancelAsked { get; set; }
}
