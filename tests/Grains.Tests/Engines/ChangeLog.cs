using System.Threading.Channels;

namespace ContentPages.Grains.Tests.Engines;

/// <summary>The changes that a subscriber was told, in order.</summary>
internal sealed class ChangeLog<T>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Channel<T> _changes = Channel.CreateUnbounded<T>();

    public void Add(T change) => _changes.Writer.TryWrite(change);

    /// <summary>The changes up to and with the first that is meant; fails when it does not come.</summary>
    public async Task<List<T>> Until(Func<T, bool> last)
    {
        using var patience = new CancellationTokenSource(Patience);
        var seen = new List<T>();
        do seen.Add(await _changes.Reader.ReadAsync(patience.Token));
        while (!last(seen[^1]));
        return seen;
    }
}
