namespace ContentPages.Chat;

/// <summary>
/// What has happened in a room since the batch before; published on <see cref="ChatStreams"/>. It covers the numbers <paramref name="From"/> to
/// <paramref name="To"/>, or none (<c>From = To + 1</c>) when it has reactions and news of the room alone. Who has seen less than
/// <c>From - 1</c> has missed something and asks <see cref="IChatRoomGrain.Join"/> for it; numbers seen already are to be skipped.
/// </summary>
/// <param name="Messages">By number. What a later number of the same batch removes is left out.</param>
/// <param name="Reactions">How often each emoji was sent since the batch before.</param>
/// <param name="Room">When it has changed; the latest wins.</param>
/// <param name="Viewers">When it was reported; the latest wins.</param>
/// <param name="Held">
/// How many messages wait for review; null unless something has changed that <see cref="ChatModeration"/> or the audit shows. For owner and
/// moderators alone.
/// </param>
/// <param name="Standings">Of those whose standing has changed, by user id. Each is for that person alone.</param>
[GenerateSerializer, Immutable, Alias("contentpages.ChatBatch")]
public sealed record ChatBatch(
    [property: Id(0)] string StreamId,
    [property: Id(1)] long From,
    [property: Id(2)] long To,
    [property: Id(3)] IReadOnlyList<ChatMessage> Messages,
    [property: Id(4)] IReadOnlyList<ChatRemoval> Removed,
    [property: Id(5)] IReadOnlyList<ChatRestoration> Restored,
    [property: Id(6)] IReadOnlyDictionary<string, int> Reactions,
    [property: Id(7)] ChatRoomInfo? Room,
    [property: Id(8)] int? Viewers,
    [property: Id(9)] int? Held,
    [property: Id(10)] IReadOnlyDictionary<string, ChatStanding> Standings);
