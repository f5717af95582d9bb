using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>The engine: what its parts share, and the way calls take into it.</summary>
internal sealed partial class EmbeddedSilo : ILocalSiloDetails, IDisposable
{
    private readonly CallTimeouts _timeouts;

    public EmbeddedSilo(IServiceProvider services, EmbeddedOrleansOptions options, ILoggerFactory logs)
    {
        Services = services;
        Options = options;
        Log = logs.CreateLogger("Orleans.Embedded");
        Time = options.TimeProvider ?? services.GetService<TimeProvider>() ?? TimeProvider.System;
        Classes = new(options);
        Catalog = new(this);
        Collector = new(this);
        _timeouts = new(Time, options.ResponseTimeout, options.TaskScheduler);
    }

    public IServiceProvider Services { get; }

    public EmbeddedOrleansOptions Options { get; }

    public ILogger Log { get; }

    public TimeProvider Time { get; }

    public GrainClasses Classes { get; }

    public ActivationCatalog Catalog { get; }

    public ActivationCollector Collector { get; }

    public string Name => Options.SiloName;

    public string ClusterId => Options.SiloName;

    /// <summary>Sends a call that its caller may await, within the response timeout.</summary>
    public void Send(GrainCall call)
    {
        if (call.IsAbandoned)
            return;
        if (!call.IsUnattended)
            _timeouts.Add(call);
        Send(call.Target, call);
    }

    /// <summary>Hands a turn to the activation of a grain.</summary>
    public void Send(GrainId target, Turn turn)
    {
        if (_stage != Stage.Running && !MayStillSend())
        {
            turn.Reject(StoppedException());
            return;
        }

        while (true)
        {
            var activation = Catalog.GetOrCreate(target);
            if (activation is null)
            {
                turn.Reject(StoppedException());
                return;
            }

            if (activation.TryReceive(turn))
                return;
        }
    }
}
