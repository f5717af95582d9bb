namespace ContentPages.Web.Chat;

/// <summary>A room that was joined, or why it was not.</summary>
internal sealed record JoinedRoom(ChatSnapshotMessage? Chat, ChatProblem? Problem);

/// <summary>Why there is no chat beside a stream that is there.</summary>
/// <param name="RetryAfter">Seconds after which to ask again; null for as long as the caller likes.</param>
public sealed record ChatProblem(string Code, int? RetryAfter)
{
    public static ChatProblem Unavailable { get; } = new("unavailable", null);
}
