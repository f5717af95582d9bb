using System.Collections.Concurrent;
using ContentPages.Processors.Sweeping;
using ContentPages.Processors.Videos;
using ContentPages.Videos;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using NSubstitute;

namespace ContentPages.Processors.Tests.Sweeping;

public sealed class SweeperTests : IDisposable
{
    private static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly WaitingClock _clock = new(Start);
    private readonly OpenWork _work = new();
    private readonly Target _videos = new("VIDEO");
    private readonly Target _streams = new("STREAM");
    private readonly Sweeper _sweeper;

    public SweeperTests() => _sweeper = new(
        _work, [_videos, _streams], Options.Create(new SweeperOptions { IntervalSeconds = 30, Parallelism = 2 }), _clock, NullLogger<Sweeper>.Instance);

    public void Dispose() => _sweeper.Dispose();

    [Fact]
    public async Task Sweep_WithoutATime_TakesEverythingOpen()
    {
        Add("VIDEO", "v1", TimeSpan.FromDays(-1));
        Add("VIDEO", "v2", TimeSpan.FromDays(30));
        Add("STREAM", "s1", TimeSpan.Zero);
        Assert.Equal(3, await _sweeper.Sweep(null, CancellationToken.None));
        Assert.Equal(["v1", "v2"], _videos.Asked);
        Assert.Equal(["s1"], _streams.Asked);
    }

    [Fact]
    public async Task Sweep_ByATime_TakesWhatIsDueByThen()
    {
        Add("VIDEO", "v1", TimeSpan.FromSeconds(-1));
        Add("VIDEO", "v2", TimeSpan.Zero);
        Add("VIDEO", "v3", TimeSpan.FromTicks(1));
        Assert.Equal(2, await _sweeper.Sweep(Start, CancellationToken.None));
        Assert.Equal(["v1", "v2"], _videos.Asked);
    }

    [Fact]
    public async Task Sweep_OfManyPages_AsksEachOnce()
    {
        for (var i = 0; i < 250; i++) Add("VIDEO", $"v{i:D3}", TimeSpan.FromSeconds(-i));
        Assert.Equal(250, await _sweeper.Sweep(Start, CancellationToken.None));
        Assert.Equal(Enumerable.Range(0, 250).Select(i => $"v{i:D3}"), _videos.Asked);
        Assert.Equal(3, _work.Asked.Count(q => q.Partition == "VIDEO"));
    }

    [Fact]
    public async Task Sweep_WithAGrainThatFails_GoesOnWithTheOthers()
    {
        for (var i = 1; i <= 9; i++) Add("VIDEO", $"v{i}", TimeSpan.Zero);
        _videos.Failing.Add("v1");
        _videos.Failing.Add("v5");
        Assert.Equal(9, await _sweeper.Sweep(Start, CancellationToken.None));
        Assert.Equal(9, _videos.Asked.Count);
    }

    [Fact]
    public async Task Sweep_WithAKindThatCannotBeRead_GoesOnWithTheOthers()
    {
        Add("STREAM", "s1", TimeSpan.Zero);
        _work.Broken = "VIDEO";
        Assert.Equal(1, await _sweeper.Sweep(Start, CancellationToken.None));
        Assert.Equal(["s1"], _streams.Asked);
    }

    [Fact]
    public async Task Running_TakesEverythingFirstAndThenWhatIsDueEveryHalfMinute()
    {
        Add("VIDEO", "soon", TimeSpan.FromSeconds(25));
        Add("VIDEO", "later", TimeSpan.FromSeconds(59));
        await _sweeper.StartAsync(CancellationToken.None);
        await _videos.Until(2);
        Assert.Equal(["later", "soon"], _videos.Asked);

        await Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(["later", "soon", "soon"], _videos.Asked);
        _work.Due.Remove(("VIDEO", "soon"));
        await Pass(TimeSpan.FromSeconds(30));
        Assert.Equal(["later", "later", "soon", "soon"], _videos.Asked);
        await _sweeper.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task VideoTarget_AsksTheVideosGrain()
    {
        var grains = Substitute.For<IGrainFactory>();
        var grain = Substitute.For<IVideoGrain>();
        grains.GetGrain<IVideoGrain>("v1").Returns(grain);
        var target = new VideoSweepTarget(grains);
        await target.Reconcile("v1");

        await grain.Received(1).Reconcile();
        Assert.Equal("VIDEO", target.Kind);
    }

    /// <summary>Lets time pass, and waits for the sweep that it brings.</summary>
    private async Task Pass(TimeSpan time)
    {
        var before = _videos.Asked.Count;
        await _clock.AdvanceOnceAwaited(time);
        await _videos.Until(before + 1);
    }

    private void Add(string kind, string id, TimeSpan fromStart) => _work.Due[(kind, id)] = Start + fromStart;

    private sealed class Target(string kind) : ISweepTarget
    {
        private readonly ConcurrentQueue<string> _asked = new();
        private readonly SemaphoreSlim _count = new(0);
        private int _seen;

        public string Kind => kind;

        public HashSet<string> Failing { get; } = [];

        public List<string> Asked => [.. _asked.Order(StringComparer.Ordinal)];

        public async Task Until(int count)
        {
            for (; _seen < count; _seen++) Assert.True(await _count.WaitAsync(TimeSpan.FromSeconds(10)), "No sweep came.");
        }

        public Task Reconcile(string id)
        {
            _asked.Enqueue(id);
            _count.Release();
            return Failing.Contains(id) ? throw new TimeoutException() : Task.CompletedTask;
        }
    }
}
