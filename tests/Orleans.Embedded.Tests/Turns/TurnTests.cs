namespace Orleans.Embedded.Tests;

public sealed class TurnTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Turns_OfAPlainGrain_NeverOverlap()
    {
        var grain = _world.Grain<IPlainTurnGrain>();
        _world.Gates.Shut("1");
        var calls = _world.Start(() => Task.WhenAll(grain.Work("1"), grain.Work("2"), grain.Work("3")));
        Assert.Equal(["1("], _world.Journal.Lines);

        _world.Gates.Open("1");
        _world.Scheduler.RunUntilIdle();

        Assert.True(calls.IsCompletedSuccessfully);
        Assert.Equal(["1(", ")1", "2(", ")2", "3(", ")3"], _world.Journal.Lines);
    }

    [Fact]
    public void Turns_OfAReentrantGrain_Overlap()
    {
        var grain = _world.Grain<IReentrantTurnGrain>();
        _world.Gates.Shut("1");
        _world.Start(() => Task.WhenAll(grain.Work("1"), grain.Work("2")));
        _world.Gates.Open("1");
        _world.Scheduler.RunUntilIdle();

        Assert.Equal(["1(", "2(", ")2", ")1"], _world.Journal.Lines);
    }

    [Fact]
    public void ReadOnly_AmongThemselves_OverlapAndKeepWritersOut()
    {
        var grain = _world.Grain<IPlainTurnGrain>();
        _world.Gates.Shut("r1");
        _world.Gates.Shut("r2");
        _world.Start(() => Task.WhenAll(grain.Read("r1"), grain.Work("w"), grain.Read("r2")));
        Assert.Equal(["r1(", "r2("], _world.Journal.Lines);

        _world.Gates.Open("r1");
        _world.Scheduler.RunUntilIdle();
        Assert.Equal(["r1(", "r2(", ")r1"], _world.Journal.Lines);

        _world.Gates.Open("r2");
        _world.Scheduler.RunUntilIdle();
        Assert.Equal(["r1(", "r2(", ")r1", ")r2", "w(", ")w"], _world.Journal.Lines);
    }

    [Fact]
    public void AlwaysInterleave_WhileAnotherTurnRuns_StartsAtOnceAndBlocksNobody()
    {
        var grain = _world.Grain<IPlainTurnGrain>();
        _world.Gates.Shut("w");
        _world.Gates.Shut("i");
        _world.Start(() => Task.WhenAll(grain.Work("w"), grain.Interleave("i"), grain.Work("w2")));
        Assert.Equal(["w(", "i("], _world.Journal.Lines);

        _world.Gates.Open("w");
        _world.Scheduler.RunUntilIdle();

        Assert.Equal(["w(", "i(", ")w", "w2(", ")w2"], _world.Journal.Lines);
    }

    [Fact]
    public void MayInterleave_AsksThePredicate()
    {
        var grain = _world.Grain<IPickyTurnGrain>();
        _world.Gates.Shut("w");
        _world.Start(() => Task.WhenAll(grain.Work("w"), grain.Work("rude"), grain.Work("polite")));

        Assert.Equal(["w(", "polite(", ")polite"], _world.Journal.Lines);
    }

    [Fact]
    public void Call_ToItself_DeadlocksUntilItTimesOut()
    {
        var call = _world.Start(() => _world.Grain<ICallerGrain>().CallMyself());
        Assert.False(call.IsCompleted);

        _world.AdvanceSeconds(30);

        call.Failure<TimeoutException>();
        Assert.Equal("a", _world.Run(() => _world.Grain<ICallerGrain>().Key()));
    }

    [Fact]
    public void Call_ToItselfThroughAnother_DeadlocksUntilItTimesOut()
    {
        var call = _world.Start(() => _world.Grain<ICallerGrain>("a").CallThrough("b"));
        _world.AdvanceSeconds(30);

        call.Failure<TimeoutException>();
        Assert.Equal("b", _world.Run(() => _world.Grain<ICallerGrain>("b").Key()));
    }
}
