namespace ContentPages.Grains.Chat;

/// <summary>The rejections of rooms; their codes are part of the public contract.</summary>
internal static class ChatRefusals
{
    public static readonly Rejection NotFound = new(RejectionKind.NotFound, "not_found", "There is no such chat.");

    public static readonly Rejection SignInRequired = new(RejectionKind.Forbidden, "sign_in_required", "Sign in to write.");

    public static readonly Rejection Banned = new(RejectionKind.Forbidden, "banned", "You cannot write in this chat.");

    public static readonly Rejection Closed = new(RejectionKind.Conflict, "chat_closed", "The chat is closed.");

    public static readonly Rejection Empty = new(RejectionKind.Invalid, "empty", "A message needs some text.");

    public static readonly Rejection InvalidClientId =
        new(RejectionKind.Invalid, "invalid_client_id", $"A message needs an id of 1 to {ChatLimits.LongestClientId} characters from its sender.");

    public static readonly Rejection InvalidReaction = new(RejectionKind.Invalid, "invalid_reaction", "There is no such reaction.");

    public static readonly Rejection BlockedTerm = new(RejectionKind.Invalid, "blocked_term", "This chat does not allow one of these words.");

    public static readonly Rejection FilterFailed =
        new(RejectionKind.Unavailable, "unavailable", "The message could not be checked. Try again in a moment.", 5);

    public static readonly Rejection Unavailable =
        new(RejectionKind.Unavailable, "unavailable", "The message could not be kept. Send it again.", 1);

    public static readonly Rejection RoomBusy = new(RejectionKind.TooMany, "room_busy", "The chat cannot take more right now. Try again in a moment.", 1);

    public static readonly Rejection ReviewFull =
        new(RejectionKind.TooMany, "room_busy", "Messages wait for a moderator already, and no more can wait. Try again later.", 30);

    public static readonly Rejection HeldTooMany =
        new(RejectionKind.TooMany, "rate_limited", "Some of your messages wait for a moderator already. Try again later.", 30);

    public static readonly Rejection NotAModerator =
        new(RejectionKind.Forbidden, "not_a_moderator", "Only the owner and moderators of this chat may do this.");

    public static readonly Rejection OwnersAlone = new(RejectionKind.Forbidden, "owners_alone", "Only the owner of this chat may do this.");

    public static readonly Rejection Protected =
        new(RejectionKind.Forbidden, "protected_user", "The owner cannot be moderated, and moderators only by the owner.");

    public static readonly Rejection MessageNotFound =
        new(RejectionKind.NotFound, "message_not_found", "There is no such message, or it is removed already.");

    public static readonly Rejection HeldNotFound = new(RejectionKind.NotFound, "held_not_found", "This message does not wait for review any more.");

    public static readonly Rejection AuditNotFound = new(RejectionKind.NotFound, "audit_not_found", "There is no such entry.");

    public static readonly Rejection NotUndoable =
        new(RejectionKind.Conflict, "not_undoable", "Only removals, time-outs, bans and reviews can be taken back.");

    public static readonly Rejection ReviewTooOld =
        new(RejectionKind.Conflict, "not_undoable", "This review is too old: not enough is known of it to take it back.");

    public static readonly Rejection AuthorBanned =
        new(RejectionKind.Conflict, "author_banned", "The author of this message is banned. Lift the ban first.");

    public static readonly Rejection NoRoomForReview =
        new(RejectionKind.Conflict, "review_full", $"{ChatLimits.Held} messages wait for review already. Review some of them first.");

    public static readonly Rejection NoRoomForAuthor =
        new(RejectionKind.Conflict, "review_full", $"{ChatLimits.HeldOfOne} messages of this author wait for review already. Review one of them first.");

    public static readonly Rejection AlreadyHeld =
        new(RejectionKind.Conflict, "already_held", "The author has sent this message again, and it waits for review.");

    public static Rejection TooLong(int codePoints) =>
        new(RejectionKind.Invalid, "too_long", $"A message has at most {codePoints} characters.");

    public static Rejection TimedOut(double seconds) => Wait("timed_out", "A moderator has asked you to pause.", seconds) with { Kind = RejectionKind.Forbidden };

    public static Rejection SlowMode(double seconds) => Wait("slow_mode", "The chat is in slow mode.", seconds);

    public static Rejection RateLimited(double seconds) => Wait("rate_limited", "That was a little too fast.", seconds);

    public static Rejection Invalid(string code, string message) => new(RejectionKind.Invalid, code, message);

    public static Rejection TooMany(string code, string message) => new(RejectionKind.Conflict, code, message);

    private static Rejection Wait(string code, string why, double seconds)
    {
        var whole = (int)Math.Ceiling(Math.Max(seconds, 0.001));
        return new(RejectionKind.TooMany, code, $"{why} Wait {whole} s.", whole);
    }
}
