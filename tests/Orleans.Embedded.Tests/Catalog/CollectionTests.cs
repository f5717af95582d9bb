namespace Orleans.Embedded.Tests;

public sealed class CollectionTests : IDisposable
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Collection_UnusedForTheAge_DeactivatesAndTheNextCallReactivates()
    {
        _world.Run(() => _world.Grain<ILifeGrain>().Touch());

        _world.Advance(TimeSpan.FromMinutes(14), Minute);
        Assert.Equal(1, _world.ActivationCount());
        _world.Advance(Minute);

        Assert.Equal(0, _world.ActivationCount());
        Assert.Contains("a deactivating ActivationIdle", _world.Journal.Lines);
        Assert.Equal(1, _world.Run(() => _world.Grain<ILifeGrain>().Touch()));
    }

    [Fact]
    public void Collection_UsedInBetween_CountsFromTheLastUse()
    {
        _world.Run(() => _world.Grain<ILifeGrain>().Touch());
        _world.Advance(TimeSpan.FromMinutes(10), Minute);
        _world.Run(() => _world.Grain<ILifeGrain>().Touch());
        _world.Advance(TimeSpan.FromMinutes(10), Minute);

        Assert.Equal(3, _world.Run(() => _world.Grain<ILifeGrain>().Touch()));
    }

    [Fact]
    public void Collection_WhileACallRuns_Waits()
    {
        _world.Gates.Shut("gate");
        var call = _world.Start(() => _world.Grain<ILifeGrain>().TouchAfter("gate"));
        _world.Advance(TimeSpan.FromMinutes(60), Minute);

        Assert.Equal(1, _world.ActivationCount());
        call.Failure<TimeoutException>();
    }

    [Fact]
    public void DelayDeactivation_KeepsItForThatLong()
    {
        _world.Run(() => _world.Grain<ILifeGrain>().Delay(TimeSpan.FromMinutes(40)));

        _world.Advance(TimeSpan.FromMinutes(39), Minute);
        Assert.Equal(1, _world.ActivationCount());
        _world.Advance(Minute);
        Assert.Equal(0, _world.ActivationCount());
    }

    [Fact]
    public void KeepAlive_AndAgeLimit_OfTheClassOverrideTheOption()
    {
        _world.Run(() => _world.Grain<IForeverGrain>().Touch());
        _world.Run(() => _world.Grain<IBriefGrain>().Touch());

        _world.Advance(TimeSpan.FromMinutes(2), Minute);
        Assert.Equal(1, _world.ActivationCount());
        _world.Advance(TimeSpan.FromDays(1), TimeSpan.FromHours(1));
        Assert.Equal(1, _world.ActivationCount());
    }
}
