using ContentPages.Chat;
using ContentPages.Grains.Machines;

namespace ContentPages.Grains.Chat;

/// <summary>Messages that a moderator looks at first.</summary>
public static partial class ChatRoomMachine
{
    private static Decision<ChatEvent> Hold(ChatRoomState state, ChatCommand.Post post, ChatHoldReason why, DateTimeOffset now) =>
        state.Held.Count >= ChatLimits.Held ? ChatRefusals.ReviewFull
        : state.Held.Count(h => h.Author.UserId == post.Author!.UserId) >= ChatLimits.HeldOfOne ? ChatRefusals.HeldTooMany
        : new ChatEvent.Held(new(post.NewId, post.Author!, post.ClientId, post.Text, now, why), now);

    private static Decision<ChatEvent> Approve(ChatRoomState state, ChatCommand.Moderate command, ApproveHeld act, DateTimeOffset now) =>
        state.Held.Find(h => h.Id == act.HeldId) is not { } held ? ChatRefusals.HeldNotFound
        : Act(state, command, now, new ChatEvent.Reviewed(held.Id, now),
            About(Audit(command, ChatActKind.ApprovedHeld, now), held),
            ChatEntry.Message(held.Author, state.RoleOf(held.Author.UserId), held.ClientId, held.Text));

    private static Decision<ChatEvent> Reject(ChatRoomState state, ChatCommand.Moderate command, RejectHeld act, DateTimeOffset now) =>
        state.Held.Find(h => h.Id == act.HeldId) is not { } held ? ChatRefusals.HeldNotFound
        : Act(state, command, now, new ChatEvent.Reviewed(held.Id, now),
            About(Audit(command, ChatActKind.RejectedHeld, now), held));

    /// <summary>A message that was reviewed waits again; one that was approved goes from the room.</summary>
    private static Decision<ChatEvent> PutBack(
        ChatRoomState state, ChatCommand.Moderate command, ChatAuditEntry undone, ChatAuditEntry audit, DateTimeOffset now)
    {
        if (undone is not { User: { } author, Text: { } text, Reviewed: { } reviewed }) return ChatRefusals.ReviewTooOld;
        var approved = undone.Kind is ChatActKind.ApprovedHeld;
        if (approved && command.Message is null) return ChatRefusals.MessageNotFound;
        if (approved && IsProtected(state, command.Actor, author.UserId)) return ChatRefusals.Protected;
        if (state.Bans.ContainsKey(author.UserId)) return ChatRefusals.AuthorBanned;
        // What is in the log has its id there for good: under that one it would be taken for a resend when it is approved again.
        var clientId = approved ? command.NewId : reviewed.ClientId;
        if (state.Held.Exists(h => h.Author.UserId == author.UserId && h.ClientId == clientId)) return ChatRefusals.AlreadyHeld;
        if (state.Held.Count >= ChatLimits.Held) return ChatRefusals.NoRoomForReview;
        if (state.Held.Count(h => h.Author.UserId == author.UserId) >= ChatLimits.HeldOfOne) return ChatRefusals.NoRoomForAuthor;
        return Act(state, command, now, new ChatEvent.Held(new(command.NewId, author, clientId, text, reviewed.At, reviewed.Why), now), audit,
            approved ? ChatEntry.Removal(command.Actor, message: command.Message!.Seq) : null);
    }

    private static ChatAuditEntry About(ChatAuditEntry audit, HeldMessage held) =>
        audit with { User = held.Author, Text = held.Text, Reviewed = new(held.Id, held.ClientId, held.At, held.Why) };
}
