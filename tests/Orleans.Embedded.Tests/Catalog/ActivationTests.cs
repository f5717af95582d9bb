namespace Orleans.Embedded.Tests;

public sealed class ActivationTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Call_FirstOfAKey_ActivatesOnce()
    {
        var grain = _world.Grain<ILifeGrain>();
        Assert.Empty(_world.Journal.Lines);

        Assert.Equal([1, 2, 3], _world.Run(() => Task.WhenAll(grain.Touch(), grain.Touch(), grain.Touch())));

        Assert.Equal(["a activating", "a active"], _world.Journal.Lines);
    }

    [Fact]
    public void Call_AnotherKey_HasItsOwnActivation()
    {
        _world.Run(() => _world.Grain<ILifeGrain>("a").Touch());

        Assert.Equal(1, _world.Run(() => _world.Grain<ILifeGrain>("b").Touch()));
    }

    [Fact]
    public void Call_WhileActivating_WaitsForTheActivation()
    {
        _world.Gates.Shut("activate");
        var call = _world.Start(() => _world.Grain<ILifeGrain>().Touch());
        Assert.False(call.IsCompleted);

        _world.Gates.Open("activate");
        _world.Scheduler.RunUntilIdle();

        Assert.True(call.IsCompletedSuccessfully);
    }

    [Fact]
    public void Call_ActivationFails_FailsEveryWaitingCallAndLeavesNothingBehind()
    {
        _world.Gates.FailActivation = new InvalidDataException("no");
        var calls = _world.Start(() => Task.WhenAll(_world.Grain<ILifeGrain>().Touch(), _world.Grain<ILifeGrain>().Touch()));

        calls.Failure<InvalidDataException>();
        Assert.Equal(2, calls.Exception!.InnerExceptions.Count);
        Assert.Equal(0, _world.ActivationCount());
        Assert.Equal(["a activating", "grain disposed", "scope disposed"], _world.Journal.Lines);

        _world.Gates.FailActivation = null;
        Assert.Equal(1, _world.Run(() => _world.Grain<ILifeGrain>().Touch()));
    }

    [Fact]
    public void Call_ConstructorFails_ReachesTheCallerWithItsType()
    {
        var call = _world.Start(() => _world.Grain<IBrokenGrain>().Touch());

        call.Failure<NotSupportedException>();
        Assert.Equal(0, _world.ActivationCount());
    }

    [Fact]
    public void DeactivateOnIdle_ThenCall_MakesAFreshActivationAfterTheOldOneHasEnded()
    {
        var grain = _world.Grain<ILifeGrain>();
        _world.Run(grain.Touch);
        _world.Journal.Clear();
        _world.Gates.Shut("deactivate");
        _world.Run(grain.End);

        var call = _world.Start(grain.Touch);
        Assert.False(call.IsCompleted);
        _world.Gates.Open("deactivate");
        _world.Scheduler.RunUntilIdle();

        Assert.Equal(1, call.Outcome());
        Assert.Equal(
            ["a deactivating ApplicationRequested", "a inactive", "grain disposed", "scope disposed", "a activating", "a active"],
            _world.Journal.Lines);
    }

    [Fact]
    public void DeactivateOnIdle_WithWaitingCalls_LosesNoneAndKeepsTheirOrder()
    {
        var grain = _world.Grain<ILifeGrain>();
        _world.Gates.Shut("linger");
        var ending = _world.Start(() => grain.EndAndLinger("linger"));
        var calls = _world.Start(() => Task.WhenAll(Enumerable.Range(0, 50).Select(_ => grain.Touch())));
        Assert.False(calls.IsCompleted);

        _world.Gates.Open("linger");
        _world.Scheduler.RunUntilIdle();

        Assert.True(ending.IsCompletedSuccessfully);
        Assert.Equal(Enumerable.Range(1, 50), calls.Outcome());
    }

    [Fact]
    public void DeactivateOnIdle_InOnActivate_ServesTheWaitingCallsFirst()
    {
        _world.Gates.EndWhileActivating = true;

        Assert.Equal([1, 2], _world.Run(() => Task.WhenAll(_world.Grain<ILifeGrain>().Touch(), _world.Grain<ILifeGrain>().Touch())));

        Assert.Equal(0, _world.ActivationCount());
    }

    [Fact]
    public void Deactivation_ThatHangs_IsGivenUpAfterItsTimeout()
    {
        using var world = new World(options => options.DeactivationTimeout = TimeSpan.FromSeconds(10));
        var grain = world.Grain<ILifeGrain>();
        world.Gates.Shut("deactivate");
        world.Run(grain.End);
        var call = world.Start(grain.Touch);

        world.AdvanceSeconds(9);
        Assert.False(call.IsCompleted);
        world.AdvanceSeconds(1);

        Assert.Equal(1, call.Outcome());
        Assert.Contains(world.Logs.Lines, line => line.Contains("life/a failed while it was deactivated", StringComparison.Ordinal));
    }
}
