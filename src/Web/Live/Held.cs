using System.Diagnostics.CodeAnalysis;

namespace ContentPages.Web.Live;

/// <summary>
/// What one connection holds, by key. Its calls come one at a time, but its end may come in the middle of one: what is added then is refused,
/// so that the call gives it back. A list, since most connections hold one thing and there are many connections.
/// </summary>
internal class Held<TValue>
    where TValue : notnull
{
    private KeyValuePair<string, TValue>[] _values = [];
    private int _count;
    private bool _ended;

    public int Count
    {
        get
        {
            lock (this) return _count;
        }
    }

    public bool Has(string key)
    {
        lock (this) return IndexOf(key) >= 0;
    }

    public bool TryGet(string key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (this)
        {
            var index = IndexOf(key);
            value = index >= 0 ? _values[index].Value : default;
            return index >= 0;
        }
    }

    /// <returns>False when the connection has ended; then nothing is kept.</returns>
    public bool TryAdd(string key, TValue value)
    {
        lock (this)
        {
            if (_ended || IndexOf(key) >= 0) return false;
            if (_count == _values.Length) Array.Resize(ref _values, Math.Max(1, _count * 2));
            _values[_count++] = new(key, value);
            return true;
        }
    }

    public bool Remove(string key, [MaybeNullWhen(false)] out TValue value)
    {
        lock (this)
        {
            var index = IndexOf(key);
            if (index < 0)
            {
                value = default;
                return false;
            }

            value = _values[index].Value;
            _values[index] = _values[--_count];
            _values[_count] = default;
            return true;
        }
    }

    /// <returns>All that must be given back.</returns>
    public IReadOnlyList<KeyValuePair<string, TValue>> End()
    {
        lock (this)
        {
            _ended = true;
            var all = _values[.._count];
            (_values, _count) = ([], 0);
            return all;
        }
    }

    private int IndexOf(string key)
    {
        for (var i = 0; i < _count; i++)
            if (string.Equals(_values[i].Key, key, StringComparison.Ordinal)) return i;
        return -1;
    }
}
