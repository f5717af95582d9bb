using ContentPages.Grains.Videos;
using ContentPages.Simulation.Engine;
using ContentPages.Videos;

namespace ContentPages.Simulation.World;

/// <summary>
/// The transcoder: jobs that run for a while, write their outputs bit by bit, and end well, badly, by being lost with their machine, never, or by being
/// cancelled. The id of a job is made of its attempt, so that the same request is the same job.
/// </summary>
internal sealed class TranscoderWorld(SimulatedWorld world)
{
    /// <summary>The uploader's file; our set-up; what may pass.</summary>
    private static readonly int[] s_errors = [1010, 1076, 1040, 1999, 1550];

    private readonly Dictionary<string, JobState> _jobs = [];
    private readonly Dice _dice = world.Dice.Fork();

    public IEnumerable<JobState> All => _jobs.Values;

    public string Submit(TranscodeRequest request)
    {
        if (!_jobs.TryGetValue(request.IdempotencyKey, out var job))
        {
            _jobs.Add(request.IdempotencyKey, job = new(request));
            _ = world.Loop.Outside.Start(() => Run(job));
        }

        return job.Id;
    }

    public JobReport? Get(string jobId) => _jobs.GetValueOrDefault(jobId)?.Latest;

    public void Cancel(string jobId)
    {
        if (_jobs.TryGetValue(jobId, out var job) && job.IsRunning) End(job, new JobCanceled(job.Id, job.Request.Attempt, world.Clock.Now));
    }

    private async Task Run(JobState job)
    {
        var prefix = job.Request.OutputPrefix;
        for (var percent = 0; percent < 100; percent += 40)
        {
            await world.Pass(_dice.Milliseconds(500, 20_000));
            if (!job.IsRunning) return;
            if (world.Objects.Find(job.Request.SourceKey) is null)
            {
                End(job, new JobFailed(job.Id, job.Request.Attempt, world.Clock.Now, 1401, "No source."));
                return;
            }

            if (!world.IsCalm && _dice.Chance(0.05))
            {
                Lose(job);
                return;
            }

            if (!world.IsCalm && _dice.Chance(0.02))
            {
                world.Say($"job {job.Id} hangs");
                return;
            }

            world.Objects.Put($"{prefix}{VideoOutputs.Playlist}", percent + 1);
            if (percent > 0) world.Objects.Put($"{prefix}{VideoOutputs.Poster}", 1);
            Tell(job, new JobProgressed(job.Id, job.Request.Attempt, world.Clock.Now, TranscodePhase.Transcoding, percent, null, true));
        }

        if (_dice.Chance(0.15)) End(job, new JobFailed(job.Id, job.Request.Attempt, world.Clock.Now, _dice.Pick(s_errors), "It does not work."));
        else End(job, new JobCompleted(job.Id, job.Request.Attempt, world.Clock.Now, new(prefix, VideoOutputs.Playlist, VideoOutputs.Poster, null, 60, 1280, 720)));
    }

    /// <summary>Its machine dies: nobody knows of it, and what it wrote stays.</summary>
    private void Lose(JobState job)
    {
        world.Say($"job {job.Id} is lost");
        job.IsRunning = false;
        _jobs.Remove(job.Id);
    }

    private void End(JobState job, JobReport report)
    {
        job.IsRunning = false;
        if (report is not JobCompleted) world.Objects.Remove(job.Request.OutputPrefix);
        Tell(job, report);
    }

    private void Tell(JobState job, JobReport report)
    {
        job.Latest = report;
        world.Events.Publish($"job {job.Id} {report.GetType().Name}", JobEvents.Of(job.Request, report));
    }
}
