using ContentPages.Streams;
using ContentPages.Videos;
using Orleans.Streams;

namespace ContentPages.Grains.Tests.Engines;

/// <summary>Grains on whichever engine the tests were built for. The engine's own part starts and stops it.</summary>
public sealed partial class GrainCluster : IAsyncLifetime
{
    internal GrainWorld World { get; } = new();

    internal IClusterClient Client { get; private set; } = null!;

    /// <summary>Ends the process, so to speak, and starts another one over the same world.</summary>
    internal async Task Restart()
    {
        await Stop();
        Client = await Start();
    }

    internal T Grain<T>(string id) where T : IGrainWithStringKey => Client.GetGrain<T>(id);

    internal string NewId() => EntityId.New(World.Clock.GetUtcNow());

    /// <summary>What an owner's page is told from now on.</summary>
    internal Task<ChangeLog<VideoChange>> Watch(string ownerId) => Watch<VideoChange>(VideoStreams.OfOwner(ownerId));

    /// <summary>What watchers of a live stream are told from now on.</summary>
    internal Task<ChangeLog<StreamChange>> WatchStream(string streamId) => Watch<StreamChange>(LiveStreamStreams.Of(streamId));

    private async Task<ChangeLog<T>> Watch<T>(StreamId stream)
    {
        var log = new ChangeLog<T>();
        await Client.GetStreamProvider(VideoStreams.Provider).GetStream<T>(stream).SubscribeAsync((change, _) =>
        {
            log.Add(change);
            return Task.CompletedTask;
        });
        return log;
    }

    public async ValueTask InitializeAsync() => Client = await Start();

    public async ValueTask DisposeAsync() => await Stop();
}

/// <summary>One cluster for every grain test: each works on videos of its own.</summary>
[CollectionDefinition(Name)]
public sealed class GrainTests : ICollectionFixture<GrainCluster>
{
    public const string Name = "grains";
}
