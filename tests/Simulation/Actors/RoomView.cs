using ContentPages.Chat;
using ContentPages.Grains.Chat;
using ContentPages.Simulation.World;

namespace ContentPages.Simulation.Actors;

/// <summary>What a viewer sees of a room, by the rules that clients keep.</summary>
internal sealed class RoomView(SimulatedWorld world, RoomTruth truth, string name)
{
    private readonly SortedDictionary<long, ChatMessage> _shown = [];

    /// <summary>The newest number seen; null before the first snapshot.</summary>
    public long? Last { get; private set; }

    /// <summary>From this number on nothing is missing.</summary>
    public long Floor { get; private set; } = 1;

    public bool IsDoomed => truth.IsDoomed;

    public ChatRoomInfo? Room { get; private set; }

    public int? Viewers { get; private set; }

    public IEnumerable<long> Shown => _shown.Keys;

    public void Take(ChatSnapshot snapshot)
    {
        Room = snapshot.Room;
        if (snapshot.Last < Last)
        {
            // A node that has not noticed yet that the room is deleted finds nothing in its log.
            if (!truth.IsDeleted) world.Violate($"{name} has seen {Last} and is told that {snapshot.Last} is the last.");
            return;
        }

        if (snapshot.Gap || Last is null)
        {
            _shown.Clear();
            // With fewer than 100 it is all that a room remembers: its newest 500 entries.
            Floor = snapshot.Messages.Count < 100 ? Math.Max(1, snapshot.Last - 499) : snapshot.Messages[0].Seq;
        }

        Apply(snapshot.Messages, snapshot.Restored, snapshot.Removed);
        Last = snapshot.Last;
    }

    /// <summary>False when something before it was missed.</summary>
    public bool Take(ChatBatch batch)
    {
        if (batch.From > Last + 1) return false;
        Room = batch.Room ?? Room;
        Viewers = batch.Viewers ?? Viewers;
        if (batch.To <= Last) return true;
        Apply(
            batch.Messages.Where(m => m.Seq > Last), batch.Restored.Where(r => r.Seq > Last), batch.Removed.Where(r => r.Seq > Last));
        Last = batch.To;
        return true;
    }

    private static bool Covers(ChatEntry removal, ChatEntry entry) => entry.Kind is ChatEntryKind.Message && removal.AsRemoval().Covers(entry.Seq, entry.UserId);

    private void Apply(IEnumerable<ChatMessage> messages, IEnumerable<ChatRestoration> restored, IEnumerable<ChatRemoval> removed)
    {
        foreach (var message in messages.Concat(restored.SelectMany(r => r.Messages)))
        {
            if (truth.Entry(message.Seq) is not { Text: { } text } entry || (text, entry.UserId, entry.At) != (message.Text, message.UserId, message.SentAt))
                world.Violate($"{name} is shown {message.Seq} as {message.Text}, which the log does not have.");
            _shown[message.Seq] = message;
        }

        // What comes back beyond the newest is in the history.
        foreach (var back in restored.Where(r => truth.Entry(r.Undoes) is { } removal && truth.Entries.Count(e => Covers(removal, e)) > ChatRestoration.MostMessages))
            Floor = Math.Max(Floor, back.Messages is [var oldest, ..] ? oldest.Seq : back.Seq);

        foreach (var removal in removed)
        {
            foreach (var seq in _shown.Values.Where(m => removal.Covers(m.Seq, m.UserId)).Select(m => m.Seq).ToList()) _shown.Remove(seq);
        }
    }
}
