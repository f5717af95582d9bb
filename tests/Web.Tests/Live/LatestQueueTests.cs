using ContentPages.Web.Live;

namespace ContentPages.Web.Tests.Live;

public sealed class LatestQueueTests
{
    [Fact]
    public async Task TakeAll_AfterSeveralValuesOfOneKey_GivesTheLatestInThePlaceOfTheFirst()
    {
        using var queue = new LatestQueue<string, int>(10);
        queue.Put("a", 1);
        queue.Put("b", 2);
        queue.Put("a", 3);

        Assert.Equal([3, 2], await queue.TakeAll(default));
    }

    [Fact]
    public async Task Put_BeyondTheCapacity_DropsTheKeyThatWaitedLongest()
    {
        using var queue = new LatestQueue<string, int>(2);
        queue.Put("a", 1);
        queue.Put("b", 2);
        queue.Put("c", 3);

        Assert.Equal([2, 3], await queue.TakeAll(default));
    }

    [Fact]
    public async Task TakeAll_WithNothingThere_WaitsForTheNext()
    {
        using var queue = new LatestQueue<string, int>(2);
        queue.Put("a", 1);
        await queue.TakeAll(default);
        var next = queue.TakeAll(default);
        Assert.False(next.IsCompleted);

        queue.Put("a", 2);

        Assert.Equal([2], await next);
    }
}
