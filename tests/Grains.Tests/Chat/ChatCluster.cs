using ContentPages.Chat;
using ContentPages.Grains.Chat;
using ContentPages.Grains.Tests.Engines;
using ContentPages.Streams;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Streams;

namespace ContentPages.Grains.Tests.Chat;

/// <summary>Rooms on whichever engine the tests were built for, over a log and streams that can be broken.</summary>
public sealed class ChatCluster : IAsyncLifetime
{
    private readonly GrainCluster _cluster = new();

    public ChatCluster() => _cluster.World.Also = services =>
    {
        services.AddSingleton<IChatLog>(Log);
        services.AddSingleton<ILiveStreamReader>(Streams);
        services.AddSingleton<IChatFilter>(Filter);
        services.AddSingleton(Microsoft.Extensions.Options.Options.Create(Options));
    };

    public InMemoryChatLog Log { get; } = new();

    internal FakeStreams Streams { get; } = new();

    internal FragileFilter Filter { get; } = new();

    /// <summary>Without windows, so that no test waits for a clock that stands still; tests of windows set their own.</summary>
    public ChatOptions Options { get; } = new() { WindowMilliseconds = 0, BusyWindowMilliseconds = 0, PostBurst = 1_000_000 };

    internal GrainWorld World => _cluster.World;

    internal Task Restart() => _cluster.Restart();

    internal IChatRoomGrain Grain(string id) => _cluster.Grain<IChatRoomGrain>(id);

    internal string NewId() => _cluster.NewId();

    /// <summary>What viewers of a room are told from now on.</summary>
    internal async Task<BatchLog> Watch(string streamId)
    {
        var batches = new BatchLog();
        await _cluster.Client.GetStreamProvider(ChatStreams.Provider).GetStream<ChatBatch>(ChatStreams.Of(streamId)).SubscribeAsync((batch, _) =>
        {
            batches.Add(batch);
            return Task.CompletedTask;
        });
        return batches;
    }

    public ValueTask InitializeAsync() => _cluster.InitializeAsync();

    public ValueTask DisposeAsync() => _cluster.DisposeAsync();
}

/// <summary>One cluster for every test of rooms: each has a room of its own.</summary>
[CollectionDefinition(Name)]
public sealed class ChatTests : ICollectionFixture<ChatCluster>
{
    public const string Name = "chat";
}

/// <summary>The real filter, until a message tells it to break.</summary>
internal sealed class FragileFilter : IChatFilter
{
    private readonly TermChatFilter _real = new();

    public bool Blocks(IReadOnlyList<string> terms, string text) =>
        text.Contains("kaboom", StringComparison.Ordinal) ? throw new InvalidOperationException("The filter broke.") : _real.Blocks(terms, text);
}
