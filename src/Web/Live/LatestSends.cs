namespace ContentPages.Web.Live;

/// <summary>
/// Sends the latest change of each key, and waits for no socket: while <see cref="MaxSendsOfOneKey"/> sends of a key have not ended, its latest
/// change is kept back.
/// </summary>
/// <param name="capacity">Keys that wait. Overflow policy: the one that waits longest is dropped; its next change is sent.</param>
/// <param name="send">Sends by group.</param>
internal sealed class LatestSends<TChange>(int capacity, Func<TChange, string> keyOf, Func<TChange, Task> send, Action<Exception, string> onFailed)
    : IDisposable
    where TChange : class
{
    private const int MaxSendsOfOneKey = 16;
    private readonly LatestQueue<string, TChange> _queue = new(capacity);
    private readonly Lock _gate = new();
    private readonly Dictionary<string, Outstanding> _outstanding = new(StringComparer.Ordinal);

    /// <summary>Never waits.</summary>
    public void Put(TChange change) => _queue.Put(keyOf(change), change);

    public async Task Run(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            foreach (var change in await _queue.TakeAll(cancel))
                if (MaySend(change)) _ = Send(change);
        }
    }

    public void Dispose() => _queue.Dispose();

    private async Task Send(TChange change)
    {
        try
        {
            await send(change);
        }
        catch (Exception e)
        {
            onFailed(e, keyOf(change));
        }

        HasEnded(keyOf(change));
    }

    private bool MaySend(TChange change)
    {
        lock (_gate)
        {
            if (!_outstanding.TryGetValue(keyOf(change), out var outstanding)) _outstanding[keyOf(change)] = outstanding = new();
            if (outstanding.Sends == MaxSendsOfOneKey)
            {
                outstanding.KeptBack = change;
                return false;
            }

            outstanding.Sends++;
            return true;
        }
    }

    private void HasEnded(string key)
    {
        lock (_gate)
        {
            var outstanding = _outstanding[key];
            if (--outstanding.Sends == 0) _outstanding.Remove(key);
            if (outstanding.KeptBack is not { } change) return;
            outstanding.KeptBack = null;
            _queue.Put(key, change);
        }
    }

    private sealed class Outstanding
    {
        public int Sends { get; set; }

        public TChange? KeptBack { get; set; }
    }
}
