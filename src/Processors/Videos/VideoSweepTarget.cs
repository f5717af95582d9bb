using ContentPages.Processors.Sweeping;
using ContentPages.Videos;

namespace ContentPages.Processors.Videos;

public sealed class VideoSweepTarget(IGrainFactory grains) : ISweepTarget
{
    public string Kind => "VIDEO";

    public Task Reconcile(string id) => grains.GetGrain<IVideoGrain>(id).Reconcile();
}
