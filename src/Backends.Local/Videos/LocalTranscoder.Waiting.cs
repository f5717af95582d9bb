using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Backends.Local.Videos;

/// <summary>Jobs that wait outlive the process: a restart costs them their place, but no attempt.</summary>
public sealed partial class LocalTranscoder
{
    // Under the lock, so that the job cannot have begun.
    private void MarkWaiting(TranscodeRequest request)
    {
        try
        {
            OutputFolder.Of(_paths, request.OutputPrefix).MarkWaiting();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JobFailedException)
        {
            // Then a restart loses the job as if it had run; and the attempt itself will say that the disk is full.
            LogNotMarked(failure, request.IdempotencyKey);
        }
    }

    private async Task<JobReport?> TakeBack(TranscodeRequest request, CancellationToken cancel)
    {
        if (!OutputFolder.Of(_paths, request.OutputPrefix).Waits) return null;
        var jobId = await Submit(request, cancel);
        lock (_lock) return _known.TryGetValue(jobId, out var job) ? job.Reporter.Now() : null;
    }
}
