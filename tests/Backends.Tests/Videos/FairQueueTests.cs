using ContentPages.Backends.Local.Videos;

namespace ContentPages.Backends.Tests.Videos;

public sealed class FairQueueTests
{
    private readonly FairQueue<string> _queue = new();

    [Fact]
    public void Owners_take_turns_in_the_order_of_their_arrival()
    {
        foreach (var item in new[] { "a1", "a2", "a3", "b1", "c1", "c2" }) _queue.Enqueue(item[..1], item);
        string[] expected = ["a1", "b1", "c1", "a2", "c2", "a3"];
        Assert.Equal(expected, _queue.InOrder());
        Assert.Equal(expected, Drain());
        Assert.Null(_queue.Dequeue());
    }

    [Fact]
    public void A_new_owner_waits_for_one_job_of_a_busy_one()
    {
        foreach (var item in new[] { "a1", "a2", "a3" }) _queue.Enqueue("a", item);
        Assert.Equal("a1", _queue.Dequeue());
        _queue.Enqueue("b", "b1");
        Assert.Equal(["a2", "b1", "a3"], Drain());
    }

    [Fact]
    public void What_is_removed_leaves_no_gap()
    {
        foreach (var item in new[] { "a1", "b1", "b2" }) _queue.Enqueue(item[..1], item);
        Assert.True(_queue.Remove("a1"));
        Assert.False(_queue.Remove("a1"));
        Assert.Equal(2, _queue.Count);
        _queue.Enqueue("a", "a2");
        Assert.Equal(["b1", "a2", "b2"], _queue.InOrder());
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_order_that_is_told_is_the_order_that_comes(int seed)
    {
        var random = new Random(seed);
        for (var i = 0; i < 200; i++)
        {
            if (random.Next(3) == 0) _queue.Dequeue();
            else _queue.Enqueue($"o{random.Next(5)}", $"{i}");
        }

        var told = _queue.InOrder();
        Assert.Equal(told.Count, _queue.Count);
        Assert.Equal(told, Drain());
    }

    private List<string> Drain()
    {
        var items = new List<string>();
        while (_queue.Dequeue() is { } item) items.Add(item);
        return items;
    }
}
