using System.Threading.Channels;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Engines;

/// <summary>The changes that a subscriber was told, in order.</summary>
internal sealed class ChangeLog
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Channel<VideoChange> _changes = Channel.CreateUnbounded<VideoChange>();

    public void Add(VideoChange change) => _changes.Writer.TryWrite(change);

    /// <summary>The changes up to and with the first that is meant; fails when it does not come.</summary>
    public async Task<List<VideoChange>> Until(Func<VideoChange, bool> last)
    {
        using var patience = new CancellationTokenSource(Patience);
        var seen = new List<VideoChange>();
        do seen.Add(await _changes.Reader.ReadAsync(patience.Token));
        while (!last(seen[^1]));
        return seen;
    }
}
