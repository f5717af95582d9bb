using Orleans.Streams;

namespace ContentPages.Web.Live;

/// <summary>One subscription to each of some streams of changes for all watchers on this node, for as long as there are any.</summary>
/// <param name="streamOf">The stream of a key.</param>
/// <param name="onChange">Must only enqueue: the sender waits for it.</param>
internal sealed class Feeds<TChange>(IClusterClient cluster, string provider, Func<string, StreamId> streamOf, Action<TChange> onChange)
    where TChange : class
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Feed> _feeds = new(StringComparer.Ordinal);

    /// <summary>The last change of a key that is watched, or null before the first.</summary>
    public TChange? LatestOf(string key)
    {
        lock (_gate) return _feeds.GetValueOrDefault(key)?.Latest;
    }

    /// <summary>How many keys are watched.</summary>
    public int Watched
    {
        get
        {
            lock (_gate) return _feeds.Count;
        }
    }

    /// <summary>How many keys have a last change like that.</summary>
    public int Count(Func<TChange, bool> isLike)
    {
        lock (_gate) return _feeds.Values.Count(feed => feed.Latest is { } latest && isLike(latest));
    }

    /// <summary>Takes what was asked for as the last change, unless one has come since. Sets right what a lost change has left wrong.</summary>
    /// <param name="before"><see cref="LatestOf"/> from before it was asked for.</param>
    public void Refresh(string key, TChange? before, TChange now)
    {
        lock (_gate)
        {
            if (_feeds.TryGetValue(key, out var feed) && ReferenceEquals(feed.Latest, before)) feed.Latest = now;
        }
    }

    /// <summary>Ends when changes arrive. Every call needs one <see cref="Release"/>.</summary>
    public async Task Acquire(string key)
    {
        Feed? feed;
        lock (_gate)
        {
            if (!_feeds.TryGetValue(key, out feed))
            {
                _feeds[key] = feed = new Feed();
                feed.Subscription = Subscribe(key, feed);
            }

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
                if (_feeds.TryGetValue(key, out var current) && current == feed) _feeds.Remove(key);
            }

            throw;
        }
    }

    public async Task Release(string key)
    {
        Feed? feed;
        lock (_gate)
        {
            if (!_feeds.TryGetValue(key, out feed) || --feed.Watchers > 0) return;
            _feeds.Remove(key);
        }

        await (await feed.Subscription).UnsubscribeAsync();
    }

    private Task<StreamSubscriptionHandle<TChange>> Subscribe(string key, Feed feed) => cluster
        .GetStreamProvider(provider)
        .GetStream<TChange>(streamOf(key))
        .SubscribeAsync((change, _) =>
        {
            lock (_gate) feed.Latest = change;
            onChange(change);
            return Task.CompletedTask;
        });

    private sealed class Feed
    {
        public Task<StreamSubscriptionHandle<TChange>> Subscription { get; set; } = null!;

        public int Watchers { get; set; }

        public TChange? Latest { get; set; }
    }
}
