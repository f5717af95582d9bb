using ContentPages.Chat;

namespace ContentPages.Grains.Chat;

/// <summary>What <see cref="ChatRoomMachine.Decide"/> can be asked.</summary>
public abstract record ChatCommand
{
    private ChatCommand()
    {
    }

    /// <param name="Author">Null for who is not signed in.</param>
    /// <param name="Text">As <see cref="ChatText.Clean"/> leaves it.</param>
    /// <param name="Pace">What the author has written of late.</param>
    /// <param name="NewId">For the case that it is held.</param>
    public sealed record Post(
        ChatPerson? Author, string ClientId, string Text, TermVerdict Verdict, AuthorPace Pace, string NewId) : ChatCommand;

    /// <param name="NewId">Of the audit entry.</param>
    /// <param name="Message">For an act on a message, or the undo of its approval: that message, if it is seen now.</param>
    /// <param name="Undone">For an undo: the entry that is meant, if there is one.</param>
    /// <param name="Restored">For an undo of a removal: what comes back.</param>
    public sealed record Moderate(
        ChatPerson Actor,
        ChatAct Act,
        string NewId,
        ChatMessage? Message = null,
        ChatAuditEntry? Undone = null,
        IReadOnlyList<ChatMessage>? Restored = null) : ChatCommand;

    /// <summary>The log has an act.</summary>
    public sealed record Finish(string AuditId) : ChatCommand;
}

/// <summary>What the filter of blocked terms says.</summary>
public enum TermVerdict
{
    Clear = 0,
    Blocked = 1,
    /// <summary>It could not say.</summary>
    Failed = 2,
}
