using ContentPages.Backends.Local.Media;

namespace ContentPages.Backends.Tests.Media;

public sealed class SettlingObjectsTests
{
    private readonly SettlingObjects _settling = new();

    [Fact]
    public void Settled_OfAnUnknownKey_IsOver() => Assert.True(_settling.Settled("sources/x/source").IsCompletedSuccessfully);

    [Fact]
    public async Task Settled_WhileAnObjectIsFlushed_EndsAfterIt()
    {
        using var flush = new ManualResetEventSlim();
        var done = false;
        _settling.Begin("a", () =>
        {
            flush.Wait();
            done = true;
        });
        var settled = _settling.Settled("a");

        Assert.False(settled.IsCompleted);
        Assert.True(_settling.Settled("b").IsCompleted);
        flush.Set();
        await settled;

        Assert.True(done);
    }

    [Fact]
    public async Task Settled_OfAKeyThatWasSentTwice_EndsAfterTheLaterOne()
    {
        using var first = new ManualResetEventSlim();
        using var second = new ManualResetEventSlim();
        _settling.Begin("a", first.Wait);
        var earlier = _settling.Settled("a");
        _settling.Begin("a", second.Wait);

        first.Set();
        await earlier;
        var later = _settling.Settled("a");
        Assert.False(later.IsCompleted);
        second.Set();
        await later;
    }
}
