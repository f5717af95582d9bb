using System.Threading.Channels;
using ContentPages.Chat;

namespace ContentPages.Grains.Tests.Chat;

/// <summary>The batches that a viewer's node was given, in order.</summary>
internal sealed class BatchLog
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly Channel<ChatBatch> _batches = Channel.CreateUnbounded<ChatBatch>();

    public void Add(ChatBatch batch) => _batches.Writer.TryWrite(batch);

    /// <summary>The batches up to and with the first that is meant; fails when it does not come.</summary>
    public async Task<List<ChatBatch>> Until(Func<ChatBatch, bool> last)
    {
        using var patience = new CancellationTokenSource(Patience);
        var seen = new List<ChatBatch>();
        do seen.Add(await _batches.Reader.ReadAsync(patience.Token));
        while (!last(seen[^1]));
        return seen;
    }

    public async Task<ChatBatch> First(Func<ChatBatch, bool> isMeant) => (await Until(isMeant))[^1];
}
