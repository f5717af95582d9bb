using Orleans.Storage;

namespace Orleans.Embedded.Tests;

public sealed class PersistentStateTests : IDisposable
{
    private static readonly GrainId Id = GrainId.Create("state", "a");

    private readonly World _world = new();

    private IStateGrain Grain => _world.Grain<IStateGrain>();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void State_NeverWritten_IsEmptyAndHasNoRecord()
    {
        Assert.Equal("0 False none 0", _world.Run(Grain.Describe));
    }

    [Fact]
    public async Task State_Written_IsLoadedBeforeOnActivate()
    {
        await _world.Storage.WriteBehindTheBack("counter", Id, new CounterState { Value = 5 });

        Assert.Equal("5 True 1 0", _world.Run(Grain.Describe));
        Assert.Equal(["active with 5"], _world.Journal.Lines);
    }

    [Fact]
    public void Write_ThenReactivate_KeepsIt_AndWhatWasNotWrittenIsGone()
    {
        _world.Run(() => Grain.Set(1));
        _world.Run(() => Grain.SetWithoutWriting(2));
        _world.Advance(TimeSpan.FromMinutes(16), TimeSpan.FromMinutes(1));

        Assert.Equal(1, _world.Run(Grain.Get));
    }

    [Fact]
    public void Write_TwiceAtOnce_FollowEachOther()
    {
        var gate = new TaskCompletionSource();
        _world.Storage.Gate = gate.Task;
        var call = _world.Start(() => Grain.SetTwiceAtOnce(1));
        Assert.Equal(1, _world.Storage.Writes);

        gate.SetResult();
        _world.Scheduler.RunUntilIdle();

        Assert.True(call.IsCompletedSuccessfully);
        Assert.Equal("2 True 2 0", _world.Run(Grain.Describe));
    }

    [Fact]
    public void Clear_EmptiesStateAndRecord()
    {
        _world.Run(() => Grain.Set(1));

        _world.Run(Grain.Clear);

        Assert.Equal("0 False none 0", _world.Run(Grain.Describe));
    }

    [Fact]
    public async Task Conflict_ReachesTheCallerAndDropsTheActivation()
    {
        _world.Run(() => Grain.Set(1));
        await _world.Storage.WriteBehindTheBack("counter", Id, new CounterState { Value = 50 });

        var conflict = _world.Start(() => Grain.Set(2)).Failure<InconsistentStateException>();

        Assert.Equal(("2", "1"), (conflict.StoredEtag, conflict.CurrentEtag));
        Assert.Equal(50, _world.Run(Grain.Get));
        Assert.Equal(["active with 0", "ended: ApplicationError", "active with 50"], _world.Journal.Lines);
    }

    [Fact]
    public async Task Conflict_ThroughAnotherGrain_DropsOnlyTheGrainThatOwnsTheState()
    {
        _world.Run(() => _world.Grain<IMiddleGrain>().Set("a", 1));
        await _world.Storage.WriteBehindTheBack("counter", Id, new CounterState { Value = 50 });

        _world.Start(() => _world.Grain<IMiddleGrain>().Set("a", 2)).Failure<InconsistentStateException>();

        Assert.Equal(["middle/a"], _world.Silo().Catalog.InOrder().Select(activation => activation.GrainId.ToString()));
    }

    [Fact]
    public async Task Conflict_ThatTheGrainHandles_KeepsTheActivation()
    {
        _world.Run(() => Grain.Set(1));
        await _world.Storage.WriteBehindTheBack("counter", Id, new CounterState { Value = 50 });

        _world.Run(() => Grain.SetAndForgive(2));

        Assert.Equal(50, _world.Run(Grain.Get));
        Assert.Equal(["active with 0"], _world.Journal.Lines);
    }

    [Fact]
    public void Read_Fails_FailsTheCallAndTheNextOneTriesAgain()
    {
        _world.Storage.FailNextRead = new IOException("disk");

        _world.Start(Grain.Get).Failure<IOException>();

        Assert.Equal(0, _world.Run(Grain.Get));
    }
}
