using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Hosting;

namespace ContentPages.Web.Operations;

/// <summary>
/// Keeps what the runtime, the web server and ContentPages itself measure, for <c>/metrics</c>. Histograms are kept as count and sum.
/// </summary>
internal sealed class MetricsCollector(IMeterFactory meters) : IHostedService, IDisposable
{
    /// <summary>Overflow policy: label sets beyond are not kept.</summary>
    private const int MaxSeries = 2_000;

    private static readonly string[] Meters =
        ["ContentPages", "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections"];

    private readonly ConcurrentDictionary<SeriesKey, Series> _series = new();
    private readonly MeterListener _listener = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (IsOurs(instrument.Meter)) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<float>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Record(instrument, value, tags));
        _listener.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public void Dispose() => _listener.Dispose();

    /// <summary>All series in Prometheus's text format.</summary>
    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var family in _series.GroupBy(series => series.Key.Instrument.Name).OrderBy(family => family.Key, StringComparer.Ordinal))
        {
            var (name, kind) = (NameOf(family.Key), KindOf(family.First().Key.Instrument));
            text.Append(CultureInfo.InvariantCulture, $"# TYPE {name} {kind}\n");
            foreach (var series in family.Select(series => series.Value).OrderBy(series => series.Labels, StringComparer.Ordinal))
            {
                var (labels, (count, sum)) = (series.Labels, series.Read());
                if (kind is "summary") text.Append(CultureInfo.InvariantCulture, $"{name}_count{labels} {count}\n{name}_sum{labels} {sum:R}\n");
                else text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {sum:R}\n");
            }
        }

        return text.ToString();
    }

    // Another host in the same process has meters of its own by the same names.
    private bool IsOurs(Meter meter) =>
        (meter.Scope is null || meter.Scope == meters)
        && Meters.Any(name => meter.Name == name || meter.Name.StartsWith(name + ".", StringComparison.Ordinal));

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        // Recorded for every request: the labels are only written down for the first of them.
        var key = SeriesKey.Of(instrument, tags);
        if (!_series.TryGetValue(key, out var series))
        {
            if (_series.Count >= MaxSeries) return;
            var replaces = instrument.IsObservable || instrument.GetType().GetGenericTypeDefinition() == typeof(Gauge<>);
            series = _series.GetOrAdd(key, new Series(LabelsOf(tags), replaces));
        }

        series.Record(value);
    }

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty) return "";
        var labels = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            labels.Append(labels.Length == 0 ? '{' : ',').Append(NameOf(name)).Append("=\"");
            labels.Append(CultureInfo.InvariantCulture, $"{value}").Append('"');
        }

        return labels.Append('}').ToString();
    }

    private static string NameOf(string name) => string.Create(name.Length, name, static (span, text) =>
    {
        for (var i = 0; i < span.Length; i++) span[i] = char.IsAsciiLetterOrDigit(text[i]) ? text[i] : '_';
    });

    private static string KindOf(Instrument instrument)
    {
        var type = instrument.GetType().GetGenericTypeDefinition();
        if (type == typeof(Histogram<>)) return "summary";
        return type == typeof(Counter<>) || type == typeof(ObservableCounter<>) ? "counter" : "gauge";
    }
}
