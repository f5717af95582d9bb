using Orleans.Streams;

namespace Orleans.Embedded.Tests;

public sealed class StreamTests : IDisposable
{
    private readonly World _world = new();

    private IAsyncStream<string> Stream => _world.Client.GetStreamProvider("streams").GetStream<string>(StreamId.Create("test", "s"));

    private ISubscriberGrain Subscriber => _world.Grain<ISubscriberGrain>("sub");

    public void Dispose() => _world.Dispose();

    [Fact]
    public void Publish_ToClients_ArrivesInOrderAtEach()
    {
        _world.Run(() => Stream.SubscribeAsync(Note("a")));
        _world.Run(() => Stream.SubscribeAsync(Note("b")));

        _world.Run(() => _world.Grain<IPublisherGrain>().Publish("s", [.. Enumerable.Range(0, 100).Select(i => $"{i}")]));

        foreach (var who in new[] { "a", "b" })
        {
            Assert.Equal(
                Enumerable.Range(0, 100).Select(i => $"{who} {i}"),
                _world.Journal.Lines.Where(line => line.StartsWith(who, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public void Publish_Batch_ArrivesInOrderWithTokensThatGrow()
    {
        var tokens = new List<StreamSequenceToken>();
        _world.Run(() => Stream.SubscribeAsync((_, token) =>
        {
            tokens.Add(token!);
            return Task.CompletedTask;
        }));

        _world.Run(() => Stream.OnNextBatchAsync(["1", "2"]));
        _world.Run(() => Stream.OnNextAsync("3"));

        Assert.Equal(3, tokens.Count);
        Assert.True(tokens[0].CompareTo(tokens[1]) < 0 && tokens[1].CompareTo(tokens[2]) < 0);
    }

    [Fact]
    public void Publish_ToAGrain_IsATurnOfIt()
    {
        _world.Run(() => Subscriber.Subscribe("s"));
        _world.Gates.Shut("gate");
        _world.Start(() => Subscriber.Hold("gate"));
        _world.Run(() => Stream.OnNextAsync("1"));
        Assert.Empty(_world.Journal.Lines);

        _world.Gates.Open("gate");
        _world.Scheduler.RunUntilIdle();

        Assert.Equal(["held", "sub 1"], _world.Journal.Lines);
    }

    [Fact]
    public void Publish_ToAGrainThatHasEnded_BringsItUpAndItResumes()
    {
        _world.Run(() => Subscriber.Subscribe("s"));
        _world.Run(Subscriber.End);
        Assert.Equal(0, _world.ActivationCount());

        _world.Run(() => Stream.OnNextAsync("1"));

        Assert.Equal(["sub 1"], _world.Journal.Lines);
    }

    [Fact]
    public void Publish_ToAGrainThatDoesNotResume_IsDroppedWithALogLine()
    {
        var forgetful = _world.Grain<ISubscriberGrain>("forgetful");
        _world.Run(() => forgetful.Subscribe("s"));
        _world.Run(forgetful.End);

        _world.Run(() => Stream.OnNextAsync("1"));

        Assert.Empty(_world.Journal.Lines);
        Assert.Contains(_world.Logs.Lines, line => line.StartsWith("subscriber/forgetful has not resumed", StringComparison.Ordinal));
    }

    [Fact]
    public void Subscriber_ThatIsSlow_DelaysNeitherThePublisherNorTheOthers()
    {
        _world.Gates.Shut("slow");
        _world.Run(() => Stream.SubscribeAsync(async (item, _) =>
        {
            await _world.Gates.Wait("slow");
            _world.Journal.Add($"slow {item}");
        }));
        _world.Run(() => Stream.SubscribeAsync(Note("fast")));

        _world.Run(() => Stream.OnNextBatchAsync(["1", "2"]));
        Assert.Equal(["fast 1", "fast 2"], _world.Journal.Lines);

        _world.Gates.Open("slow");
        _world.Scheduler.RunUntilIdle();
        Assert.Equal(["fast 1", "fast 2", "slow 1", "slow 2"], _world.Journal.Lines);
    }

    [Theory]
    [InlineData(StreamOverflow.DropOldest, "1 4 5")]
    [InlineData(StreamOverflow.DropNewest, "1 2 3")]
    public void Queue_Full_DropsByPolicyAndSaysSoOnce(StreamOverflow policy, string expected)
    {
        using var world = new World(options => (options.StreamQueueCapacity, options.StreamOverflow) = (2, policy));
        var stream = world.Client.GetStreamProvider("streams").GetStream<string>(StreamId.Create("test", "s"));
        var seen = new List<string>();
        world.Gates.Shut("slow");
        world.Run(() => stream.SubscribeAsync(async (item, _) =>
        {
            await world.Gates.Wait("slow");
            seen.Add(item);
        }));

        foreach (var item in new[] { "1", "2", "3", "4", "5" })
            world.Run(() => stream.OnNextAsync(item));
        world.Gates.Open("slow");
        world.Scheduler.RunUntilIdle();

        Assert.Equal(expected, string.Join(' ', seen));
        Assert.Single(world.Logs.Lines, line => line.Contains($"2 events wait, so the policy is {policy}", StringComparison.Ordinal));
        Assert.Single(world.Logs.Lines, line => line.Contains("2 events were dropped", StringComparison.Ordinal));
    }

    [Fact]
    public void Subscriber_ThatThrows_GetsTheEventAgainThenTheNextAndStopsNobody()
    {
        var attempts = 0;
        _world.Run(() => Stream.SubscribeAsync((item, _) =>
        {
            attempts++;
            return item == "bad" ? throw new InvalidDataException("bad") : Note("moody")(item, null);
        }));
        _world.Run(() => Stream.SubscribeAsync(Note("calm")));

        _world.Run(() => Stream.OnNextBatchAsync(["bad", "good"]));
        Assert.Equal(["calm bad", "calm good"], _world.Journal.Lines);
        _world.Advance(TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(100));

        Assert.Equal(["calm bad", "calm good", "moody good"], _world.Journal.Lines);
        Assert.Equal(5, attempts);
        Assert.Single(_world.Logs.Lines, line => line.Contains("4 times; it is skipped", StringComparison.Ordinal));
    }

    [Fact]
    public void Unsubscribe_EndsDeliveryAndForgetsTheStream()
    {
        var handle = _world.Run(() => Stream.SubscribeAsync(Note("a")));
        _world.Run(handle.UnsubscribeAsync);

        _world.Run(() => Stream.OnNextAsync("1"));

        Assert.Empty(_world.Journal.Lines);
        Assert.Empty(_world.Run(Stream.GetAllSubscriptionHandles));
    }

    [Fact]
    public void Handles_BelongToWhoeverSubscribed()
    {
        _world.Run(() => Subscriber.Subscribe("s"));
        var mine = _world.Run(() => Stream.SubscribeAsync(Note("a")));

        Assert.Equal([mine], _world.Run(Stream.GetAllSubscriptionHandles));
        _world.Run(Subscriber.Unsubscribe);
        _world.Run(() => Stream.OnNextAsync("1"));
        Assert.Equal(["a 1"], _world.Journal.Lines);
    }

    [Fact]
    public void Resume_ReplacesTheObserver()
    {
        var handle = _world.Run(() => Stream.SubscribeAsync(Note("old")));
        _world.Run(() => handle.ResumeAsync(Note("new")));

        _world.Run(() => Stream.OnNextAsync("1"));

        Assert.Equal(["new 1"], _world.Journal.Lines);
    }

    [Fact]
    public void ErrorAndCompletion_ArriveInOrder()
    {
        _world.Run(() => Stream.SubscribeAsync(
            Note("a"),
            error => Note("a")(error.Message, null),
            () => Note("a")("end", null)));

        _world.Run(() => Stream.OnNextAsync("1"));
        _world.Run(() => Stream.OnErrorAsync(new InvalidDataException("oops")));
        _world.Run(Stream.OnCompletedAsync);

        Assert.Equal(["a 1", "a oops", "a end"], _world.Journal.Lines);
    }

    [Fact]
    public void GetStreamProvider_Unknown_NamesIt()
    {
        var error = Assert.Throws<KeyNotFoundException>(() => _world.Client.GetStreamProvider("nope"));
        Assert.Contains("'nope'", error.Message, StringComparison.Ordinal);
    }

    private Func<string, StreamSequenceToken?, Task> Note(string who) => (item, _) =>
    {
        _world.Journal.Add($"{who} {item}");
        return Task.CompletedTask;
    };
}
