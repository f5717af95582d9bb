using ContentPages.Web.Live;
using Microsoft.AspNetCore.SignalR;

namespace ContentPages.Web.Chat;

/// <summary>The rooms that one connection is in.</summary>
internal sealed class RoomJoins : Held<RoomJoin>
{
    /// <summary>Calls of one connection come one at a time.</summary>
    public static RoomJoins Of(HubCallerContext connection)
    {
        if (connection.Items[nameof(RoomJoins)] is RoomJoins joins) return joins;
        joins = new();
        connection.Items[nameof(RoomJoins)] = joins;
        return joins;
    }
}

/// <param name="Mine">The connection is the stream's owner's.</param>
/// <param name="UserId">Null for a visitor.</param>
internal sealed record RoomJoin(bool Mine, string? UserId);
