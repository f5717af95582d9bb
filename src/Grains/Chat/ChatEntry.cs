using System.Text.Json.Serialization;
using ContentPages.Chat;

namespace ContentPages.Grains.Chat;

public enum ChatEntryKind
{
    Message = 0,
    /// <summary>Takes away messages before it: the one of <see cref="ChatEntry.Target"/>, those of <see cref="ChatEntry.TargetUser"/>, or all.</summary>
    Removal = 1,
    /// <summary>Takes back the removal with the number <see cref="ChatEntry.Target"/>.</summary>
    Restoration = 2,
}

/// <summary>One numbered entry of a room's log.</summary>
/// <param name="Seq">0 as long as it has no number.</param>
/// <param name="UserId">The author, or who removed or restored.</param>
/// <param name="ClientId">With <paramref name="UserId"/> it makes a resend known; empty where there is none.</param>
/// <param name="Text">Null for what is no message, and for one that is removed.</param>
public sealed record ChatEntry(
    long Seq,
    DateTimeOffset At,
    ChatEntryKind Kind,
    string UserId,
    string UserName,
    ChatRole Role = ChatRole.Viewer,
    string ClientId = "",
    string? Text = null,
    long? Target = null,
    string? TargetUser = null)
{
    /// <summary>What a restoration brings back; null where that is not known any more. Not stored.</summary>
    [JsonIgnore]
    public IReadOnlyList<ChatMessage>? Restored { get; init; }

    public static ChatEntry Message(ChatPerson author, ChatRole role, string clientId, string text) =>
        new(0, default, ChatEntryKind.Message, author.UserId, author.Name, role, clientId, text);

    public static ChatEntry Removal(ChatPerson actor, long? message = null, string? userId = null) =>
        new(0, default, ChatEntryKind.Removal, actor.UserId, actor.Name, Target: message, TargetUser: userId);

    public static ChatEntry Restoration(ChatPerson actor, long removal, IReadOnlyList<ChatMessage> restored) =>
        new(0, default, ChatEntryKind.Restoration, actor.UserId, actor.Name, Target: removal) { Restored = restored };

    /// <summary>Of a message with its text.</summary>
    public ChatMessage AsMessage() => new(Seq, UserId, UserName, Role, Text!, At);

    public ChatRemoval AsRemoval() => new(Seq, Target, TargetUser);
}
