namespace ContentPages.Chat;

/// <summary>What was done.</summary>
[GenerateSerializer, Alias("contentpages.ChatActKind")]
public enum ChatActKind
{
    DeletedMessage = 0,
    ClearedRoom = 1,
    TimedOutUser = 2,
    BannedUser = 3,
    UnbannedUser = 4,
    ChangedSettings = 5,
    ApprovedHeld = 6,
    RejectedHeld = 7,
    PinnedMessage = 8,
    UnpinnedMessage = 9,
    AppointedModerator = 10,
    DismissedModerator = 11,
    Undid = 12,
}

/// <summary>Who did what to whom, and when.</summary>
/// <param name="Id">UUIDv7: sorted by time.</param>
/// <param name="User">To whom; the author of a message; null for acts on the room.</param>
/// <param name="Message">Number of the message that it was about, or that an approval has made; or null.</param>
/// <param name="Text">The message's text at that time; the new settings in words; null where neither is.</param>
/// <param name="Until">End of a time-out.</param>
/// <param name="Undoes">Id of the entry that this one takes back.</param>
/// <param name="Seq">Number of the removal or restoration that it made in the room; null when it made none.</param>
/// <param name="UndoneBy">Id of the entry that took this one back; set by the log alone.</param>
/// <param name="Reviewed">Of a held message that was approved or rejected; null for all else, and in entries that were written before it was kept.</param>
[GenerateSerializer, Immutable, Alias("contentpages.ChatAuditEntry")]
public sealed record ChatAuditEntry(
    [property: Id(0)] string Id,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] ChatPerson Actor,
    [property: Id(3)] ChatActKind Kind,
    [property: Id(4)] ChatPerson? User = null,
    [property: Id(5)] long? Message = null,
    [property: Id(6)] string? Text = null,
    [property: Id(7)] string? Reason = null,
    [property: Id(8)] DateTimeOffset? Until = null,
    [property: Id(9)] string? Undoes = null,
    [property: Id(10)] long? Seq = null,
    [property: Id(11)] string? UndoneBy = null,
    [property: Id(12)] ChatReviewed? Reviewed = null);

/// <summary>What a message that was reviewed had beside its author and text: enough to let it wait again.</summary>
/// <param name="HeldId">Of the <see cref="HeldMessage"/>.</param>
/// <param name="At">When it was sent.</param>
[GenerateSerializer, Immutable, Alias("contentpages.ChatReviewed")]
public sealed record ChatReviewed(
    [property: Id(0)] string HeldId,
    [property: Id(1)] string ClientId,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] ChatHoldReason Why);

/// <summary>A page of the audit, newest first.</summary>
/// <param name="Before">What to ask the next page with, or null at the end.</param>
[GenerateSerializer, Immutable, Alias("contentpages.ChatAuditPage")]
public sealed record ChatAuditPage(
    [property: Id(0)] IReadOnlyList<ChatAuditEntry> Entries,
    [property: Id(1)] string? Before);
