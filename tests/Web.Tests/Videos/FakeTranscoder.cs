using System.Collections.Concurrent;
using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Web.Tests.Videos;

/// <summary>Takes jobs and does nothing: the tests report what happens to them.</summary>
internal sealed class FakeTranscoder : IVideoTranscoder
{
    public ConcurrentDictionary<string, TranscodeRequest> Jobs { get; } = new();

    public static string JobOf(string videoId, int attempt = 1) => $"{videoId}-{attempt}";

    public Task<string> Submit(TranscodeRequest request, CancellationToken cancel)
    {
        Jobs[request.IdempotencyKey] = request;
        return Task.FromResult(request.IdempotencyKey);
    }

    public Task<JobReport?> Get(string jobId, TranscodeRequest request, CancellationToken cancel) => Task.FromResult<JobReport?>(
        Jobs.ContainsKey(jobId) ? new JobProgressed(jobId, request.Attempt, DateTimeOffset.UnixEpoch, TranscodePhase.Queued) : null);

    public Task Cancel(string jobId, CancellationToken cancel) => Task.CompletedTask;
}
