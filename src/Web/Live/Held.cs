using System.Diagnostics.CodeAnalysis;

namespace ContentPages.Web.Live;

/// <summary>
/// What one connection holds, by key. Its calls come one at a time, but its end may come in the middle of one: what is added then is refused,
/// so that the call gives it back.
/// </summary>
internal class Held<TValue>
    where TValue : notnull
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, TValue> _values = new(StringComparer.Ordinal);
    private bool _ended;

    public int Count
    {
        get
        {
            lock (_gate) return _values.Count;
        }
    }

    public bool Has(string key)
    {
        lock (_gate) return _values.ContainsKey(key);
    }

    public bool TryGet(string key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_gate) return _values.TryGetValue(key, out value);
    }

    /// <returns>False when the connection has ended; then nothing is kept.</returns>
    public bool TryAdd(string key, TValue value)
    {
        lock (_gate) return !_ended && _values.TryAdd(key, value);
    }

    public bool Remove(string key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (_gate) return _values.Remove(key, out value);
    }

    /// <returns>All that must be given back.</returns>
    public IReadOnlyList<KeyValuePair<string, TValue>> End()
    {
        lock (_gate)
        {
            _ended = true;
            KeyValuePair<string, TValue>[] all = [.. _values];
            _values.Clear();
            return all;
        }
    }
}
