using ContentPages.Chat;

namespace ContentPages.Web.Chat;

/// <summary>A room as somebody who joins sees it.</summary>
/// <param name="Last">Number of the newest entry that this covers.</param>
/// <param name="Gap">More has happened than this tells: what was shown so far is to be forgotten.</param>
public sealed record ChatSnapshotMessage(
    string StreamId,
    long Last,
    IReadOnlyList<ChatMessageResponse> Messages,
    IReadOnlyList<ChatRemoval> Removed,
    IReadOnlyList<ChatRestorationMessage> Restored,
    bool Gap,
    ChatRoomMessage Room,
    ChatStanding You)
{
    public static ChatSnapshotMessage Of(ChatSnapshot room) => new(
        room.StreamId, room.Last, ChatMessageResponse.Of(room.Messages), room.Removed, ChatRestorationMessage.Of(room.Restored), room.Gap,
        ChatRoomMessage.Of(room.Room), room.You);
}
