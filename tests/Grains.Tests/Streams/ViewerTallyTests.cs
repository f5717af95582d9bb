using ContentPages.Grains.Streams;

namespace ContentPages.Grains.Tests.Streams;

public sealed class ViewerTallyTests
{
    private static readonly DateTimeOffset T0 = GivenStream.T0;

    private readonly ViewerTally _tally = new();

    [Fact]
    public void Count_IsTheSumOfWhatEachNodeSaidLast()
    {
        _tally.Report("a", 3, T0);
        _tally.Report("b", 4, T0);
        _tally.Report("a", 10, T0.AddSeconds(1));
        Assert.Equal(14, _tally.Count(T0.AddSeconds(2)));
    }

    [Fact]
    public void Count_LeavesOutNodesNotHeardOfForTenSeconds()
    {
        _tally.Report("a", 3, T0);
        _tally.Report("b", 4, T0.AddSeconds(5));
        Assert.Equal(7, _tally.Count(T0.AddSeconds(10).AddTicks(-1)));
        Assert.Equal(4, _tally.Count(T0.AddSeconds(10)));
        Assert.False(_tally.IsEmpty);
        Assert.Equal(0, _tally.Count(T0.AddSeconds(15)));
        Assert.True(_tally.IsEmpty);
    }

    [Fact]
    public void Count_OfNonsense_IsClamped()
    {
        _tally.Report("a", -3, T0);
        Assert.Equal(0, _tally.Count(T0));
        _tally.Report("b", int.MaxValue, T0);
        _tally.Report("c", int.MaxValue, T0);
        Assert.Equal(int.MaxValue, _tally.Count(T0));
    }

    [Fact]
    public void Next_IsToldOnceASecondAtMostAndOnlyWhenItChanged()
    {
        _tally.Report("a", 1, T0);
        Assert.Equal(1, _tally.Next(0, T0));
        _tally.Report("a", 2, T0.AddMilliseconds(400));
        Assert.Null(_tally.Next(1, T0.AddMilliseconds(999)));
        Assert.Equal(2, _tally.Next(1, T0.AddMilliseconds(1_000)));
        Assert.Null(_tally.Next(2, T0.AddSeconds(5)));
        _tally.Report("a", 3, T0.AddSeconds(5));
        Assert.Equal(3, _tally.Next(2, T0.AddSeconds(5)));
    }

    [Fact]
    public void Report_OfTooManyNodes_DropsTheOneHeardOfLongestAgo()
    {
        for (var i = 0; i < 1_001; i++) _tally.Report($"node-{i}", i == 0 ? 100_000 : 1, T0.AddMilliseconds(i));
        Assert.Equal(1_000, _tally.Count(T0.AddSeconds(2)));
    }
}
