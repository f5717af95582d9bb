using ContentPages.Chat;
using ContentPages.Grains.Chat;
using ContentPages.Simulation.Actors;
using ContentPages.Simulation.World;

namespace ContentPages.Simulation.Invariants;

/// <summary>What moderators were told is done is in the audit once, and the state of the room is what the audit says.</summary>
internal static class AuditInvariants
{
    public static void Check(SimulatedWorld world, RoomScene scene, RoomTruth truth, ChatRoomState stored)
    {
        var byId = truth.Audit.ToDictionary(a => a.Id);
        foreach (var (id, act) in scene.Done)
        {
            if (!byId.TryGetValue(id, out var entry)) world.Violate($"{act} was acknowledged as {id}, which is not in the audit.");
            else if (act is DeleteMessage delete && truth.Entry(entry.Seq ?? 0) is not { Kind: ChatEntryKind.Removal } removal)
                world.Violate($"{act} was acknowledged, and has removed nothing.");
            else if (act is DeleteMessage { Seq: var seq } && truth.Entry(entry.Seq ?? 0)?.Target != seq)
                world.Violate($"{act} has removed {truth.Entry(entry.Seq ?? 0)}.");
            else if (act is UndoAct { AuditId: var undone } && entry.Undoes != undone) world.Violate($"{act} has taken back {entry.Undoes}.");
        }

        foreach (var entry in truth.Entries.Where(e => e.Kind is not ChatEntryKind.Message))
        {
            if (truth.Audit.Count(a => a.Seq == entry.Seq) != 1) world.Violate($"{entry} is not the act of one entry of the audit.");
        }

        if (stored.Pending.Any(p => !byId.ContainsKey(p.Audit.Id))) world.Violate("An act was stored and never came into the log.");
        CheckState(world, truth, stored);
    }

    private static void CheckState(SimulatedWorld world, RoomTruth truth, ChatRoomState stored)
    {
        var told = new ToldState();
        var number = 0;
        foreach (var entry in truth.Audit.Select(a => (Act: a, Place: number++)).OrderBy(a => a.Act.At).ThenBy(a => a.Place).Select(a => a.Act)) told.Add(entry, truth);
        Same(world, "banned", told.Bans, stored.Bans.Keys);
        Same(world, "moderators", told.Moderators, stored.Moderators.Keys);
        Same(world, "timed out", told.TimeOuts.Where(t => t.Value > world.Clock.Now).Select(t => t.Key), stored.TimeOuts.Where(t => t.Value.Until > world.Clock.Now).Select(t => t.Key));
        if ((told.Settings ?? ChatRoomMachine.Words(ChatSettings.Default)) is var settings && settings != ChatRoomMachine.Words(stored.Settings))
            world.Violate($"The settings are {ChatRoomMachine.Words(stored.Settings)}, but the audit says {settings}.");
        if (told.Pinned != stored.Pinned?.Seq) world.Violate($"Pinned is {stored.Pinned?.Seq}, but the audit says {told.Pinned}.");
    }

    private static void Same(SimulatedWorld world, string what, IEnumerable<string> told, IEnumerable<string> stored)
    {
        var (one, other) = (string.Join(',', told.Order(StringComparer.Ordinal)), string.Join(',', stored.Order(StringComparer.Ordinal)));
        if (one != other) world.Violate($"Those {what} are {other}, but the audit says {one}.");
    }
}
