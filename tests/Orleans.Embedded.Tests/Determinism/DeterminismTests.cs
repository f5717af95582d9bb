using Orleans.Streams;

namespace Orleans.Embedded.Tests;

public sealed class DeterminismTests
{
    [Fact]
    public void Scenario_SameSeed_HasTheSameTrace()
    {
        var first = Play(seed: 42);
        var second = Play(seed: 42);

        Assert.True(first.Count > 100, $"Only {first.Count} lines.");
        Assert.Equal(first, second);
    }

    [Fact]
    public void Scenario_OtherSeeds_InterleaveOtherwise()
    {
        var traces = Enumerable.Range(0, 10).Select(seed => string.Join('\n', Play(seed))).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(10, traces.Count);
    }

    [Fact]
    public void Scenario_AnySeed_BetsAreAllCounted()
    {
        Assert.All(Enumerable.Range(0, 20), seed => Assert.Contains("red=40 black=40", Play(seed)[^1], StringComparison.Ordinal));
    }

    private static IReadOnlyList<string> Play(int seed)
    {
        using var world = new World(seed: seed);
        var all = world.Client.GetStreamProvider("streams").GetStream<string>(StreamId.Create("table", "all"));
        world.Run(() => all.SubscribeAsync((item, token) =>
        {
            world.Journal.Add($"seen {item} {token}");
            return Task.CompletedTask;
        }));

        var games = world.Start(() => Task.WhenAll(Enumerable.Range(0, 4).Select(i => world.Grain<IPlayerGrain>($"p{i}").Play(10))));
        world.Advance(TimeSpan.FromMilliseconds(200), TimeSpan.FromMilliseconds(10));
        Assert.True(games.IsCompletedSuccessfully);
        world.Advance(TimeSpan.FromMinutes(20), TimeSpan.FromMinutes(1));
        Assert.Equal(0, world.Scheduler.Strangers);

        world.Journal.Add($"{world.Scheduler.Steps} steps, red={Pot(world, "red")} black={Pot(world, "black")}");
        return world.Journal.Lines;
    }

    private static int Pot(World world, string table)
    {
        var record = new GrainState<CounterState>();
        world.Run(() => world.Storage.ReadStateAsync("pot", GrainId.Create("table", table), record));
        return record.State!.Value;
    }
}
