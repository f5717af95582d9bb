using ContentPages.Chat;

namespace ContentPages.Grains.Chat;

internal sealed class ChatReader(IChatLog log) : IChatReader
{
    public async Task<ChatPage> History(string streamId, long? before, int limit, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 100);
        var newestFirst = await log.ReadBack(streamId, before, limit, cancel);
        return new([.. newestFirst.Reverse()], newestFirst.Count == limit ? newestFirst[^1].Seq : null);
    }

    public async Task<ChatPage> Between(
        string streamId, DateTimeOffset from, DateTimeOffset until, long? after, int limit, CancellationToken cancel = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(limit, 500);
        var messages = await log.ReadBetween(streamId, from, until, after ?? 0, limit, cancel);
        return new(messages, messages.Count == limit ? messages[^1].Seq : null);
    }
}
