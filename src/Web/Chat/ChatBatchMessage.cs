using ContentPages.Chat;

namespace ContentPages.Web.Chat;

/// <summary>
/// What has happened in a room: the numbers <paramref name="From"/> to <paramref name="To"/>, or none (<c>From = To + 1</c>). Who has seen less than
/// <c>From - 1</c> has missed something and joins again.
/// </summary>
/// <param name="Reactions">How often each emoji was sent since the batch before.</param>
/// <param name="Room">When it has changed, otherwise null; the latest wins.</param>
/// <param name="Viewers">When it was counted anew, otherwise null; the latest wins.</param>
public sealed record ChatBatchMessage(
    string StreamId,
    long From,
    long To,
    IReadOnlyList<ChatMessageResponse> Messages,
    IReadOnlyList<ChatRemoval> Removed,
    IReadOnlyList<ChatRestorationMessage> Restored,
    IReadOnlyDictionary<string, int> Reactions,
    ChatRoomMessage? Room,
    int? Viewers)
{
    public static ChatBatchMessage Of(ChatBatch batch) => new(
        batch.StreamId, batch.From, batch.To, ChatMessageResponse.Of(batch.Messages), batch.Removed, ChatRestorationMessage.Of(batch.Restored),
        batch.Reactions, batch.Room is { } room ? ChatRoomMessage.Of(room) : null, batch.Viewers);
}
