using ContentPages.Videos;

namespace ContentPages.Grains.Videos;

/// <summary>One attempt to make a video's renditions.</summary>
/// <param name="OwnerId">Whose turn it is in a fair queue.</param>
/// <param name="OutputPrefix">The attempt's own prefix, ending in <c>/</c>.</param>
public sealed record TranscodeRequest(string VideoId, int Attempt, string OwnerId, string SourceKey, string OutputPrefix)
{
    /// <summary>Submitting the same attempt twice makes one job (MediaConvert's <c>clientRequestToken</c>).</summary>
    public string IdempotencyKey => $"{VideoId}-{Attempt}";
}

/// <summary>Makes renditions. Reports come as MediaConvert-shaped events that echo the video's id and attempt in <c>userMetadata</c>.</summary>
public interface IVideoTranscoder
{
    /// <summary>Submits a job and answers its id; the same request answers the same job while that is known.</summary>
    Task<string> Submit(TranscodeRequest request, CancellationToken cancel);

    /// <summary>What is true of a job now, or null when no such job is known (it was lost).</summary>
    Task<JobReport?> Get(string jobId, TranscodeRequest request, CancellationToken cancel);

    /// <summary>Stops a job; returns once it writes no more. Unknown or finished ones are fine.</summary>
    Task Cancel(string jobId, CancellationToken cancel);
}
