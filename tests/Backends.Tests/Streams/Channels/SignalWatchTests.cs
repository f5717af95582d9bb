using ContentPages.Backends.Local.Streams.Channels;
using Microsoft.Extensions.Time.Testing;

namespace ContentPages.Backends.Tests.Streams.Channels;

public sealed class SignalWatchTests
{
    private readonly FakeTimeProvider _clock = new();
    private readonly SignalWatch _watch = new();
    private double _media;

    [Fact]
    public void A_steady_signal_never_starves() => Assert.Empty(Changes(pace: 1, seconds: 30));

    [Fact]
    public void Media_in_bursts_of_a_second_does_not_starve()
    {
        Assert.Empty(Changes(pace: 1, seconds: 2));
        for (var second = 0; second < 10; second++)
        {
            Assert.Empty(Changes(pace: 0, seconds: 0.75));
            _media += 1;
            Assert.Empty(Changes(pace: 0, seconds: 0.25));
        }
    }

    [Fact]
    public void Nothing_for_a_second_starves()
    {
        Changes(pace: 1, seconds: 5);

        Assert.Equal([1], Changes(pace: 0, seconds: 5));
        Assert.True(_watch.Starved);
    }

    [Fact]
    public void Less_than_half_of_real_time_starves_within_two_seconds()
    {
        Changes(pace: 1, seconds: 5);

        Assert.Equal([1.5], Changes(pace: 0.45, seconds: 5));
    }

    [Fact]
    public void Half_of_real_time_and_a_bit_is_poor_but_plays()
    {
        Changes(pace: 1, seconds: 5);

        Assert.Empty(Changes(pace: 0.6, seconds: 30));
    }

    [Fact]
    public void It_recovers_when_three_quarters_arrive_again()
    {
        Changes(pace: 1, seconds: 5);
        Changes(pace: 0, seconds: 5);

        Assert.Empty(Changes(pace: 0.7, seconds: 5));
        Assert.Equal([0.25], Changes(pace: 1, seconds: 5));
        Assert.False(_watch.Starved);
    }

    [Fact]
    public void The_first_moments_say_nothing()
    {
        Assert.Empty(Changes(pace: 0, seconds: 1.5));
        Assert.Equal([0.25], Changes(pace: 0, seconds: 1));
    }

    /// <summary>Lets time pass with media coming at a pace, and answers after how many seconds the watch changed its mind.</summary>
    private List<double> Changes(double pace, double seconds)
    {
        const double step = 0.25;
        var changes = new List<double>();
        for (var at = step; at <= seconds; at += step)
        {
            _clock.Advance(TimeSpan.FromSeconds(step));
            _media += pace * step;
            if (_watch.Look(_clock.GetUtcNow(), _media)) changes.Add(at);
        }

        return changes;
    }
}
