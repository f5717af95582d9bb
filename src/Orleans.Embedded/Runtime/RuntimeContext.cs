using Orleans.Embedded;

namespace Orleans.Runtime;

/// <summary>Which activation the running code belongs to.</summary>
internal static class RuntimeContext
{
    /// <summary>Null outside of grains. The scheduler tells it, so there is nothing to set, to restore or to leak.</summary>
    public static Activation? Current => (TaskScheduler.Current as ActivationScheduler)?.Activation;
}
