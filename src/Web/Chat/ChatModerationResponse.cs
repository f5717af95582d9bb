using System.Globalization;
using ContentPages.Chat;

namespace ContentPages.Web.Chat;

/// <summary>What owner and moderators see of a chat.</summary>
/// <param name="Held">Messages that wait for review, oldest first.</param>
internal sealed record ChatModerationResponse(
    ChatRole You,
    ChatSettingsContract Settings,
    ChatMessageResponse? Pinned,
    IReadOnlyList<ChatPerson> Moderators,
    IReadOnlyList<ChatBan> Bans,
    IReadOnlyList<ChatTimeOut> Timeouts,
    IReadOnlyList<HeldMessageResponse> Held)
{
    public static ChatModerationResponse Of(ChatModeration room) => new(
        room.You, ChatSettingsContract.Of(room.Settings), room.Pinned is { } pinned ? ChatMessageResponse.Of(pinned) : null, room.Moderators, room.Bans,
        room.TimeOuts, [.. room.Held.Select(static held => new HeldMessageResponse(held.Id, held.Author, held.Text, held.At, held.Why))]);
}

/// <summary>A message that waits for review.</summary>
internal sealed record HeldMessageResponse(string Id, ChatPerson Author, string Text, DateTimeOffset At, ChatHoldReason Why);

/// <summary>Who did what to whom, and when.</summary>
/// <param name="User">To whom; the author of a message; null for acts on the room.</param>
/// <param name="Text">The message's text at that time; the new settings in words; null where neither is.</param>
/// <param name="Until">End of a time-out.</param>
/// <param name="Undoes">Id of the entry that this one takes back.</param>
/// <param name="UndoneBy">Id of the entry that took this one back.</param>
/// <param name="Undoable">It can be taken back, and has not been.</param>
internal sealed record ChatAuditEntryResponse(
    string Id,
    DateTimeOffset At,
    ChatPerson Actor,
    ChatActKind Kind,
    ChatPerson? User,
    string? MessageId,
    string? Text,
    string? Reason,
    DateTimeOffset? Until,
    string? Undoes,
    string? UndoneBy,
    bool Undoable)
{
    public static ChatAuditEntryResponse Of(ChatAuditEntry entry) => new(
        entry.Id, entry.At, entry.Actor, entry.Kind, entry.User, entry.Message?.ToString(CultureInfo.InvariantCulture), entry.Text, entry.Reason, entry.Until,
        entry.Undoes, entry.UndoneBy, entry.UndoneBy is null && IsUndoable(entry));

    private static bool IsUndoable(ChatAuditEntry entry) => entry.Kind switch
    {
        ChatActKind.DeletedMessage or ChatActKind.ClearedRoom or ChatActKind.TimedOutUser or ChatActKind.BannedUser => true,
        ChatActKind.RejectedHeld => entry.Reviewed is not null,
        ChatActKind.ApprovedHeld => entry is { Reviewed: not null, Message: not null },
        _ => false,
    };
}

/// <summary>The audit, newest first.</summary>
/// <param name="Next">before of the next page, or null at the end.</param>
internal sealed record ChatAuditResponse(IReadOnlyList<ChatAuditEntryResponse> Items, string? Next)
{
    public static ChatAuditResponse Of(ChatAuditPage page) => new([.. page.Entries.Select(ChatAuditEntryResponse.Of)], page.Before);
}
