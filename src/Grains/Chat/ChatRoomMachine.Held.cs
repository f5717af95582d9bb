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
            Audit(command, ChatActKind.ApprovedHeld, now) with { User = held.Author, Text = held.Text },
            ChatEntry.Message(held.Author, state.RoleOf(held.Author.UserId), held.ClientId, held.Text));

    private static Decision<ChatEvent> Reject(ChatRoomState state, ChatCommand.Moderate command, RejectHeld act, DateTimeOffset now) =>
        state.Held.Find(h => h.Id == act.HeldId) is not { } held ? ChatRefusals.HeldNotFound
        : Act(state, command, now, new ChatEvent.Reviewed(held.Id, now),
            Audit(command, ChatActKind.RejectedHeld, now) with { User = held.Author, Text = held.Text });
}
