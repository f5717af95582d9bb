using ContentPages.Chat;

namespace ContentPages.Web.Chat;

/// <summary>What everyone is told of a room's settings.</summary>
public sealed record ChatRoomMessage(
    int SlowModeSeconds, ChatHold Hold, ChatFilterFailure IfFilterFails, bool Closed, ChatMessageResponse? Pinned)
{
    public static ChatRoomMessage Of(ChatRoomInfo room) => new(
        room.SlowModeSeconds, room.Hold, room.IfFilterFails, room.Closed, room.Pinned is { } pinned ? ChatMessageResponse.Of(pinned) : null);
}
