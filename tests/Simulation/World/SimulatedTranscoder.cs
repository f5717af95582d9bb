using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Simulation.World;

/// <summary>The way of one process to the transcoder.</summary>
internal sealed class SimulatedTranscoder(TranscoderWorld transcoder, Port port) : IVideoTranscoder
{
    public Task<string> Submit(TranscodeRequest request, CancellationToken cancel) => port.Write($"submit {request.IdempotencyKey}", () => transcoder.Submit(request));

    public Task<JobReport?> Get(string jobId, TranscodeRequest request, CancellationToken cancel) => port.Read("job", () => transcoder.Get(jobId));

    public Task Cancel(string jobId, CancellationToken cancel) => port.Write($"cancel {jobId}", () => transcoder.Cancel(jobId));
}
