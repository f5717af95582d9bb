using ContentPages.Chat;
using ContentPages.Grains.Chat;
using ContentPages.Simulation.World;

namespace ContentPages.Simulation.Invariants;

/// <summary>A held message is reviewed once; what was put back is put back once, and waits or is reviewed again.</summary>
internal static class ReviewInvariants
{
    public static void Check(SimulatedWorld world, RoomTruth truth, ChatRoomState stored)
    {
        var reviews = truth.Audit.Where(IsReview).ToLookup(a => a.Reviewed!.HeldId);
        foreach (var held in reviews)
        {
            if (held.Count() > 1) world.Violate($"{held.Key} was reviewed {held.Count()} times.");
            if (stored.Held.Exists(h => h.Id == held.Key)) world.Violate($"{held.Key} was reviewed, and waits.");
        }

        var byId = truth.Audit.ToDictionary(a => a.Id);
        foreach (var undos in truth.Audit.Where(a => a.Undoes is { } undone && IsReview(byId[undone])).GroupBy(a => byId[a.Undoes!]))
        {
            if (undos.Count() > 1) world.Violate($"The review {undos.Key.Id} was taken back {undos.Count()} times.");
            var undo = undos.First();
            if (!reviews.Contains(undo.Id) && !stored.Held.Exists(h => h.Id == undo.Id) && !truth.Audit.Exists(a => IsBan(a, undo)))
                world.Violate($"\"{undos.Key.Text}\" was put back, and is lost.");
            var removal = undo.Seq is { } seq ? truth.Entry(seq) : null;
            if (removal?.Target != undos.Key.Message) world.Violate($"{undos.Key.Message} was approved, and taking that back has removed {removal?.Target}.");
            if (truth.Visible().Contains(undos.Key.Message ?? 0)) world.Violate($"The approval of {undos.Key.Message} was taken back, and it is still seen.");
        }
    }

    /// <summary>A message that was approved, put back and approved again has an id that its sender did not give it.</summary>
    public static bool WasPutBack(ChatEntry message, RoomTruth truth) =>
        truth.Audit.Find(a => a.Id == message.ClientId) is { Undoes: { } undone }
        && truth.Audit.Find(a => a.Id == undone) is { Kind: ChatActKind.ApprovedHeld, Message: { } made }
        && truth.Entry(made) is { } first && (first.UserId, first.Text) == (message.UserId, message.Text);

    private static bool IsReview(ChatAuditEntry act) => act.Kind is ChatActKind.ApprovedHeld or ChatActKind.RejectedHeld;

    /// <summary>What a banned author has waiting goes.</summary>
    private static bool IsBan(ChatAuditEntry act, ChatAuditEntry undo) =>
        act.Kind is ChatActKind.BannedUser && act.User!.UserId == undo.User!.UserId && act.At >= undo.At;
}
