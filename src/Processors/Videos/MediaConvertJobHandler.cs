using ContentPages.Processors.Events;
using ContentPages.Videos;

namespace ContentPages.Processors.Videos;

/// <summary><c>MediaConvert Job State Change</c>: one report to the video that <c>userMetadata</c> names.</summary>
public sealed class MediaConvertJobHandler(IGrainFactory grains) : IEventHandler
{
    public bool Handles(in EventEnvelope envelope) =>
        envelope is { Source: "aws.mediaconvert", DetailType: "MediaConvert Job State Change" };

    public async Task<HandlerResult> Handle(EventEnvelope envelope, CancellationToken cancel)
    {
        if (MediaConvertJob.TryParse(envelope.Detail) is not { } job) return HandlerResult.Malformed;
        if (job.VideoId is null || job.Attempt is null) return HandlerResult.Ignored;
        if (job.ToReport() is not { } report) return job.Status is "COMPLETE" ? HandlerResult.Malformed : HandlerResult.Ignored;
        await grains.GetGrain<IVideoGrain>(job.VideoId).ReportJob(report);
        return HandlerResult.Handled;
    }
}
