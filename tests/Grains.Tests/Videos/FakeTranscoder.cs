using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

/// <summary>A transcoder that runs nothing: tests say what its jobs have come to.</summary>
internal sealed class FakeTranscoder : IVideoTranscoder
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, string> _jobs = [];
    private readonly Dictionary<string, JobReport> _facts = [];
    private readonly List<TranscodeRequest> _submitted = [];
    private readonly List<string> _canceled = [];
    private readonly HashSet<string> _down = [];
    private int _next;

    public IReadOnlyList<TranscodeRequest> Submitted(string videoId) => Locked(() => _submitted.FindAll(r => r.VideoId == videoId));

    public bool WasCanceled(string jobId) => Locked(() => _canceled.Contains(jobId));

    /// <summary>Whether calls about this video fail.</summary>
    public void SetDown(string videoId, bool down) => Locked(() => down ? _down.Add(videoId) : _down.Remove(videoId));

    /// <summary>The job of an attempt, as made by its first submission.</summary>
    public string JobOf(string videoId, int attempt) => Locked(() => _jobs[$"{videoId}-{attempt}"]);

    /// <summary>What <see cref="Get"/> answers from now on.</summary>
    public void Settle(JobReport fact) => Locked(() => _facts[fact.JobId] = fact);

    /// <summary>The job is no longer known.</summary>
    public void Lose(string jobId) => Locked(() => _facts.Remove(jobId));

    public Task<string> Submit(TranscodeRequest request, CancellationToken cancel) => Answer(request.VideoId, () =>
    {
        _submitted.Add(request);
        if (_jobs.TryGetValue(request.IdempotencyKey, out var job)) return job;
        _jobs[request.IdempotencyKey] = job = $"job-{++_next}";
        _facts[job] = new JobProgressed(job, request.Attempt, DateTimeOffset.UnixEpoch, TranscodePhase.Queued);
        return job;
    });

    public Task<JobReport?> Get(string jobId, TranscodeRequest request, CancellationToken cancel) => Answer(request.VideoId, () => _facts.GetValueOrDefault(jobId));

    public Task Cancel(string jobId, CancellationToken cancel)
    {
        var video = Locked(() => _jobs.FirstOrDefault(j => j.Value == jobId).Key)?[..36] ?? "";
        return Answer(video, () =>
        {
            _canceled.Add(jobId);
            return true;
        });
    }

    private async Task<T> Answer<T>(string videoId, Func<T> answer)
    {
        await Task.Yield();
        return Locked(() => _down.Contains(videoId) ? throw new HttpRequestException("The transcoder does not answer.") : answer());
    }

    private T Locked<T>(Func<T> act)
    {
        lock (_lock) return act();
    }
}
