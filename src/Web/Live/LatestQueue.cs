namespace ContentPages.Web.Live;

/// <summary>A bounded queue that keeps the latest value of each key. Full, it drops the key that has waited longest.</summary>
internal sealed class LatestQueue<TKey, TValue>(int capacity) : IDisposable
    where TKey : notnull
{
    private readonly Lock _gate = new();
    private readonly OrderedDictionary<TKey, TValue> _waiting = [];
    private readonly SemaphoreSlim _some = new(0, 1);

    /// <summary>Never waits.</summary>
    public void Put(TKey key, TValue value)
    {
        lock (_gate)
        {
            // The value changes in place, so that a key which changes all the time still gets its turn.
            var isNew = !_waiting.ContainsKey(key);
            if (isNew && _waiting.Count == capacity) _waiting.RemoveAt(0);
            _waiting[key] = value;
            if (_waiting.Count == 1 && isNew && _some.CurrentCount == 0) _some.Release();
        }
    }

    /// <summary>Waits until something is there and takes it all.</summary>
    public async Task<IReadOnlyList<TValue>> TakeAll(CancellationToken cancel)
    {
        await _some.WaitAsync(cancel);
        lock (_gate)
        {
            TValue[] all = [.. _waiting.Values];
            _waiting.Clear();
            return all;
        }
    }

    public void Dispose() => _some.Dispose();
}
