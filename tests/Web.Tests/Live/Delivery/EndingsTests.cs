using System.Runtime.CompilerServices;
using ContentPages.Web.Live.Delivery;

namespace ContentPages.Web.Tests.Live.Delivery;

public sealed class EndingsTests
{
    private const string Drops = "contentpages.live.drops";
    private readonly DeliveryParts _parts = new(new() { StallSeconds = 15, MaxDropsPerSecond = 400, MaxSkipsPerMinute = 0, MaxWaitingFrames = 1 });

    [Fact]
    public void DropStalled_ThousandAtOnce_EndsThemEvenlyWithinTheBound()
    {
        var outlets = Stall(_parts, 1_000);

        Endings.DropStalled(outlets);
        Assert.Equal((1_000, 0), (_parts.Sum(Drops), Ended(outlets)));

        for (var tick = 1; tick <= 250; tick++)
        {
            _parts.Clock.Advance(DeliveryParts.Tick);
            Assert.Equal(tick * 4, Ended(outlets));
        }

        Assert.All(outlets, static outlet => Assert.Equal([true], outlet.Aborts));
    }

    [Fact]
    public void DropStalled_UntilTheirTurn_TheyGetNothingAndKeepNothing()
    {
        var outlet = Assert.Single(Stall(_parts, 1));
        var kept = PostOneThatIsKept(outlet);
        Endings.DropStalled([outlet]);

        GC.Collect();
        Assert.False(kept.IsAlive);
        Assert.False(outlet.Post(Text("b")));
        // It takes something again, which is too late.
        outlet.Finish();
        Assert.Equal(["a"], outlet.Written);
        _parts.Clock.Advance(DeliveryParts.Tick);
        Assert.Equal([true], outlet.Aborts);
    }

    [Fact]
    public void DropStalled_WhoStalledFirst_GoesFirst()
    {
        var parts = new DeliveryParts(new() { StallSeconds = 15, MaxDropsPerSecond = 10 });
        var outlets = Enumerable.Range(0, 3).Select(number => new SlowOutlet(parts.Rules, $"{number}") { IsSlow = true }).ToList();
        foreach (var outlet in Enumerable.Reverse(outlets))
        {
            outlet.Post(Text("a"));
            parts.Clock.Advance(TimeSpan.FromMilliseconds(1));
        }

        parts.Clock.Advance(TimeSpan.FromSeconds(15));
        Endings.DropStalled(outlets);

        // Ten a second are one every tenth of a second.
        Assert.Equal([], Next(99));
        Assert.Equal(["2"], Next(1));
        Assert.Equal(["2"], Next(99));
        Assert.Equal(["2", "1"], Next(1));
        Assert.Equal(["2", "1", "0"], Next(100));

        IEnumerable<string> Next(int milliseconds)
        {
            parts.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));
            return outlets.Where(static outlet => outlet.Aborts.Count > 0).Select(static outlet => outlet.ConnectionId).Reverse();
        }
    }

    [Fact]
    public void DropStalled_WhoGoesMeanwhile_TakesNobodysTurn()
    {
        var outlets = Stall(_parts, 8);
        Endings.DropStalled(outlets);
        foreach (var outlet in outlets[..4]) Assert.True(outlet.End());

        _parts.Clock.Advance(DeliveryParts.Tick);

        Assert.Equal([0, 0, 0, 0, 1, 1, 1, 1], outlets.Select(static outlet => outlet.Aborts.Count));
        Assert.All(outlets[4..], static outlet => Assert.False(outlet.End()));
    }

    [Fact]
    public void Post_SkippedTooOftenAllAtOnce_EndsThemEvenlyToo()
    {
        var outlets = Stall(_parts, 9);
        foreach (var outlet in outlets)
        {
            outlet.Post(Text("b"));
            outlet.Post(Text("c"));
            outlet.Finish();
            outlet.Finish();
            Assert.Equal(2, outlet.Written.Count);
        }

        Assert.Equal(0, Ended(outlets));
        foreach (var ended in new[] { 4, 8, 9 })
        {
            _parts.Clock.Advance(DeliveryParts.Tick);
            Assert.Equal(ended, Ended(outlets));
        }

        Assert.All(outlets, static outlet => Assert.Equal([false], outlet.Aborts));
    }

    private static List<SlowOutlet> Stall(DeliveryParts parts, int count)
    {
        var outlets = Enumerable.Range(0, count).Select(number => new SlowOutlet(parts.Rules, $"{number}") { IsSlow = true }).ToList();
        foreach (var outlet in outlets) outlet.Post(Text("a"));
        parts.Clock.Advance(TimeSpan.FromSeconds(15));
        return outlets;
    }

    private static int Ended(List<SlowOutlet> outlets) => outlets.Count(static outlet => outlet.Aborts.Count > 0);

    private static Frame Text(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    // On a stack frame of its own, which holds it no longer than it runs.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static WeakReference PostOneThatIsKept(SlowOutlet outlet)
    {
        var frame = Text("kept");
        Assert.True(outlet.Post(frame));
        return new(frame);
    }
}
