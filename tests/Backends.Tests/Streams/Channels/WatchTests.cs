using ContentPages.Backends.Local.Streams.Channels;
using ContentPages.Streams;
using Microsoft.Extensions.Time.Testing;

namespace ContentPages.Backends.Tests.Streams.Channels;

public sealed class WatchTests
{
    private readonly FakeTimeProvider _clock = new();

    [Fact]
    public void A_bitrate_above_the_limit_is_told_once_until_it_is_over()
    {
        var watch = new LimitWatch(new IngestOptions { MaxBitrateKbps = 8000 });

        Assert.Equal([new LimitBreach("Ingest Bitrate", 8_000_000, 1_500_000, "bits per second")], Look(watch, kbps: 9500, 1280, 720, out var refused));
        Assert.Null(refused);
        Assert.Empty(Look(watch, kbps: 9600, 1280, 720, out _));
        Assert.Empty(Look(watch, kbps: 7000, 1280, 720, out _));
        Assert.Single(Look(watch, kbps: 9000, 1280, 720, out _));
    }

    [Fact]
    public void Twice_the_bitrate_is_refused_with_what_to_do()
    {
        var watch = new LimitWatch(new IngestOptions { MaxBitrateKbps = 8000 });

        Look(watch, kbps: 17_200, 1280, 720, out var refused);

        Assert.Equal("bitrate", refused!.Code);
        Assert.Equal("The encoder sends 17 Mbit/s; this server takes at most 8 Mbit/s. Set a lower bitrate in your encoder.", refused.Message);
    }

    [Fact]
    public void More_than_1080p_is_told_and_more_than_4K_refused()
    {
        var watch = new LimitWatch(new IngestOptions());

        Assert.Empty(Look(watch, 5000, 1920, 1080, out _));
        Assert.Equal([new LimitBreach("Ingest Resolution", 2_073_600, 6_220_800, "pixels")], Look(watch, 5000, 3840, 2160, out var refused));
        Assert.Null(refused);
        Assert.Empty(Look(watch, 5000, 3840, 2160, out _));
        Look(watch, 5000, 7680, 4320, out refused);
        Assert.Equal("resolution", refused!.Code);
    }

    [Fact]
    public void Health_is_sampled_every_two_seconds_and_kept_for_five_minutes()
    {
        var history = new HealthHistory();
        var start = _clock.GetUtcNow();
        for (var tick = 0; tick < 4 * 400; tick++)
        {
            history.Look(_clock.GetUtcNow(), tick, 30);
            _clock.Advance(TimeSpan.FromMilliseconds(250));
        }

        var samples = history.Samples();
        Assert.Equal(150, samples.Count);
        Assert.Equal(new HealthSample(start.AddSeconds(398), 1592, 30), samples[^1]);
        Assert.Equal(start.AddSeconds(100), samples[0].At);
    }

    [Fact]
    public void Restarts_are_six_a_minute_with_growing_pauses()
    {
        var budget = new RestartBudget(_clock);
        var pauses = new List<double>();
        while (budget.TrySpend()) pauses.Add(budget.Pause.TotalSeconds);
        Assert.Equal([0.25, 0.5, 1, 2, 4, 4], pauses);

        _clock.Advance(TimeSpan.FromMinutes(1));

        Assert.True(budget.TrySpend());
        Assert.Equal(0.25, budget.Pause.TotalSeconds);
    }

    private IReadOnlyList<LimitBreach> Look(LimitWatch watch, double kbps, int width, int height, out StreamTrouble? refused) =>
        watch.Look(kbps, width, height, _clock.GetUtcNow(), out refused);
}
