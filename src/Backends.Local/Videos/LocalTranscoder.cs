using ContentPages.Grains.Videos;
using ContentPages.Videos;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ContentPages.Backends.Local.Videos;

/// <summary>
/// Makes renditions with ffmpeg on this machine and speaks MediaConvert's events. The queue and what runs live in memory only: a job
/// that ran when its process was killed is unknown (<see cref="Get"/> answers null) and is submitted again; one that only waited is taken back
/// into the queue when it is asked for; one that had ended is known from the record beside its outputs.
/// </summary>
/// <remarks>
/// At most <see cref="TranscoderOptions.QueueLength"/> jobs wait; one more is refused with <see cref="TranscodeQueueFullException"/>.
/// While a job waits its STATUS_UPDATE events carry <c>detail.queuePlace</c>, which MediaConvert does not have.
/// </remarks>
public sealed partial class LocalTranscoder : IVideoTranscoder, IHostedService, IDisposable
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, QueuedJob> _known = [];
    private readonly FairQueue<QueuedJob> _waiting = new();
    private readonly UnstoredRecords _unstored = new();
    private readonly QueuePlaces _places;
    private readonly Ffmpeg _ffmpeg;
    private readonly TranscoderOptions _options;
    private readonly IObjectPaths _paths;
    private readonly Func<ReadOnlyMemory<byte>, bool> _publish;
    private readonly TimeProvider _time;
    private readonly ILogger<LocalTranscoder> _log;
    private int _running;
    private bool _stopping;

    /// <param name="publish">Takes the events; false when one was dropped.</param>
    public LocalTranscoder(
        IObjectPaths paths, Func<ReadOnlyMemory<byte>, bool> publish, TranscoderOptions options, TimeProvider time, ILogger<LocalTranscoder> log)
    {
        (_paths, _publish, _options, _time, _log) = (paths, publish, options, time, log);
        _ffmpeg = new Ffmpeg(options, time);
        _places = new QueuePlaces(WaitingInOrder, time);
        if (!_ffmpeg.Installed) LogMissing();
        if (_ffmpeg.Tools.Wrappers is { SetPriv: null } or { PrLimit: null }) LogUnlimited();
    }

    /// <exception cref="TranscodeQueueFullException">Too many jobs wait.</exception>
    public async Task<string> Submit(TranscodeRequest request, CancellationToken cancel)
    {
        var jobId = request.IdempotencyKey;
        lock (_lock)
            if (_known.ContainsKey(jobId)) return jobId;

        if (await EndOf(request, cancel) is { } ended)
        {
            _publish(ended.EventBytes());
            return jobId;
        }

        lock (_lock)
        {
            if (_known.ContainsKey(jobId)) return jobId;
            ObjectDisposedException.ThrowIf(_stopping, this);
            if (_waiting.Count >= _options.QueueLength) throw new TranscodeQueueFullException(_options.QueueLength);
            var job = new QueuedJob(new JobReporter(request, _publish, _time));
            MarkWaiting(request);
            _known.Add(jobId, job);
            _waiting.Enqueue(request.OwnerId, job);
            LogQueued(jobId, _waiting.Count);
            StartNext();
            if (job.Running) return jobId;
            job.Reporter.Queued(_waiting.InOrder().Index().First(place => place.Item == job).Index + 1);
            // Another owner's jobs may have moved back.
            _places.Changed();
        }

        return jobId;
    }

    public async Task<JobReport?> Get(string jobId, TranscodeRequest request, CancellationToken cancel)
    {
        lock (_lock)
            if (_known.TryGetValue(jobId, out var job)) return job.Reporter.Now();
        if (await EndOf(request, cancel) is { } ended) return ended.JobId == jobId ? ended.ToReport(request) : null;
        return jobId == request.IdempotencyKey ? await TakeBack(request, cancel) : null;
    }

    public async Task Cancel(string jobId, CancellationToken cancel)
    {
        QueuedJob? job;
        lock (_lock)
        {
            if (!_known.TryGetValue(jobId, out job)) return;
            job.CancelAsked = true;
            if (_waiting.Remove(job))
            {
                _known.Remove(jobId);
                Clear(OutputFolder.Of(_paths, job.Reporter.Request.OutputPrefix));
                job.Ended.SetResult();
                job.Reporter.Canceled();
                _places.Changed();
            }
        }

        await job.Stop.CancelAsync();
        await job.Ended.Task.WaitAsync(cancel);
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>Kills what runs. Jobs that had not ended are lost, and submitted again after the next start.</summary>
    public async Task StopAsync(CancellationToken cancellationToken)
    {
        List<QueuedJob> running;
        lock (_lock)
        {
            _stopping = true;
            running = [.. _known.Values.Where(job => job.Running)];
        }

        foreach (var job in running) await job.Stop.CancelAsync();
        await Task.WhenAll(running.Select(job => job.Ended.Task)).WaitAsync(cancellationToken);
    }

    public void Dispose()
    {
        lock (_lock) _stopping = true;
        _places.Dispose();
        _ffmpeg.Dispose();
    }

    // Under the lock.
    private void StartNext()
    {
        while (!_stopping && _running < _options.EffectiveParallelJobs && _waiting.Dequeue() is { } job)
        {
            _running++;
            job.Running = true;
            _ = Task.Run(() => RunToEnd(job));
            _places.Changed();
        }
    }

    private async Task RunToEnd(QueuedJob job)
    {
        var jobId = job.Reporter.Request.IdempotencyKey;
        try
        {
            await Run(job);
        }
        catch (Exception unforeseen)
        {
            LogUnforeseen(unforeseen, jobId);
        }
        finally
        {
            lock (_lock)
            {
                _known.Remove(jobId);
                _running--;
                StartNext();
            }

            job.Ended.SetResult();
        }
    }

    private async Task Run(QueuedJob job)
    {
        var (reporter, request) = (job.Reporter, job.Reporter.Request);
        var folder = OutputFolder.Of(_paths, request.OutputPrefix);
        var started = _time.GetTimestamp();
        try
        {
            Clear(folder);
            var made = await new TranscodeJob(_ffmpeg, reporter, _paths.PathOf(request.SourceKey), folder).Run(job.Stop.Token);
            var (timestamp, last) = reporter.Last("COMPLETE", JobEvents.Complete(request.OutputPrefix, made));
            await End(folder, JobRecord.Of(request, timestamp, last, made.ToMedia(request.OutputPrefix), null));
            LogDone(request.IdempotencyKey, made.Duration, _time.GetElapsedTime(started).TotalSeconds);
        }
        catch (OperationCanceledException) when (job.Stop.IsCancellationRequested)
        {
            if (!job.CancelAsked) return;
            Clear(folder);
            reporter.Canceled();
            LogCanceled(request.IdempotencyKey);
        }
        catch (Exception ended)
        {
            var failure = ended is JobFailedException known ? known.Failure : FailureReader.OfException(ended);
            if (ended is not JobFailedException) LogUnforeseen(ended, request.IdempotencyKey);
            LogFailed(request.IdempotencyKey, failure.Code, failure.Message);
            Clear(folder);
            var (timestamp, last) = reporter.Last("ERROR", JobEvents.Error(failure));
            await End(folder, JobRecord.Of(request, timestamp, last, null, failure));
        }
    }

    // Stored first: a kill between the two loses an event, not the job.
    private async Task End(OutputFolder folder, JobRecord record)
    {
        try
        {
            folder.Create([]);
            await record.Write(folder.Path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or JobFailedException)
        {
            _unstored.Add(record);
            LogNotStored(failure, record.JobId);
        }

        _publish(record.EventBytes());
    }

    private static void Clear(OutputFolder folder)
    {
        try
        {
            folder.Clear();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new JobFailedException(new JobFailure(JobFailure.Setup, "The outputs' folder cannot be cleared."), failure);
        }
    }

    private async Task<JobRecord?> EndOf(TranscodeRequest request, CancellationToken cancel) =>
        _unstored.Find(request.IdempotencyKey)
        ?? await JobRecord.Read(OutputFolder.Of(_paths, request.OutputPrefix).Path, cancel);

    private IReadOnlyList<JobReporter> WaitingInOrder()
    {
        lock (_lock) return [.. _waiting.InOrder().Select(job => job.Reporter)];
    }
}
