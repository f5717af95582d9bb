namespace ContentPages.Chat;

/// <summary>A room as somebody who joins sees it.</summary>
/// <param name="Last">Number of the newest entry that this covers; 0 in a room without any.</param>
/// <param name="Messages">By number: those after what was asked for, at most 500; otherwise the last 100.</param>
/// <param name="Removed">Removals after what was asked for that may concern messages before it.</param>
/// <param name="Restored">Restorations after what was asked for.</param>
/// <param name="Gap">More has happened than this tells: what was shown so far is to be forgotten, and older messages are in the history.</param>
[GenerateSerializer, Immutable, Alias("contentpages.ChatSnapshot")]
public sealed record ChatSnapshot(
    [property: Id(0)] string StreamId,
    [property: Id(1)] long Last,
    [property: Id(2)] IReadOnlyList<ChatMessage> Messages,
    [property: Id(3)] IReadOnlyList<ChatRemoval> Removed,
    [property: Id(4)] IReadOnlyList<ChatRestoration> Restored,
    [property: Id(5)] bool Gap,
    [property: Id(6)] ChatRoomInfo Room,
    [property: Id(7)] ChatStanding You);

/// <summary>What a room holds of one person.</summary>
/// <param name="TimedOutUntil">Until then this person may not write; null when they may.</param>
/// <param name="Held">How many messages wait for review; null unless this person may review them.</param>
[GenerateSerializer, Immutable, Alias("contentpages.ChatStanding")]
public sealed record ChatStanding(
    [property: Id(0)] ChatRole Role,
    [property: Id(1)] bool Banned = false,
    [property: Id(2)] DateTimeOffset? TimedOutUntil = null,
    [property: Id(3)] int? Held = null);
