using ContentPages.Processors.Sweeping;
using ContentPages.Streams;

namespace ContentPages.Processors.Streams;

public sealed class StreamSweepTarget(IGrainFactory grains) : ISweepTarget
{
    public string Kind => "STREAM";

    public Task Reconcile(string id) => grains.GetGrain<ILiveStreamGrain>(id).Reconcile();
}
