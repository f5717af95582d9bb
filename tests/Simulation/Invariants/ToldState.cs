using ContentPages.Chat;
using ContentPages.Grains.Chat;
using ContentPages.Simulation.World;

namespace ContentPages.Simulation.Invariants;

/// <summary>The state of a room as its audit tells it, entry by entry.</summary>
internal sealed class ToldState
{
    private readonly Dictionary<string, ChatAuditEntry> _acts = [];

    public HashSet<string> Bans { get; } = [];

    public HashSet<string> Moderators { get; } = [];

    public Dictionary<string, DateTimeOffset> TimeOuts { get; } = [];

    public long? Pinned { get; private set; }

    /// <summary>In the words of the audit; null for what a room begins with.</summary>
    public string? Settings { get; private set; }

    public void Add(ChatAuditEntry act, RoomTruth truth)
    {
        _acts[act.Id] = act;
        var user = act.User?.UserId ?? "";
        switch (act.Kind)
        {
            case ChatActKind.BannedUser:
                Bans.Add(user);
                TimeOuts.Remove(user);
                Moderators.Remove(user);
                break;
            case ChatActKind.TimedOutUser:
                TimeOuts[user] = act.Until!.Value;
                break;
            case ChatActKind.UnbannedUser:
            case ChatActKind.Undid when _acts.GetValueOrDefault(act.Undoes!)?.Kind is ChatActKind.BannedUser or ChatActKind.TimedOutUser:
                Bans.Remove(user);
                TimeOuts.Remove(user);
                break;
            case ChatActKind.AppointedModerator:
                Moderators.Add(user);
                break;
            case ChatActKind.DismissedModerator:
                Moderators.Remove(user);
                break;
            case ChatActKind.ChangedSettings:
                Settings = act.Text;
                break;
            case ChatActKind.PinnedMessage:
                Pinned = act.Message;
                break;
        }

        if (act.Kind is ChatActKind.UnpinnedMessage || (act.Seq is { } seq && Unpins(truth.Entry(seq), truth))) Pinned = null;
    }

    private bool Unpins(ChatEntry? removal, RoomTruth truth) =>
        removal is { Kind: ChatEntryKind.Removal } && Pinned is { } pinned && truth.Entry(pinned) is { } message && removal.AsRemoval().Covers(pinned, message.UserId);
}
