namespace Orleans.Embedded.Tests;

public sealed class CallTests : IDisposable
{
    private readonly World _world = new();

    private ICallGrain Grain => _world.Grain<ICallGrain>();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Call_AnyReturnShape_ReturnsTheValue()
    {
        Assert.Equal(7, _world.Run(() => Grain.Echo(7)));
        Assert.Equal("x", _world.Run(() => Grain.EchoValue("x").AsTask()));
        Assert.Null(_world.Run(() => Grain.EchoValue(null).AsTask()));
        _world.Run(() => Grain.Nothing().AsTask());
        Assert.Equal(Guid.Empty, _world.Run(() => Grain.Generic(Guid.Empty)));
        Assert.Equal("s", _world.Run(() => Grain.Generic("s")));
    }

    [Fact]
    public void Call_ThatThrows_ReachesTheCallerWithItsTypeAndLeavesTheActivation()
    {
        Assert.Equal("at once", _world.Start(() => Grain.ThrowAtOnce()).Failure<InvalidDataException>().Message);
        Assert.Equal("later", _world.Start(() => Grain.ThrowLater()).Failure<InvalidDataException>().Message);
        Assert.Equal(1, _world.ActivationCount());
    }

    [Fact]
    public void Call_TooSlow_TimesOutWithoutBreakingTheActivation()
    {
        _world.Gates.Shut("gate");
        var call = _world.Start(() => Grain.Hang("gate"));
        var queued = _world.Start(() => Grain.Echo(1));

        _world.AdvanceSeconds(29.9);
        Assert.False(call.IsCompleted);
        _world.AdvanceSeconds(0.1);

        Assert.StartsWith(
            "Response did not arrive on time in 00:00:30 for message: ICallGrain.Hang of call/a.",
            call.Failure<TimeoutException>().Message, StringComparison.Ordinal);
        queued.Failure<TimeoutException>();
        _world.Gates.Open("gate");
        Assert.Equal(2, _world.Run(() => Grain.Echo(2)));
        Assert.Equal(["went on"], _world.Journal.Lines);
    }

    [Fact]
    public void Call_SentLater_TimesOutLater()
    {
        _world.Gates.Shut("gate");
        var first = _world.Start(() => Grain.Hang("gate"));
        _world.AdvanceSeconds(20);
        var second = _world.Start(() => Grain.Hang("gate"));

        _world.AdvanceSeconds(10);
        Assert.True(first.IsFaulted);
        Assert.False(second.IsCompleted);
        _world.AdvanceSeconds(20);
        Assert.True(second.IsFaulted);
    }

    [Fact]
    public void Call_AfterAQuietTime_StillTimesOut()
    {
        _world.Run(() => Grain.Echo(1));
        _world.AdvanceSeconds(45);
        _world.Gates.Shut("gate");
        var call = _world.Start(() => Grain.Hang("gate"));

        _world.AdvanceSeconds(29);
        Assert.False(call.IsCompleted);
        _world.AdvanceSeconds(1);

        call.Failure<TimeoutException>();
    }

    [Fact]
    public void OneWay_ReturnsAtOnceAndLogsItsFailure()
    {
        _world.Gates.Shut("gate");
        _world.Run(() => Grain.Fire("gate"));
        Assert.Empty(_world.Journal.Lines);

        _world.Gates.Open("gate");
        _world.Scheduler.RunUntilIdle();

        Assert.Equal(["fired"], _world.Journal.Lines);
        Assert.Contains("ICallGrain.Fire of call/a failed, and nobody awaits it.", _world.Logs.Lines);
    }

    [Fact]
    public void Cancel_WhileItRuns_LetsTheCallerGoAndUnwindsTheCalleeInsideItsActivation()
    {
        using var cancel = new CancellationTokenSource();
        var call = _world.Start(() => Grain.WaitForCancellation(cancel.Token));

        cancel.Cancel();
        _world.Scheduler.RunUntilIdle();

        Assert.True(call.IsCanceled);
        Assert.Equal(["canceled inside: True", "unwound inside: True"], _world.Journal.Lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Cancel_WhileItWaits_NeverStartsIt()
    {
        using var cancel = new CancellationTokenSource();
        _world.Gates.Shut("gate");
        _world.Start(() => Grain.Hang("gate"));
        var call = _world.Start(() => Grain.WaitForCancellation(cancel.Token));

        cancel.Cancel();
        _world.Gates.Open("gate");
        _world.Scheduler.RunUntilIdle();

        Assert.True(call.IsCanceled);
        Assert.Equal(["went on"], _world.Journal.Lines);
    }

    [Fact]
    public void Cancel_BeforeTheCall_DoesNotEvenActivate()
    {
        var call = _world.Start(() => Grain.WaitFor("gate", new CancellationToken(canceled: true)));

        Assert.True(call.IsCanceled);
        Assert.Equal(0, _world.ActivationCount());
    }

    [Fact]
    public void Cancel_NotUsed_PassesTheTokenThrough()
    {
        using var cancel = new CancellationTokenSource();

        Assert.Equal("open", _world.Run(() => Grain.WaitFor("open", cancel.Token)));
        Assert.Equal("open", _world.Run(() => Grain.WaitFor("open", CancellationToken.None)));
    }

    [Fact]
    public void Queue_Full_RefusesTheNewest()
    {
        using var world = new World(options => options.MaxQueuedCalls = 3);
        world.Gates.Shut("gate");
        world.Start(() => world.Grain<ICallGrain>().Hang("gate"));
        var waiting = world.Start(() => Task.WhenAll(Enumerable.Range(0, 3).Select(i => world.Grain<ICallGrain>().Echo(i))));

        world.Start(() => world.Grain<ICallGrain>().Echo(9)).Failure<LimitExceededException>();

        world.Gates.Open("gate");
        world.Scheduler.RunUntilIdle();
        Assert.Equal([0, 1, 2], waiting.Outcome());
    }

    [Fact]
    public void Argument_ThatIsTheGrainItself_ArrivesAsAReference()
    {
        Assert.True(_world.Run(() => _world.Grain<ICallerGrain>("a").IntroduceMyselfTo("b")));
    }
}
