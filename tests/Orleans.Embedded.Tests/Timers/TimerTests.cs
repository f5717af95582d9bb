namespace Orleans.Embedded.Tests;

public sealed class TimerTests : IDisposable
{
    private readonly World _world = new();

    private ITimerGrain Grain => _world.Grain<ITimerGrain>();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Timer_Ticks_AtDueTimeAndThenEveryPeriod()
    {
        _world.Run(() => Grain.Start(2, 3));

        Seconds(9);

        Assert.Equal(["tick 2", "tick 5", "tick 8"], _world.Journal.Lines);
    }

    [Fact]
    public void Timer_WithInfinitePeriod_TicksOnce()
    {
        _world.Run(() => Grain.Start(1, -1));

        Seconds(10);

        Assert.Equal(["tick 1"], _world.Journal.Lines);
    }

    [Fact]
    public void Tick_ThatIsSlow_CountsThePeriodFromItsEnd()
    {
        _world.Gates.Shut("tick");
        _world.Run(() => Grain.Start(1, 1));
        Seconds(5);
        Assert.Equal(["tick 1"], _world.Journal.Lines);

        _world.Gates.Open("tick");
        _world.Scheduler.RunUntilIdle();
        Seconds(2);

        Assert.Equal(["tick 1", "tick 6", "tick 7"], _world.Journal.Lines);
    }

    [Fact]
    public void Tick_WhileACallRuns_Waits()
    {
        _world.Run(() => Grain.Start(1, -1));
        _world.Gates.Shut("gate");
        _world.Start(() => Grain.Hold("gate"));
        Seconds(2);
        Assert.Equal(["hold("], _world.Journal.Lines);

        _world.Gates.Open("gate");
        _world.Scheduler.RunUntilIdle();

        Assert.Equal(["hold(", ")hold", "tick 2"], _world.Journal.Lines);
    }

    [Fact]
    public void Tick_Interleaving_DoesNotWaitForACall()
    {
        _world.Run(() => Grain.Start(1, -1, interleave: true));
        _world.Gates.Shut("gate");
        _world.Start(() => Grain.Hold("gate"));

        Seconds(1);

        Assert.Equal(["hold(", "tick 1"], _world.Journal.Lines);
    }

    [Fact]
    public void Tick_ThatThrows_IsLoggedAndTicksAgain()
    {
        _world.Run(Grain.StartThatThrows);

        Seconds(2);

        Assert.Equal(["throws", "throws"], _world.Journal.Lines);
        Assert.Equal(2, _world.Logs.Lines.Count(line => line == "A timer of timer/a failed, and nobody awaits it."));
    }

    [Fact]
    public void Change_CountsFromNow()
    {
        _world.Run(() => Grain.Start(10, 10));
        Seconds(1);
        _world.Run(() => Grain.Change(2, 5));

        Seconds(9);

        Assert.Equal(["tick 3", "tick 8"], _world.Journal.Lines);
    }

    [Fact]
    public void Change_InsideTheTick_CountsFromItsEnd()
    {
        _world.Run(() => Grain.StartThatChanges(4, 2));

        Seconds(8);

        Assert.Equal(["tick 1", "tick 5", "tick 7"], _world.Journal.Lines);
    }

    [Fact]
    public void Dispose_StopsIt()
    {
        _world.Run(() => Grain.Start(1, 1));
        Seconds(1);
        _world.Run(Grain.Stop);

        Seconds(5);

        Assert.Equal(["tick 1"], _world.Journal.Lines);
    }

    [Fact]
    public void Deactivation_CancelsTheTickAndStopsTheTimer()
    {
        _world.Gates.Shut("tick");
        _world.Run(() => Grain.Start(1, 1, interleave: true));
        Seconds(1);

        _world.Run(Grain.End);

        Assert.Equal(0, _world.ActivationCount());
        Seconds(5);
        Assert.Equal(["tick 1"], _world.Journal.Lines);
    }

    [Fact]
    public void Deactivation_WithATimer_StopsTheTimer()
    {
        _world.Run(() => Grain.Start(1, 1));
        Seconds(1);
        _world.Run(Grain.End);

        Seconds(5);

        Assert.Equal(["tick 1"], _world.Journal.Lines);
    }

    [Fact]
    public void KeepAlive_DecidesWhetherTicksCountAsUse()
    {
        _world.Run(() => _world.Grain<ITimerGrain>("idle").Start(60, 60));
        _world.Run(() => _world.Grain<ITimerGrain>("kept").Start(60, 60, keepAlive: true));

        _world.Advance(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(1));

        Assert.Equal(["timer/kept"], _world.Silo().Catalog.InOrder().Select(activation => activation.GrainId.ToString()));
    }

    private void Seconds(int seconds) => _world.Advance(TimeSpan.FromSeconds(seconds), TimeSpan.FromSeconds(1));
}
