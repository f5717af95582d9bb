using System.Text.Json;
using ContentPages.Processors.Events;
using ContentPages.Videos;

namespace ContentPages.Processors.Videos;

/// <summary>The <c>detail</c> of a MediaConvert job event, as the AWS documentation describes it.</summary>
/// <param name="VideoId">From <c>userMetadata.videoId</c>; null for a job that is not ours.</param>
/// <param name="Attempt">From <c>userMetadata.attempt</c>.</param>
internal sealed record MediaConvertJob(string JobId, string Status, DateTimeOffset At, string? VideoId, int? Attempt, JsonElement Detail)
{
    public static MediaConvertJob? TryParse(JsonElement detail)
    {
        if (detail.Text("jobId") is not { Length: > 0 } jobId || detail.Text("status") is not { } status) return null;
        if (detail.Number("timestamp") is not ({ } milliseconds and >= 0 and < 253_402_300_800_000)) return null;
        var metadata = detail.Object("userMetadata");
        var attempt = metadata?.Count("attempt");
        return new(
            jobId, status, DateTimeOffset.FromUnixTimeMilliseconds((long)milliseconds),
            metadata?.Text("videoId") is { } id && EntityId.IsValid(id) ? id : null,
            attempt is >= 1 and <= int.MaxValue ? (int)attempt : null,
            detail);
    }

    /// <summary>The report that a video's grain understands, or null for a status that tells it nothing.</summary>
    public JobReport? ToReport() => Status switch
    {
        // MediaConvert has taken it out of the queue and looks at the input.
        "PROGRESSING" or "INPUT_INFORMATION" => new JobProgressed(JobId, Attempt!.Value, At, TranscodePhase.Probing),
        "STATUS_UPDATE" => Progressed(),
        "COMPLETE" => MediaConvertOutputs.Read(Detail) is { } media ? new JobCompleted(JobId, Attempt!.Value, At, media) : null,
        "ERROR" => new JobFailed(JobId, Attempt!.Value, At, (int)(Detail.Number("errorCode") ?? 0), Detail.Text("errorMessage") ?? ""),
        "CANCELED" => new JobCanceled(JobId, Attempt!.Value, At),
        _ => null,
    };

    private JobProgressed Progressed()
    {
        var progress = Detail.Object("jobProgress");
        var uploading = progress?.Object("phaseProgress")?.Object("UPLOADING");
        // Our own transcoder's addition: the place in its queue, while the job waits.
        var place = Detail.Number("queuePlace");
        var phase = place is not null ? TranscodePhase.Queued : progress?.Text("currentPhase")?.ToUpperInvariant() switch
        {
            "PROBING" => TranscodePhase.Probing,
            "UPLOADING" => TranscodePhase.Uploading,
            _ => TranscodePhase.Transcoding,
        };
        return new(JobId, Attempt!.Value, At, phase, progress?.Number("jobPercentComplete"), (int?)place, uploading?.Number("percentComplete") > 0);
    }
}
