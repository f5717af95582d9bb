using ContentPages.Grains.Tests.Engines;

namespace ContentPages.Grains.Tests.Chat;

internal static class WorldTime
{
    /// <summary>Lets the clock run until something has happened, which waits for that clock in a process of its own pace.</summary>
    public static async Task AdvanceUntil(this GrainWorld world, Task happened, TimeSpan step)
    {
        for (var steps = 0; !happened.IsCompleted && steps < 2_000; steps++)
        {
            await Task.WhenAny(happened, Task.Delay(TimeSpan.FromMilliseconds(5)));
            if (!happened.IsCompleted) world.Clock.Advance(step);
        }
    }

    public static async Task<T> Patiently<T>(this GrainWorld world, Task<T> call)
    {
        await world.AdvanceUntil(call, TimeSpan.FromMilliseconds(100));
        return await call;
    }
}
