using ContentPages.Chat;

namespace ContentPages.Web.Tests.Chat;

/// <summary>Batches as a room publishes them.</summary>
internal static class Batches
{
    public static ChatBatch Of(long seq, string streamId = "room") =>
        new(streamId, seq, seq, [new(seq, "ann", "Ann", ChatRole.Viewer, $"message {seq}", default)], [], [], NoReactions, null, null, null, NoStandings);

    public static ChatBatch News(
        long last, int? viewers = null, int? held = null, int? slowMode = null, params (string UserId, ChatStanding Standing)[] standings) => new(
            "room", last + 1, last, [], [], [], NoReactions, slowMode is { } seconds ? new(seconds, ChatHold.Off, ChatFilterFailure.Hold, false, null) : null,
            viewers, held, standings.ToDictionary(each => each.UserId, each => each.Standing));

    private static readonly Dictionary<string, int> NoReactions = [];
    private static readonly Dictionary<string, ChatStanding> NoStandings = [];
}
