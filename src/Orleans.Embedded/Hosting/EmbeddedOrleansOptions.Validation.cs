using Orleans.Runtime;

namespace Orleans.Hosting;

public sealed partial class EmbeddedOrleansOptions
{
    /// <exception cref="OrleansConfigurationException">Names the member that cannot work.</exception>
    internal void Validate()
    {
        if (!string.IsNullOrEmpty(Cluster))
        {
            throw new OrleansConfigurationException(
                $"{nameof(Cluster)} is \"{Cluster}\", but the embedded engine is a single process by design. To join a cluster, build with -p:Engine=Orleans.");
        }

        Positive(ResponseTimeout, nameof(ResponseTimeout));
        Positive(CollectionAge, nameof(CollectionAge));
        Positive(CollectionQuantum, nameof(CollectionQuantum));
        Positive(ActivationTimeout, nameof(ActivationTimeout));
        Positive(DeactivationTimeout, nameof(DeactivationTimeout));
        Positive(StopTimeout, nameof(StopTimeout));
        Positive(MaxQueuedCalls, nameof(MaxQueuedCalls));
        Positive(StreamQueueCapacity, nameof(StreamQueueCapacity));
    }

    private static void Positive(TimeSpan value, string name) => Positive(value.Ticks, name);

    private static void Positive(long value, string name)
    {
        if (value <= 0)
            throw new OrleansConfigurationException($"{name} must be greater than zero.");
    }
}
