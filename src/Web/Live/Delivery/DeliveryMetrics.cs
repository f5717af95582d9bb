using System.Diagnostics.Metrics;

namespace ContentPages.Web.Live.Delivery;

/// <summary>What deliveries measure on this node.</summary>
internal sealed class DeliveryMetrics
{
    private readonly Counter<long> _deliveries;
    private readonly Counter<long> _flushes;
    private readonly Counter<long> _skips;
    private readonly Counter<long> _drops;

    public DeliveryMetrics(IMeterFactory meters)
    {
        var meter = meters.Create("ContentPages.Live");
        _deliveries = meter.CreateCounter<long>("contentpages.live.deliveries", null, "Messages that were handed to connections, each counted for each of them.");
        _flushes = meter.CreateCounter<long>("contentpages.live.flushes", null, "Times that what waited for a group was handed to its connections.");
        _skips = meter.CreateCounter<long>("contentpages.live.skips", null, "Times that what waited for a slow connection was dropped.");
        _drops = meter.CreateCounter<long>("contentpages.live.drops", null, "Connections that the server has ended, by reason.");
    }

    public void Delivered(int messages, int connections)
    {
        _flushes.Add(1);
        _deliveries.Add((long)messages * connections);
    }

    public void Skipped() => _skips.Add(1);

    public void Dropped(string reason) => _drops.Add(1, new KeyValuePair<string, object?>("reason", reason));
}
