using System.Text;
using ContentPages.Web.Live.Delivery;

namespace ContentPages.Web.Tests.Live.Delivery;

public sealed class OutletTests
{
    private readonly DeliveryParts _parts = new(new() { MaxWaitingFrames = 3, MaxWaitingBytes = 100, MaxSkipsPerMinute = 1, StallSeconds = 15, RetryAfterTooSlow = 7 });

    [Fact]
    public void Post_WhileAWriteIsGoingOn_WaitsItsTurn()
    {
        var outlet = new SlowOutlet(_parts.Rules) { IsSlow = true };
        Post(outlet, "a", "b", "c");
        Assert.Equal(["a"], outlet.Written);

        outlet.Finish();
        outlet.Finish();
        Assert.Equal(["a", "b", "c"], outlet.Written);
    }

    [Fact]
    public void Post_MoreThanFits_LeavesAGapForAllThatWaits()
    {
        var outlet = new SlowOutlet(_parts.Rules) { IsSlow = true };
        Post(outlet, "a", "b", "c", "d", "e", "f");
        outlet.Finish();
        Assert.Equal(["a", Gap], outlet.Written);

        // The client asks again only after it has been told, so what comes from here on counts.
        Post(outlet, "g");
        outlet.Finish();
        Assert.Equal(["a", Gap, "g"], outlet.Written);
        Assert.Equal((1, 0), (_parts.Sum("contentpages.live.skips"), _parts.Sum("contentpages.live.drops")));
    }

    [Fact]
    public void Post_MoreBytesThanFit_LeavesAGap_ButOneFrameMayAlwaysWait()
    {
        var outlet = new SlowOutlet(_parts.Rules) { IsSlow = true };
        var large = new string('x', 200);
        Post(outlet, "a", large);
        outlet.Finish();
        Assert.Equal(["a", large], outlet.Written);

        Post(outlet, "b", large);
        outlet.Finish();
        Assert.Equal(["a", large, Gap], outlet.Written);
    }

    [Fact]
    public void Post_SkippedTooOften_SaysGoodByeAndEnds()
    {
        var outlet = new SlowOutlet(_parts.Rules) { IsSlow = true };
        Post(outlet, "a", "b", "c", "d", "e");
        outlet.Finish();
        Post(outlet, "f", "g", "h", "i");
        outlet.Finish();
        outlet.Finish();

        Assert.Equal(["a", Gap, "{\"type\":1,\"target\":\"bye\",\"arguments\":[\"too_slow\",7]}\u001e"], outlet.Written);
        _parts.Clock.Advance(DeliveryParts.Tick);
        Assert.Equal([false], outlet.Aborts);
        Post(outlet, "j");
        Assert.Equal(3, outlet.Written.Count);
        Assert.Equal(1, _parts.Sum("contentpages.live.drops"));
    }

    [Fact]
    public void Post_SkippedAgainAfterAMinute_IsForgiven()
    {
        var outlet = new SlowOutlet(_parts.Rules) { IsSlow = true };
        Post(outlet, "a", "b", "c", "d", "e");
        outlet.Finish();
        _parts.Clock.Advance(TimeSpan.FromMinutes(1));
        Post(outlet, "f", "g", "h", "i");
        outlet.Finish();

        Assert.Equal(["a", Gap, Gap], outlet.Written);
        Assert.Empty(outlet.Aborts);
    }

    [Fact]
    public void DropIfStalled_WithoutProgressForTheTime_EndsOnce()
    {
        var outlet = new SlowOutlet(_parts.Rules) { IsSlow = true };
        Post(outlet, "a");
        _parts.Clock.Advance(TimeSpan.FromSeconds(14.9));
        outlet.DropIfStalled();
        _parts.Clock.Advance(TimeSpan.FromSeconds(0.1));
        Assert.Empty(outlet.Aborts);

        outlet.DropIfStalled();
        outlet.DropIfStalled();
        _parts.Clock.Advance(DeliveryParts.Tick);
        _parts.Clock.Advance(DeliveryParts.Tick);
        Assert.Equal([true], outlet.Aborts);
        Assert.Equal(1, _parts.Sum("contentpages.live.drops"));
    }

    [Fact]
    public void DropIfStalled_WithNothingToWrite_LeavesItAlone()
    {
        var outlet = new SlowOutlet(_parts.Rules);
        Post(outlet, "a");
        _parts.Clock.Advance(TimeSpan.FromHours(1));
        outlet.DropIfStalled();

        Assert.Empty(outlet.Aborts);
    }

    private const string Gap = "{\"type\":1,\"target\":\"gap\",\"arguments\":[]}\u001e";

    private static void Post(Outlet outlet, params string[] texts)
    {
        foreach (var text in texts) outlet.Post(new Frame(Encoding.UTF8.GetBytes(text)));
    }
}
