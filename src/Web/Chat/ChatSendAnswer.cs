using ContentPages.Chat;

namespace ContentPages.Web.Chat;

/// <summary>What has become of a message that a connection wrote. Not refused, it is durable.</summary>
/// <param name="Seq">Its number; null while it is held for review and when it is refused.</param>
/// <param name="Held">A moderator looks at it first.</param>
public sealed record ChatSendAnswer(long? Seq, string? Id, DateTimeOffset? SentAt, bool Held, ChatRefusal? Refused)
{
    public static ChatSendAnswer Of(Result<ChatPosted> posted) => posted.Ok
        ? new(posted.Value.Held ? null : posted.Value.Seq, posted.Value.Id, posted.Value.SentAt, posted.Value.Held, null)
        : Of(ChatRefusal.Of(posted.Rejection));

    public static ChatSendAnswer Of(ChatRefusal refusal) => new(null, null, null, false, refusal);
}

/// <summary>Why something was refused.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="RetryAfter">Seconds after which the same may work; null where time does not mend it.</param>
public sealed record ChatRefusal(string Code, string Message, int? RetryAfter)
{
    public static ChatRefusal NotJoined { get; } = new("not_joined", "Join the stream first.", null);

    public static ChatRefusal Unavailable { get; } = new("unavailable", "The chat does not answer. Try again in a moment.", 1);

    public static ChatRefusal Of(Rejection rejection) => new(rejection.Code, rejection.Message, rejection.RetryAfter);
}
