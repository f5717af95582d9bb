using ContentPages.Web.Live;

namespace ContentPages.Web.Tests.Live;

public sealed class HeldTests
{
    [Fact]
    public void End_GivesAllOnceAndTakesNothingMore()
    {
        var held = new Held<int>();
        Assert.True(held.TryAdd("a", 1));
        Assert.False(held.TryAdd("a", 2));
        Assert.True(held.TryAdd("b", 2));

        Assert.Equal([new("a", 1), new("b", 2)], held.End());

        Assert.False(held.TryAdd("c", 3));
        Assert.Empty(held.End());
    }

    [Fact]
    public void Remove_GivesWhatWasHeld()
    {
        var held = new Held<int>();
        held.TryAdd("a", 1);

        Assert.True(held.Remove("a", out var value));
        Assert.Equal(1, value);
        Assert.False(held.Remove("a", out _));
        Assert.Equal(0, held.Count);
    }
}
