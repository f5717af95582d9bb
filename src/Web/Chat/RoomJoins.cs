using ContentPages.Web.Live;

namespace ContentPages.Web.Chat;

/// <summary>The rooms that one connection is in.</summary>
internal sealed class RoomJoins : Held<RoomJoin>;

/// <param name="Mine">The connection is the stream's owner's.</param>
/// <param name="UserId">Null for a visitor.</param>
internal sealed record RoomJoin(bool Mine, string? UserId)
{
    private static readonly RoomJoin Visitor = new(Mine: false, UserId: null);

    public static RoomJoin Of(bool mine, string? userId) => !mine && userId is null ? Visitor : new(mine, userId);
}
