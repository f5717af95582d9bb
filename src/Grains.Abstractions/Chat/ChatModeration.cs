namespace ContentPages.Chat;

/// <summary>Why a message waits for review.</summary>
[GenerateSerializer, Alias("contentpages.ChatHoldReason")]
public enum ChatHoldReason
{
    /// <summary>Every message does.</summary>
    All = 0,
    Link = 1,
    FilterFailed = 2,
}

/// <summary>A message that waits for review.</summary>
/// <param name="Id">UUIDv7, given when it was held; another one when it was put back.</param>
/// <param name="At">When it was sent.</param>
[GenerateSerializer, Immutable, Alias("contentpages.HeldMessage")]
public sealed record HeldMessage(
    [property: Id(0)] string Id,
    [property: Id(1)] ChatPerson Author,
    [property: Id(2)] string ClientId,
    [property: Id(3)] string Text,
    [property: Id(4)] DateTimeOffset At,
    [property: Id(5)] ChatHoldReason Why);

[GenerateSerializer, Immutable, Alias("contentpages.ChatBan")]
public sealed record ChatBan([property: Id(0)] ChatPerson User, [property: Id(1)] DateTimeOffset At);

[GenerateSerializer, Immutable, Alias("contentpages.ChatTimeOut")]
public sealed record ChatTimeOut([property: Id(0)] ChatPerson User, [property: Id(1)] DateTimeOffset Until);

/// <summary>What owner and moderators see of a room.</summary>
/// <param name="Held">Oldest first.</param>
[GenerateSerializer, Immutable, Alias("contentpages.ChatModeration")]
public sealed record ChatModeration(
    [property: Id(0)] ChatRole You,
    [property: Id(1)] ChatSettings Settings,
    [property: Id(2)] ChatMessage? Pinned,
    [property: Id(3)] IReadOnlyList<ChatPerson> Moderators,
    [property: Id(4)] IReadOnlyList<ChatBan> Bans,
    [property: Id(5)] IReadOnlyList<ChatTimeOut> TimeOuts,
    [property: Id(6)] IReadOnlyList<HeldMessage> Held);
