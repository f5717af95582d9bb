using System.Reflection;
using Orleans.Runtime;
using Orleans.Storage;

namespace Orleans.Hosting;

/// <summary>How the embedded engine runs. Every time span is positive.</summary>
public sealed partial class EmbeddedOrleansOptions
{
    internal Dictionary<string, Func<IServiceProvider, string, IGrainStorage>> Storages { get; } = new(StringComparer.Ordinal);

    internal HashSet<string> StreamProviders { get; } = new(StringComparer.Ordinal);

    internal List<Assembly> Assemblies { get; } = [];

    /// <summary>The name of this process in <see cref="ILocalSiloDetails"/>.</summary>
    public string SiloName { get; set; } = "embedded";

    /// <summary>
    /// The cluster to join, as read from configuration. It must be null or empty: this engine is one process by design, and says so when
    /// asked for more.
    /// </summary>
    public string? Cluster { get; set; }

    /// <summary>After this long a call fails with <see cref="TimeoutException"/>; what it started goes on. 30 s as in Orleans.</summary>
    public TimeSpan ResponseTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>An activation that was unused for this long is collected. 15 min as in Orleans.</summary>
    public TimeSpan CollectionAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How often activations are looked at for that. 1 min as in Orleans.</summary>
    public TimeSpan CollectionQuantum { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long <c>OnActivateAsync</c> may take until its token is canceled. 30 s as in Orleans.</summary>
    public TimeSpan ActivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long <c>OnDeactivateAsync</c> is waited for. 30 s as in Orleans.</summary>
    public TimeSpan DeactivationTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How long a graceful stop may take in all; what has not ended then is abandoned.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>Calls that may wait for one activation; the next is refused with <see cref="LimitExceededException"/>.</summary>
    public int MaxQueuedCalls { get; set; } = 10_000;

    /// <summary>Events that may wait for one stream subscription.</summary>
    public int StreamQueueCapacity { get; set; } = 4_096;

    /// <summary>What happens to the events beyond that.</summary>
    public StreamOverflow StreamOverflow { get; set; } = StreamOverflow.DropOldest;

    /// <summary>
    /// Where every turn runs. A single-threaded scheduler together with a fake clock owns every interleaving; it must run tasks without a
    /// <see cref="SynchronizationContext"/>, since awaits prefer that to the scheduler.
    /// </summary>
    public TaskScheduler TaskScheduler { get; set; } = TaskScheduler.Default;

    /// <summary>The clock of timeouts, timers and collection; null means the registered one, or the system's.</summary>
    public TimeProvider? TimeProvider { get; set; }

    /// <summary>Makes the grain classes of an assembly callable.</summary>
    public EmbeddedOrleansOptions AddGrains(Assembly assembly)
    {
        Assemblies.Add(assembly);
        return this;
    }

    /// <summary>Registers a storage provider; the factory gets the services and the name, once.</summary>
    public EmbeddedOrleansOptions AddGrainStorage(string name, Func<IServiceProvider, string, IGrainStorage> factory)
    {
        Storages[name] = factory;
        return this;
    }

    /// <summary>Registers a storage provider that forgets everything with the process.</summary>
    public EmbeddedOrleansOptions AddMemoryGrainStorage(string name) => AddGrainStorage(name, static (_, _) => new MemoryGrainStorage());

    /// <summary>Registers a stream provider.</summary>
    public EmbeddedOrleansOptions AddMemoryStreams(string name)
    {
        StreamProviders.Add(name);
        return this;
    }
}
