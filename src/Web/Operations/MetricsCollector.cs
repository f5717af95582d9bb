using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Hosting;

namespace ContentPages.Web.Operations;

/// <summary>
/// Keeps what the runtime, the web server and ContentPages itself measure, for <c>/metrics</c>. Histograms are kept as count and sum.
/// </summary>
internal sealed class MetricsCollector : IHostedService, IDisposable
{
    /// <summary>Overflow policy: label sets beyond are not kept.</summary>
    private const int MaxSeries = 2_000;

    private static readonly string[] Meters =
        ["ContentPages", "System.Runtime", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "Microsoft.AspNetCore.Http.Connections"];

    // The other tags say the same thing for every request of one server.
    private static readonly HashSet<string> IgnoredTags =
        ["url.scheme", "network.protocol.version", "network.protocol.name", "network.type", "network.transport", "server.address", "server.port", "tls.protocol.version"];

    private readonly ConcurrentDictionary<(Instrument Instrument, string Labels), Series> _series = new();
    private readonly MeterListener _listener = new();

    public Task StartAsync(CancellationToken cancellationToken)
    {
        _listener.InstrumentPublished = static (instrument, listener) =>
        {
            if (Meters.Any(meter => instrument.Meter.Name == meter || instrument.Meter.Name.StartsWith(meter + ".", StringComparison.Ordinal)))
                listener.EnableMeasurementEvents(instrument);
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
            foreach (var ((_, labels), series) in family.OrderBy(series => series.Key.Labels, StringComparer.Ordinal))
            {
                var (count, sum) = series.Read();
                if (kind is "summary") text.Append(CultureInfo.InvariantCulture, $"{name}_count{labels} {count}\n{name}_sum{labels} {sum:R}\n");
                else text.Append(CultureInfo.InvariantCulture, $"{name}{labels} {sum:R}\n");
            }
        }

        return text.ToString();
    }

    private void Record(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var key = (instrument, LabelsOf(tags));
        if (!_series.TryGetValue(key, out var series))
        {
            if (_series.Count >= MaxSeries) return;
            series = _series.GetOrAdd(key, new Series());
        }

        series.Record(value, replaces: instrument.IsObservable || instrument.GetType().GetGenericTypeDefinition() == typeof(Gauge<>));
    }

    private static string LabelsOf(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        if (tags.IsEmpty) return "";
        var labels = new StringBuilder();
        foreach (var (name, value) in tags)
        {
            if (IgnoredTags.Contains(name)) continue;
            labels.Append(labels.Length == 0 ? '{' : ',').Append(NameOf(name)).Append("=\"");
            labels.Append(CultureInfo.InvariantCulture, $"{value}").Append('"');
        }

        return labels.Length == 0 ? "" : labels.Append('}').ToString();
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
