using System.Collections.Concurrent;

namespace Orleans.Embedded.Tests;

public interface IMortalGrain : IGrainWithStringKey
{
    Task Touch(bool dies);
}

/// <summary>Counts how often two activations of one key were alive together.</summary>
public sealed class MortalGrain : Grain, IMortalGrain
{
    private static readonly ConcurrentDictionary<string, bool> Alive = new();
    private static int _touched;
    private static int _twins;

    public static int Touched => _touched;

    public static int Twins => _twins;

    public override async Task OnActivateAsync(CancellationToken cancellationToken)
    {
        if (!Alive.TryAdd(this.GetPrimaryKeyString(), true))
            Interlocked.Increment(ref _twins);
        await Task.Yield();
    }

    public override async Task OnDeactivateAsync(DeactivationReason reason, CancellationToken cancellationToken)
    {
        await Task.Yield();
        Alive.TryRemove(this.GetPrimaryKeyString(), out _);
    }

    public async Task Touch(bool dies)
    {
        if (dies)
            DeactivateOnIdle();
        await Task.Yield();
        Interlocked.Increment(ref _touched);
    }
}
