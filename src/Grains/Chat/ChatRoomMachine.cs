using ContentPages.Chat;
using ContentPages.Grains.Machines;

namespace ContentPages.Grains.Chat;

/// <summary>
/// The rules of a room: who may write, what waits for review, what moderators may do. Pure and total: what is done already is no event, what is
/// not allowed is a rejection, and applying an event never fails. Numbers and the order of messages are not decided here but where they are logged.
/// </summary>
public static partial class ChatRoomMachine
{
    public static Decision<ChatEvent> Decide(ChatRoomState state, ChatCommand command, ChatOptions options, DateTimeOffset now) => command switch
    {
        ChatCommand.Post post => Post(state, post, options, now),
        ChatCommand.Moderate moderate => Moderate(state, moderate, now),
        ChatCommand.Finish finish => state.Pending.Exists(p => p.Audit.Id == finish.AuditId) ? new ChatEvent.ActFinished(finish.AuditId, now) : Nothing,
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A command without a rule."),
    };

    /// <summary>Whether somebody may see the room; the rejection if not.</summary>
    public static Rejection? CheckSeen(ChatRoomState state, string? userId) =>
        state.Host is null || (state.Host.Visibility is Visibility.Private && state.Host.OwnerId != userId) ? ChatRefusals.NotFound : null;

    /// <summary>Whether somebody may moderate the room; the rejection if not.</summary>
    public static Rejection? CheckModerator(ChatRoomState state, string userId) =>
        CheckSeen(state, userId) ?? (state.RoleOf(userId) is ChatRole.Viewer ? ChatRefusals.NotAModerator : null);

    public static ChatStanding StandingOf(ChatRoomState state, string? userId, DateTimeOffset now) => userId is null ? new(ChatRole.Viewer) : new(
        state.RoleOf(userId), state.Bans.ContainsKey(userId), TimedOutUntil(state, userId, now),
        state.RoleOf(userId) is ChatRole.Viewer ? null : state.Held.Count);

    /// <summary>Whose <see cref="ChatStanding"/> an event changes; null when nobody's.</summary>
    public static string? StandsAnew(ChatEvent happened) => happened switch
    {
        ChatEvent.TimedOut e => e.User.UserId,
        ChatEvent.Banned e => e.User.UserId,
        ChatEvent.Pardoned e => e.UserId,
        ChatEvent.Appointed e => e.User.UserId,
        ChatEvent.Dismissed e => e.UserId,
        _ => null,
    };

    /// <summary>Whose standing is another one in another state.</summary>
    public static IEnumerable<string> StandAnew(ChatRoomState before, ChatRoomState after, DateTimeOffset now) =>
        new[] { before, after }.SelectMany(s => s.Bans.Keys.Concat(s.TimeOuts.Keys).Concat(s.Moderators.Keys)).Distinct(StringComparer.Ordinal)
            .Where(id => (StandingOf(before, id, now) with { Held = null }) != (StandingOf(after, id, now) with { Held = null }));

    private static DateTimeOffset? TimedOutUntil(ChatRoomState state, string userId, DateTimeOffset now) =>
        state.TimeOuts.TryGetValue(userId, out var timeOut) && timeOut.Until > now ? timeOut.Until : null;

    /// <summary>There is nothing to do, and nothing to complain about.</summary>
    private static readonly Decision<ChatEvent> Nothing = new([], null);
}
