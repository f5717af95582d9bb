namespace ContentPages.Web.Chat;

/// <summary>The hub's groups of a room.</summary>
internal static class RoomGroups
{
    /// <summary>The owner's connections are apart, since a private stream is told to them alone.</summary>
    public static string Of(string streamId, bool mine) => mine ? $"chat-owner:{streamId}" : $"chat:{streamId}";

    /// <summary>The connections of one account in a room.</summary>
    public static string OfUser(string streamId, string userId) => $"chat:{streamId}:{userId}";

    public static IEnumerable<string> Of(string streamId, RoomJoin join) =>
        join.UserId is { } userId ? [Of(streamId, join.Mine), OfUser(streamId, userId)] : [Of(streamId, join.Mine)];
}
