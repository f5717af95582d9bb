using ContentPages.Videos;
using Orleans.Streams;

namespace ContentPages.Web.Live;

/// <summary>One subscription to an owner's stream for all watchers on this node, for as long as there are any.</summary>
internal sealed class OwnerFeeds(IClusterClient cluster, Action<VideoChange> onChange)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Feed> _feeds = new(StringComparer.Ordinal);

    public int Count
    {
        get
        {
            lock (_gate) return _feeds.Count;
        }
    }

    /// <summary>Ends when changes arrive. Every call needs one <see cref="Release"/>.</summary>
    public async Task Acquire(string ownerId)
    {
        Feed? feed;
        lock (_gate)
        {
            if (!_feeds.TryGetValue(ownerId, out feed)) _feeds[ownerId] = feed = new Feed(Subscribe(ownerId));
            feed.Watchers++;
        }

        try
        {
            await feed.Subscription;
        }
        catch
        {
            // The next watcher tries again.
            lock (_gate)
            {
                if (_feeds.TryGetValue(ownerId, out var current) && current == feed) _feeds.Remove(ownerId);
            }

            throw;
        }
    }

    public async Task Release(string ownerId)
    {
        Feed? feed;
        lock (_gate)
        {
            if (!_feeds.TryGetValue(ownerId, out feed) || --feed.Watchers > 0) return;
            _feeds.Remove(ownerId);
        }

        await (await feed.Subscription).UnsubscribeAsync();
    }

    private Task<StreamSubscriptionHandle<VideoChange>> Subscribe(string ownerId) => cluster
        .GetStreamProvider(VideoStreams.Provider)
        .GetStream<VideoChange>(VideoStreams.OfOwner(ownerId))
        .SubscribeAsync((change, _) =>
        {
            onChange(change);
            return Task.CompletedTask;
        });

    private sealed class Feed(Task<StreamSubscriptionHandle<VideoChange>> subscription)
    {
        public Task<StreamSubscriptionHandle<VideoChange>> Subscription { get; } = subscription;

        public int Watchers { get; set; }
    }
}
