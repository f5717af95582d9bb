namespace Orleans.Embedded.Tests;

public sealed class StopTests : IDisposable
{
    private readonly World _world = new();

    private ILifeGrain Grain => _world.Grain<ILifeGrain>();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Stop_DeactivatesEverything()
    {
        _world.Run(() => _world.Grain<ILifeGrain>("a").Touch());
        _world.Run(() => _world.Grain<ILifeGrain>("b").Touch());
        _world.Journal.Clear();

        _world.Run(Stop);

        Assert.Equal(
            ["a deactivating ShuttingDown", "b deactivating ShuttingDown"],
            _world.Journal.Lines.Where(line => line.Contains("deactivating", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
        Assert.Equal(0, _world.ActivationCount());
    }

    [Fact]
    public void Stop_WithACallThatRunsAndOneThatWaits_FinishesBothAndRefusesNewOnes()
    {
        _world.Gates.Shut("gate");
        var running = _world.Start(() => Grain.TouchAfter("gate"));
        var waiting = _world.Start(Grain.Touch);

        var stop = _world.Start(Stop);
        var refused = _world.Start(Grain.Touch);
        Assert.False(stop.IsCompleted);
        Assert.Equal("embedded is stopping and takes no new calls.", refused.Failure<SiloUnavailableException>().Message);

        _world.Gates.Open("gate");
        _world.Scheduler.RunUntilIdle();
        Assert.Equal((1, 2), (running.Outcome(), waiting.Outcome()));
        Assert.True(stop.IsCompletedSuccessfully);
        Assert.Equal("embedded has stopped.", _world.Start(Grain.Touch).Failure<SiloUnavailableException>().Message);
    }

    [Fact]
    public void Stop_GrainsThatCallEachOther_FinishWhatTheyBegan()
    {
        _world.Gates.Shut("gate");
        var call = _world.Start(() => _world.Grain<IChainGrain>("first").CallNextAfter("gate", "second"));

        var stop = _world.Start(Stop);
        _world.Gates.Open("gate");
        _world.Scheduler.RunUntilIdle();

        Assert.Equal("second", call.Outcome());
        Assert.True(stop.IsCompletedSuccessfully);
    }

    [Fact]
    public void Stop_WhenSomethingHangs_IsBoundedAndFailsItsCallers()
    {
        using var world = new World(options => (options.StopTimeout, options.ResponseTimeout) = (TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5)));
        world.Gates.Shut("gate");
        var hanging = world.Start(() => world.Grain<ILifeGrain>().TouchAfter("gate"));
        var waiting = world.Start(() => world.Grain<ILifeGrain>().Touch());
        var stop = world.Start(() => world.Silo().StopAsync(CancellationToken.None));

        world.AdvanceSeconds(4);
        Assert.False(stop.IsCompleted);
        world.AdvanceSeconds(1);

        Assert.True(stop.IsCompletedSuccessfully);
        hanging.Failure<SiloUnavailableException>();
        waiting.Failure<SiloUnavailableException>();
        Assert.Contains("1 activations have not ended within 00:00:05; they are abandoned.", world.Logs.Lines);
    }

    [Fact]
    public void Dispose_WithoutStop_IsACrash_NoGrainIsTold()
    {
        _world.Run(Grain.Touch);
        _world.Gates.Shut("gate");
        var call = _world.Start(() => Grain.TouchAfter("gate"));
        _world.Journal.Clear();

        _world.Silo().Dispose();
        _world.Scheduler.RunUntilIdle();

        call.Failure<SiloUnavailableException>();
        Assert.Empty(_world.Journal.Lines);
    }

    private Task Stop() => _world.Silo().StopAsync(CancellationToken.None);
}
