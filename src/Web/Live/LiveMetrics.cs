using System.Diagnostics.Metrics;

namespace ContentPages.Web.Live;

/// <summary>What this node's hub measures.</summary>
internal sealed class LiveMetrics
{
    private readonly Counter<long> _joins;

    public LiveMetrics(IMeterFactory meters, StreamRelay relay, Viewers viewers, LiveConnections connections)
    {
        var meter = meters.Create("ContentPages.Live");
        _joins = meter.CreateCounter<long>("contentpages.live.joins", null, "Streams that were joined.");
        meter.CreateObservableGauge("contentpages.live.streams", relay.CountOn, null, "Live streams that somebody here has joined.");
        meter.CreateObservableGauge("contentpages.live.viewers", () => viewers.Count, null, "Viewers here whose players play.");
        meter.CreateObservableGauge("contentpages.live.connections", () => connections.Count, null, "Connections to the hub here.");
    }

    public void Joined() => _joins.Add(1);
}
