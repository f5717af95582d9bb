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

    [Fact]
    public void Many_AreFoundWhateverWasRemovedBetween()
    {
        var held = new Held<int>();
        for (var i = 0; i < 10; i++) Assert.True(held.TryAdd($"{i}", i));

        Assert.True(held.Remove("0", out _));
        Assert.True(held.Remove("5", out _));
        Assert.True(held.TryAdd("5", 50));

        Assert.False(held.Has("0"));
        Assert.True(held.TryGet("5", out var five));
        Assert.Equal((9, 50), (held.Count, five));
        Assert.Equal([1, 2, 3, 4, 6, 7, 8, 9, 50], held.End().Select(static pair => pair.Value).Order());
    }
}
