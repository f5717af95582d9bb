namespace ContentPages.Chat;

/// <summary>What owner and moderators do. Repeating one that is done is answered without doing it again.</summary>
/// <param name="Reason">For the audit; at most 200 characters.</param>
[GenerateSerializer, Alias("contentpages.ChatAct")]
public abstract record ChatAct([property: Id(0)] string? Reason)
{
    public const int LongestReason = 200;
}

/// <summary>Removes one message.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.DeleteMessage")]
public sealed record DeleteMessage([property: Id(1)] long Seq, string? Reason = null) : ChatAct(Reason);

/// <summary>Removes every message so far.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.ClearRoom")]
public sealed record ClearRoom(string? Reason = null) : ChatAct(Reason);

/// <summary>Keeps somebody from writing for 1 s to 14 days.</summary>
/// <param name="RemoveMessages">Also removes what they have written so far.</param>
[GenerateSerializer, Immutable, Alias("contentpages.TimeOutUser")]
public sealed record TimeOutUser(
    [property: Id(1)] ChatPerson User,
    [property: Id(2)] int Seconds,
    [property: Id(3)] bool RemoveMessages = false,
    string? Reason = null) : ChatAct(Reason)
{
    public const int MostSeconds = 14 * 24 * 60 * 60;
}

/// <summary>Keeps somebody from writing, until it is lifted.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.BanUser")]
public sealed record BanUser(
    [property: Id(1)] ChatPerson User,
    [property: Id(2)] bool RemoveMessages = false,
    string? Reason = null) : ChatAct(Reason);

/// <summary>Lifts a ban or a time-out.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.UnbanUser")]
public sealed record UnbanUser([property: Id(1)] string UserId, string? Reason = null) : ChatAct(Reason);

[GenerateSerializer, Immutable, Alias("contentpages.ChangeChatSettings")]
public sealed record ChangeChatSettings([property: Id(1)] ChatSettings Settings, string? Reason = null) : ChatAct(Reason);

/// <summary>Lets a held message through; it gets its number then.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.ApproveHeld")]
public sealed record ApproveHeld([property: Id(1)] string HeldId, string? Reason = null) : ChatAct(Reason);

/// <summary>Drops a held message.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.RejectHeld")]
public sealed record RejectHeld([property: Id(1)] string HeldId, string? Reason = null) : ChatAct(Reason);

/// <summary>Pins a message, in place of the one that was.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.PinMessage")]
public sealed record PinMessage([property: Id(1)] long Seq, string? Reason = null) : ChatAct(Reason);

[GenerateSerializer, Immutable, Alias("contentpages.UnpinMessage")]
public sealed record UnpinMessage(string? Reason = null) : ChatAct(Reason);

/// <summary>Makes somebody a moderator. The owner's alone.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.AppointModerator")]
public sealed record AppointModerator([property: Id(1)] ChatPerson User, string? Reason = null) : ChatAct(Reason);

/// <summary>The owner's alone; a moderator may dismiss himself.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.DismissModerator")]
public sealed record DismissModerator([property: Id(1)] string UserId, string? Reason = null) : ChatAct(Reason);

/// <summary>Takes back a removal, a time-out, a ban, or the review of a held message, which then waits again.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.UndoAct")]
public sealed record UndoAct([property: Id(1)] string AuditId, string? Reason = null) : ChatAct(Reason);
