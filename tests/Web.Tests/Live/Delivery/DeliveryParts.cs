using System.Diagnostics.Metrics;
using ContentPages.Web.Live.Delivery;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ContentPages.Web.Tests.Live.Delivery;

/// <summary>What deliveries are made of, with a clock that stands still.</summary>
internal sealed class DeliveryParts
{
    /// <summary>Between two turns of connections that are ended, unless few are in a second.</summary>
    public static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(10);

    private readonly Dictionary<string, long> _sums = [];
    private readonly MeterListener _listener = new();
    private TaskCompletionSource _measured = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public DeliveryParts(DeliveryOptions options)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddMetrics();
        services.AddSignalRCore().AddJsonProtocol();
        var provider = services.BuildServiceProvider();
        var meters = provider.GetRequiredService<IMeterFactory>();
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Scope == meters) listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, _, _) =>
        {
            lock (_sums)
            {
                _sums[instrument.Name] = _sums.GetValueOrDefault(instrument.Name) + value;
                _measured.TrySetResult();
                _measured = new(TaskCreationOptions.RunContinuationsAsynchronously);
            }
        });
        _listener.Start();
        Options = Microsoft.Extensions.Options.Options.Create(options);
        Invocations = new(provider.GetRequiredService<IHubProtocolResolver>());
        Metrics = new(meters);
        Endings = new(Options, Clock);
        Rules = new(Invocations, Metrics, Endings, Options, Clock, NullLogger<OutletRules>.Instance);
    }

    public FakeTimeProvider Clock { get; } = new();

    public IOptions<DeliveryOptions> Options { get; }

    public Invocations Invocations { get; }

    public DeliveryMetrics Metrics { get; }

    public Endings Endings { get; }

    public OutletRules Rules { get; }

    /// <summary>Ends when so much has been measured.</summary>
    public async Task Reaches(string instrument, long sum)
    {
        while (true)
        {
            Task measured;
            lock (_sums)
            {
                if (_sums.GetValueOrDefault(instrument) == sum) return;
                measured = _measured.Task;
            }

            await measured.WaitAsync(TimeSpan.FromSeconds(20));
        }
    }

    public long Sum(string instrument)
    {
        lock (_sums) return _sums.GetValueOrDefault(instrument);
    }
}
