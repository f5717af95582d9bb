using ContentPages.Chat;
using ContentPages.Grains.Machines;

namespace ContentPages.Grains.Chat;

/// <summary>What owner and moderators do to messages and people.</summary>
public static partial class ChatRoomMachine
{
    private static Decision<ChatEvent> Moderate(ChatRoomState state, ChatCommand.Moderate command, DateTimeOffset now)
    {
        if (CheckModerator(state, command.Actor.UserId) is { } rejection) return rejection;
        if (command.Act.Reason is { } reason && ChatText.Length(reason) > ChatAct.LongestReason)
            return ChatRefusals.Invalid("invalid_act", $"A reason has at most {ChatAct.LongestReason} characters.");
        if (state.Pending.Count >= ChatLimits.Pending) return ChatRefusals.RoomBusy;
        return command.Act switch
        {
            DeleteMessage => Delete(state, command, now),
            ClearRoom => Act(state, command, now, null, Audit(command, ChatActKind.ClearedRoom, now), ChatEntry.Removal(command.Actor)),
            TimeOutUser act => TimeOut(state, command, act, now),
            BanUser act => Ban(state, command, act, now),
            UnbanUser act => Unban(state, command, act, now),
            ChangeChatSettings act => ChangeSettings(state, command, act, now),
            ApproveHeld act => Approve(state, command, act, now),
            RejectHeld act => Reject(state, command, act, now),
            PinMessage => Pin(state, command, now),
            UnpinMessage => state.Pinned is not { } pinned ? Nothing
                : Act(state, command, now, new ChatEvent.Pinned(null, now), About(Audit(command, ChatActKind.UnpinnedMessage, now), pinned)),
            AppointModerator act => Appoint(state, command, act, now),
            DismissModerator act => Dismiss(state, command, act, now),
            UndoAct => Undo(state, command, now),
            _ => ChatRefusals.Invalid("invalid_act", "There is no such act."),
        };
    }

    private static Decision<ChatEvent> Delete(ChatRoomState state, ChatCommand.Moderate command, DateTimeOffset now) =>
        command.Message is not { } message ? ChatRefusals.MessageNotFound
        : IsProtected(state, command.Actor, message.UserId) ? ChatRefusals.Protected
        : Act(state, command, now, null, About(Audit(command, ChatActKind.DeletedMessage, now), message),
            ChatEntry.Removal(command.Actor, message: message.Seq));

    private static Decision<ChatEvent> Pin(ChatRoomState state, ChatCommand.Moderate command, DateTimeOffset now) =>
        command.Message is not { } message ? ChatRefusals.MessageNotFound
        : state.Pinned == message ? Nothing
        // It may be about to take this one away.
        : state.Pending.Exists(p => p.Entry is { Kind: ChatEntryKind.Removal }) ? ChatRefusals.RoomBusy
        : Act(state, command, now, new ChatEvent.Pinned(message, now), About(Audit(command, ChatActKind.PinnedMessage, now), message));

    private static Decision<ChatEvent> TimeOut(ChatRoomState state, ChatCommand.Moderate command, TimeOutUser act, DateTimeOffset now)
    {
        if (act.Seconds is < 1 or > TimeOutUser.MostSeconds) return ChatRefusals.Invalid("invalid_act", "A time-out takes 1 second to 14 days.");
        if (MayWrite(state, command.Actor, act.User)) return ChatRefusals.Protected;
        if (!state.TimeOuts.ContainsKey(act.User.UserId) && state.TimeOuts.Count(t => t.Value.Until > now) >= ChatLimits.TimeOuts)
            return ChatRefusals.TooMany("too_many_time_outs", $"At most {ChatLimits.TimeOuts} people can be timed out at once.");
        var until = now.AddSeconds(act.Seconds);
        return Act(state, command, now, new ChatEvent.TimedOut(act.User, until, now),
            Audit(command, ChatActKind.TimedOutUser, now) with { User = act.User, Until = until }, MessagesOf(command.Actor, act.User, act.RemoveMessages));
    }

    private static Decision<ChatEvent> Ban(ChatRoomState state, ChatCommand.Moderate command, BanUser act, DateTimeOffset now)
    {
        if (MayWrite(state, command.Actor, act.User)) return ChatRefusals.Protected;
        if (state.Bans.ContainsKey(act.User.UserId) && !act.RemoveMessages) return Nothing;
        if (state.Bans.Count >= ChatLimits.Bans && !state.Bans.ContainsKey(act.User.UserId))
            return ChatRefusals.TooMany("too_many_bans", $"At most {ChatLimits.Bans} people can be banned. Lift old bans first.");
        return Act(state, command, now, new ChatEvent.Banned(act.User, now),
            Audit(command, ChatActKind.BannedUser, now) with { User = act.User }, MessagesOf(command.Actor, act.User, act.RemoveMessages));
    }

    private static Decision<ChatEvent> Unban(ChatRoomState state, ChatCommand.Moderate command, UnbanUser act, DateTimeOffset now) =>
        Barred(state, act.UserId, now) is not { } user ? Nothing
        : Act(state, command, now, new ChatEvent.Pardoned(act.UserId, now), Audit(command, ChatActKind.UnbannedUser, now) with { User = user });

    private static Decision<ChatEvent> Undo(ChatRoomState state, ChatCommand.Moderate command, DateTimeOffset now)
    {
        if (command.Undone is not { } undone) return ChatRefusals.AuditNotFound;
        if (undone.UndoneBy is not null || state.Pending.Exists(p => p.Audit.Undoes == undone.Id)) return Nothing;
        if (IsProtected(state, command.Actor, undone.Actor.UserId) && undone.Actor.UserId == state.Host!.OwnerId) return ChatRefusals.Protected;
        var audit = Audit(command, ChatActKind.Undid, now) with { User = undone.User, Message = undone.Message, Text = undone.Kind.ToString(), Undoes = undone.Id };
        var restoration = undone.Seq is { } removal ? ChatEntry.Restoration(command.Actor, removal, command.Restored ?? []) : null;
        return undone.Kind switch
        {
            ChatActKind.DeletedMessage or ChatActKind.ClearedRoom => Act(state, command, now, null, audit, restoration),
            // Also of whom this activation does not know to be barred: the write finds out whether another one does.
            ChatActKind.TimedOutUser or ChatActKind.BannedUser => Act(state, command, now,
                undone.User is { } user ? new ChatEvent.Pardoned(user.UserId, now) : null, audit, restoration),
            ChatActKind.ApprovedHeld or ChatActKind.RejectedHeld => PutBack(state, command, undone, audit, now),
            _ => ChatRefusals.NotUndoable,
        };
    }

    /// <param name="change">What it does to the state; null for nothing.</param>
    /// <param name="entry">What viewers see of it in the log; null for nothing.</param>
    private static Decision<ChatEvent> Act(
        ChatRoomState state, ChatCommand.Moderate command, DateTimeOffset now, ChatEvent? change, ChatAuditEntry audit, ChatEntry? entry = null)
    {
        // A removal is always stored: an activation that does not know what another one has pinned finds out by it.
        var isStored = change is not null || entry is { Kind: ChatEntryKind.Removal };
        ChatEvent?[] events = [change, Unpin(state, entry, now), new ChatEvent.Acted(new(audit, entry), isStored, now)];
        return events.OfType<ChatEvent>().ToArray();
    }

    private static ChatEvent.Pinned? Unpin(ChatRoomState state, ChatEntry? entry, DateTimeOffset now) =>
        // It has no number yet, and comes after everything that is there.
        entry is { Kind: ChatEntryKind.Removal } && state.Pinned is { } pinned && (entry with { Seq = long.MaxValue }).AsRemoval().Covers(pinned.Seq, pinned.UserId)
            ? new(null, now) : null;

    private static ChatAuditEntry Audit(ChatCommand.Moderate command, ChatActKind kind, DateTimeOffset now) =>
        new(command.NewId, now, command.Actor, kind, Reason: command.Act.Reason);

    private static ChatAuditEntry About(ChatAuditEntry audit, ChatMessage message) =>
        audit with { User = new(message.UserId, message.UserName), Message = message.Seq, Text = message.Text };

    private static ChatEntry? MessagesOf(ChatPerson actor, ChatPerson user, bool remove) => remove ? ChatEntry.Removal(actor, userId: user.UserId) : null;

    /// <summary>Nobody acts on the owner, and on moderators only the owner does; on oneself one may.</summary>
    private static bool IsProtected(ChatRoomState state, ChatPerson actor, string userId) => userId != actor.UserId && state.RoleOf(userId) switch
    {
        ChatRole.Owner => true,
        ChatRole.Moderator => state.RoleOf(actor.UserId) is not ChatRole.Owner,
        ChatRole.Viewer => false,
    };

    /// <summary>Whether somebody cannot be kept from writing by this actor; oneself one cannot either.</summary>
    private static bool MayWrite(ChatRoomState state, ChatPerson actor, ChatPerson user) =>
        user.UserId == actor.UserId || IsProtected(state, actor, user.UserId);

    private static ChatPerson? Barred(ChatRoomState state, string userId, DateTimeOffset now) =>
        state.Bans.TryGetValue(userId, out var ban) ? ban.User
        : TimedOutUntil(state, userId, now) is not null ? state.TimeOuts[userId].User
        : null;
}
