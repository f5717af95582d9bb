using System.Diagnostics.CodeAnalysis;
using ContentPages.Chat;

namespace ContentPages.Web.Chat;

/// <summary>
/// Batches of one room that wait to be sent. Overflow policy: entries and reactions of those that do not fit are dropped, which viewers see by the
/// numbers, and join again; news is kept, the latest of each kind.
/// </summary>
internal sealed class RoomQueue(int capacity)
{
    private readonly Queue<ChatBatch> _waiting = new();
    private ChatBatch? _shortened;

    public bool IsEmpty => _waiting.Count == 0 && _shortened is null;

    /// <returns>False when something was dropped.</returns>
    public bool Put(ChatBatch batch)
    {
        if (_shortened is null && _waiting.Count < capacity)
        {
            _waiting.Enqueue(batch);
            return true;
        }

        _shortened = Shorten(_shortened, batch);
        return false;
    }

    public bool TryTake([NotNullWhen(true)] out ChatBatch? batch)
    {
        if (_waiting.TryDequeue(out batch)) return true;
        (batch, _shortened) = (_shortened, null);
        return batch is not null;
    }

    /// <summary>A batch that covers no numbers, from where the second ends.</summary>
    private static ChatBatch Shorten(ChatBatch? first, ChatBatch second) => second with
    {
        From = second.To + 1,
        Messages = [],
        Removed = [],
        Restored = [],
        Reactions = new Dictionary<string, int>(),
        Room = second.Room ?? first?.Room,
        Viewers = second.Viewers ?? first?.Viewers,
        Held = second.Held ?? first?.Held,
        Standings = first is null || first.Standings.Count == 0 ? second.Standings
            : new Dictionary<string, ChatStanding>([.. first.Standings.Where(old => !second.Standings.ContainsKey(old.Key)), .. second.Standings]),
    };
}
