using ContentPages.Web.Live;
using Microsoft.AspNetCore.SignalR;

namespace ContentPages.Web.Chat;

/// <summary>The rooms that one connection is in.</summary>
internal sealed class RoomJoins : Held<RoomJoin>
{
    /// <summary>Made when the connection begins: its end may come in the middle of its first call.</summary>
    public static RoomJoins Of(HubCallerContext connection) => (RoomJoins)connection.Items[nameof(RoomJoins)]!;
}

/// <param name="Mine">The connection is the stream's owner's.</param>
/// <param name="UserId">Null for a visitor.</param>
internal sealed record RoomJoin(bool Mine, string? UserId);
