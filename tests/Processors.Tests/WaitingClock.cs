using Microsoft.Extensions.Time.Testing;

namespace ContentPages.Processors.Tests;

/// <summary>A clock that knows when somebody has begun to wait for it, so that a test never advances it too early.</summary>
internal sealed class WaitingClock(DateTimeOffset start) : FakeTimeProvider(start)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly SemaphoreSlim _waits = new(0);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = base.CreateTimer(callback, state, dueTime, period);
        _waits.Release();
        return timer;
    }

    /// <summary>Lets time pass as soon as somebody waits for it.</summary>
    public async Task AdvanceOnceAwaited(TimeSpan time)
    {
        Assert.True(await _waits.WaitAsync(Patience), "Nobody waits for the clock.");
        Advance(time);
    }
}
