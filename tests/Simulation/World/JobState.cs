using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Simulation.World;

/// <summary>One job of the transcoder.</summary>
internal sealed class JobState(TranscodeRequest request)
{
    public string Id => Request.IdempotencyKey;

    public TranscodeRequest Request { get; } = request;

    public bool IsRunning { get; set; } = true;

    /// <summary>What it would say of itself now.</summary>
    public JobReport Latest { get; set; } = new JobProgressed(request.IdempotencyKey, request.Attempt, DateTimeOffset.UnixEpoch, TranscodePhase.Queued);
}
