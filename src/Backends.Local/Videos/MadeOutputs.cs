using ContentPages.Videos;

namespace ContentPages.Backends.Local.Videos;

/// <summary>What a job has made, below its prefix.</summary>
/// <param name="Duration">Seconds.</param>
/// <param name="Poster">Whether there is a poster.</param>
/// <param name="Storyboard">Null where there is none.</param>
internal sealed record MadeOutputs(LadderPlan Plan, double Duration, bool Poster, StoryboardPlan? Storyboard)
{
    public VideoMedia ToMedia(string prefix)
    {
        var top = Plan.Video?.Rungs[0];
        return new VideoMedia(
            prefix,
            EncodeArguments.Master,
            Poster ? StillArguments.Poster : null,
            Storyboard is null ? null : StoryboardPlan.Index,
            Duration,
            top?.Width ?? 0,
            top?.Height ?? 0);
    }
}
