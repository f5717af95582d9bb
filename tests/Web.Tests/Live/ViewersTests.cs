using ContentPages.Web.Live;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace ContentPages.Web.Tests.Live;

public sealed class ViewersTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly Viewers _viewers;

    public ViewersTests() => _viewers = new(Options.Create(new LiveOptions()), _clock);

    [Fact]
    public void TakeDue_CountsAConnectionOncePerStream()
    {
        _viewers.Played("a", "1");
        _viewers.Played("a", "1");
        _viewers.Played("a", "2");
        _viewers.Played("b", "1");

        Assert.Equal([new("a", 2), new("b", 1)], Tell());
        Assert.Equal(3, _viewers.Count);
    }

    [Fact]
    public void TakeDue_OfAnUnchangedNumber_IsDueEveryFiveSeconds()
    {
        _viewers.Played("a", "1");
        Assert.Equal([new("a", 1)], Tell());

        for (var second = 1; second < 5; second++) Assert.Empty(TellAfter(1));
        Assert.Equal([new("a", 1)], TellAfter(1));
        Assert.Empty(TellAfter(1));
    }

    [Fact]
    public void TakeDue_OfAChangedNumber_IsDueAtOnce()
    {
        _viewers.Played("a", "1");
        Tell();
        _viewers.Played("a", "2");
        Assert.Equal([new("a", 2)], TellAfter(1));
    }

    [Fact]
    public void WhoSaysNothingForTwelveSeconds_CountsNoMore()
    {
        _viewers.Played("a", "1");
        _viewers.Played("a", "2");
        Tell();

        Assert.Equal([new("a", 2)], TellAfter(7));
        _viewers.Played("a", "2");
        Assert.Empty(TellAfter(4.9));
        Assert.Equal([new("a", 1)], TellAfter(0.1));
        Assert.Equal([new("a", 0)], TellAfter(7));
        Assert.Empty(TellAfter(60));
        Assert.Equal(0, _viewers.Count);
    }

    [Fact]
    public void WhoLeaves_CountsNoMoreAtOnce()
    {
        _viewers.Played("a", "1");
        Tell();
        _viewers.Left("a", "1");
        Assert.Equal([new("a", 0)], TellAfter(1));
        Assert.Empty(TellAfter(10));
    }

    [Fact]
    public void WhoComesAndLeavesBetweenTwoReports_IsNeverTold()
    {
        _viewers.Played("a", "1");
        _viewers.Left("a", "1");
        _viewers.Left("b", "1");
        Assert.Empty(Tell());
    }

    [Fact]
    public void Forget_OfAStreamThatIsOver_CountsNobody()
    {
        _viewers.Played("a", "1");
        Tell();
        _viewers.Forget("a");
        _viewers.Forget("b");
        Assert.Equal([new("a", 0)], TellAfter(1));
    }

    [Fact]
    public void WhileAGrainIsTold_ItIsNotToldAgain_AndOthersAre()
    {
        _viewers.Played("slow", "1");
        var slow = Assert.Single(_viewers.TakeDue());
        _viewers.Played("slow", "2");
        _viewers.Played("b", "1");

        Assert.Equal([new("b", 1)], Tell());
        _viewers.Ended(slow, arrived: true);
        Assert.Equal([new("slow", 2)], Tell());
    }

    [Fact]
    public void WhatDidNotArrive_IsToldAgain()
    {
        _viewers.Played("a", "1");
        _viewers.Ended(Assert.Single(_viewers.TakeDue()), arrived: false);
        Assert.Equal([new("a", 1)], Tell());

        _viewers.Left("a", "1");
        _viewers.Ended(Assert.Single(_viewers.TakeDue()), arrived: false);
        Assert.Equal([new("a", 0)], Tell());
        Assert.Empty(TellAfter(5));
    }

    private IReadOnlyList<ViewerReport> TellAfter(double seconds)
    {
        _clock.Advance(TimeSpan.FromSeconds(seconds));
        return Tell();
    }

    private IReadOnlyList<ViewerReport> Tell()
    {
        var due = _viewers.TakeDue();
        foreach (var report in due) _viewers.Ended(report, arrived: true);
        return due;
    }
}
