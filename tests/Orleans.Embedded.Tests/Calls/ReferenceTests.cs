namespace Orleans.Embedded.Tests;

public sealed class ReferenceTests : IDisposable
{
    private readonly World _world = new();

    public void Dispose() => _world.Dispose();

    [Fact]
    public void References_ToTheSameGrain_AreEqualAndCached()
    {
        var one = _world.Grain<ICallGrain>("k");
        var other = _world.Client.GetGrain<ICallGrain>(one.GetGrainId());

        Assert.Same(one, _world.Grain<ICallGrain>("k"));
        Assert.Equal(one, other);
        Assert.Equal(one.GetHashCode(), other.GetHashCode());
        Assert.NotEqual(one, _world.Grain<ICallGrain>("l"));
        Assert.Equal("k", one.GetPrimaryKeyString());
        Assert.Equal("call/k", one.GetGrainId().ToString());
    }

    [Fact]
    public void Reference_CastToAnotherInterface_ReachesTheSameGrain()
    {
        var grain = _world.Grain<IPlainTurnGrain>();

        Assert.Equal(grain.GetGrainId(), grain.AsReference<IGrainWithStringKey>().GetGrainId());
        Assert.Equal(grain.GetGrainId(), grain.Cast<ITurnGrain>().GetGrainId());
    }

    [Fact]
    public void GetGrain_NobodyImplementsIt_SaysSo()
    {
        var error = Assert.Throws<ArgumentException>(() => _world.Grain<INobodyGrain>());

        Assert.Contains(nameof(INobodyGrain), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void GetGrain_SeveralImplementIt_TakesThePrefix()
    {
        Assert.Throws<ArgumentException>(() => _world.Grain<ITurnGrain>());

        var grain = _world.Client.GetGrain<ITurnGrain>("a", "Orleans.Embedded.Tests.Picky");
        Assert.Equal("pickyturn/a", grain.GetGrainId().ToString());
    }

    public interface INobodyGrain : IGrainWithStringKey;
}
