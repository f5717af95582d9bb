using Orleans.Concurrency;

namespace Orleans.Embedded.Tests;

public interface IBusyGrain : IGrainWithStringKey
{
    /// <summary>Leaves for the thread pool and comes back, and counts how often it met another turn that was really running.</summary>
    Task<int> HopAround(int times);
}

[Reentrant]
public sealed class BusyGrain : Grain, IBusyGrain
{
    private int _inside;

    public async Task<int> HopAround(int times)
    {
        var met = 0;
        for (var i = 0; i < times; i++)
        {
            await Task.Run(static () => { });
            if (Interlocked.Increment(ref _inside) != 1)
                met++;
            Thread.SpinWait(200);
            Interlocked.Decrement(ref _inside);
        }

        return met;
    }
}
