using ContentPages.Chat;
using ContentPages.Grains.Chat;

namespace ContentPages.Simulation.World;

/// <summary>What is in the log of one room, as it was written: what everything else is compared with.</summary>
internal sealed class RoomTruth(SimulatedWorld world)
{
    private readonly HashSet<string> _acts = new(StringComparer.Ordinal);
    private readonly HashSet<(string, string)> _sent = [];

    public List<ChatEntry> Entries { get; } = [];

    public List<ChatAuditEntry> Audit { get; } = [];

    /// <summary>Somebody has asked for the deletion of the stream.</summary>
    public bool IsDoomed { get; set; }

    /// <summary>The log has removed it.</summary>
    public bool IsDeleted { get; set; }

    public Taps Taps { get; } = new();

    public long Last => Entries.Count == 0 ? 0 : Entries[^1].Seq;

    public void Append(IReadOnlyList<ChatEntry> entries, IReadOnlyList<ChatAuditEntry> audit)
    {
        if (IsDeleted) world.Violate("Something is added to a room that is deleted.");
        foreach (var entry in entries)
        {
            if (entry.Seq != Last + 1) world.Violate($"The log has {entry.Seq} after {Last}.");
            if (Entries.Count > 0 && entry.At < Entries[^1].At) world.Violate($"The time of {entry.Seq} is before that of the entry before.");
            if (entry.Kind is ChatEntryKind.Message && !_sent.Add((entry.UserId, entry.ClientId))) world.Violate($"{entry.UserId}'s {entry.ClientId} is in the log twice.");
            Entries.Add(entry with { Restored = null });
        }

        foreach (var act in audit)
        {
            if (!_acts.Add(act.Id)) world.Violate($"Act {act.Id} is in the audit twice.");
            Audit.Add(act);
        }
    }

    public ChatEntry? Entry(long seq) => seq >= 1 && seq <= Last ? Entries[(int)seq - 1] : null;

    /// <summary>Numbers of the messages that everybody should see.</summary>
    public List<long> Visible()
    {
        var undone = Entries.Where(e => e.Kind is ChatEntryKind.Restoration).Select(e => e.Target).ToHashSet();
        var removals = Entries.Where(e => e.Kind is ChatEntryKind.Removal && !undone.Contains(e.Seq)).Select(e => e.AsRemoval()).ToList();
        return [.. Entries.Where(e => e.Kind is ChatEntryKind.Message && !removals.Exists(r => r.Covers(e.Seq, e.UserId))).Select(e => e.Seq)];
    }
}
