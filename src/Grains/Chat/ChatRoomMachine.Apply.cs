using ContentPages.Chat;

namespace ContentPages.Grains.Chat;

/// <summary>What each event does to the state.</summary>
public static partial class ChatRoomMachine
{
    public static ChatRoomState Apply(ChatRoomState state, ChatEvent happened)
    {
        var next = Change(state, happened);
        var over = happened.IsDurable ? next.TimeOuts.Where(t => t.Value.Until <= happened.At).Select(t => t.Key).ToList() : [];
        return over.Count == 0 ? next : next with { TimeOuts = next.TimeOuts.RemoveRange(over) };
    }

    private static ChatRoomState Change(ChatRoomState state, ChatEvent happened) => happened switch
    {
        ChatEvent.Acted { WithState: true } e => state with { Pending = state.Pending.Add(e.Act) },
        ChatEvent.ActFinished e => state with { Pending = state.Pending.RemoveAll(p => p.Audit.Id == e.AuditId) },
        ChatEvent.Held e => state with { Held = state.Held.Insert(PlaceOf(e.Message, state), e.Message) },
        ChatEvent.Reviewed e => state with { Held = state.Held.RemoveAll(h => h.Id == e.HeldId) },
        ChatEvent.TimedOut e => state with { TimeOuts = state.TimeOuts.SetItem(e.User.UserId, new(e.User, e.Until)) },
        ChatEvent.Banned e => state with
        {
            Bans = state.Bans.SetItem(e.User.UserId, new(e.User, e.At)),
            TimeOuts = state.TimeOuts.Remove(e.User.UserId),
            Moderators = state.Moderators.Remove(e.User.UserId),
            // What a banned author has waiting nobody needs to look at any more.
            Held = state.Held.RemoveAll(h => h.Author.UserId == e.User.UserId),
        },
        ChatEvent.Pardoned e => state with { Bans = state.Bans.Remove(e.UserId), TimeOuts = state.TimeOuts.Remove(e.UserId) },
        ChatEvent.SettingsChanged e => state with { Settings = e.Settings },
        ChatEvent.Pinned e => state with { Pinned = e.Message },
        ChatEvent.Appointed e => state with { Moderators = state.Moderators.SetItem(e.User.UserId, e.User) },
        ChatEvent.Dismissed e => state with { Moderators = state.Moderators.Remove(e.UserId) },
        _ => state,
    };

    /// <summary>One that was put back is older than others that wait.</summary>
    private static int PlaceOf(HeldMessage message, ChatRoomState state) =>
        state.Held.FindIndex(h => h.At > message.At) is >= 0 and var place ? place : state.Held.Count;
}
