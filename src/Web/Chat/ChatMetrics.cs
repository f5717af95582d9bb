using System.Diagnostics.Metrics;

namespace ContentPages.Web.Chat;

/// <summary>What this node measures of chat.</summary>
internal sealed class ChatMetrics
{
    private readonly Meter _meter;
    private readonly Counter<long> _posted;
    private readonly Counter<long> _refused;

    public ChatMetrics(IMeterFactory meters)
    {
        _meter = meters.Create("ContentPages.Chat");
        _posted = _meter.CreateCounter<long>("contentpages.chat.posted", null, "Messages that were accepted here, held ones too.");
        _refused = _meter.CreateCounter<long>("contentpages.chat.refused", null, "Messages and reactions that were refused here, by code.");
    }

    public void Rooms(Func<int> count) => _meter.CreateObservableGauge("contentpages.chat.rooms", count, null, "Rooms that somebody here is in.");

    public void Posted() => _posted.Add(1);

    public void Refused(string code) => _refused.Add(1, new KeyValuePair<string, object?>("code", code));
}
