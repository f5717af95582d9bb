namespace ContentPages.Chat;

/// <summary>Which messages a moderator must let through first.</summary>
[GenerateSerializer, Alias("contentpages.ChatHold")]
public enum ChatHold
{
    Off = 0,
    All = 1,
    /// <summary>Messages with a web address.</summary>
    Links = 2,
}

/// <summary>What happens to a message when the filter of blocked terms fails.</summary>
[GenerateSerializer, Alias("contentpages.ChatFilterFailure")]
public enum ChatFilterFailure
{
    Hold = 0,
    LetThrough = 1,
    Refuse = 2,
}

/// <summary>What owner and moderators set. Posting always needs an account.</summary>
/// <param name="SlowModeSeconds">0 to 120: least time between two messages of one viewer.</param>
/// <param name="BlockedTerms">
/// At most 200 of 1 to 50 characters: words or phrases, found whole, whatever their case, accents and look-alike letters.
/// </param>
/// <param name="Closed">Only owner and moderators may write.</param>
[GenerateSerializer, Immutable, Alias("contentpages.ChatSettings")]
public sealed record ChatSettings(
    [property: Id(0)] int SlowModeSeconds,
    [property: Id(1)] IReadOnlyList<string> BlockedTerms,
    [property: Id(2)] ChatHold Hold = ChatHold.Off,
    [property: Id(3)] ChatFilterFailure IfFilterFails = ChatFilterFailure.Hold,
    [property: Id(4)] bool Closed = false)
{
    public const int MostSlowModeSeconds = 120;
    public const int MostBlockedTerms = 200;

    /// <summary>Code points of one term.</summary>
    public const int LongestTerm = 50;

    public static ChatSettings Default { get; } = new(0, []);

    public bool Equals(ChatSettings? other) =>
        other is not null && (SlowModeSeconds, Hold, IfFilterFails, Closed) == (other.SlowModeSeconds, other.Hold, other.IfFilterFails, other.Closed)
        && BlockedTerms.SequenceEqual(other.BlockedTerms, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(SlowModeSeconds, BlockedTerms.Count, Hold, IfFilterFails, Closed);
}

/// <summary>What everyone is told of a room's settings.</summary>
[GenerateSerializer, Immutable, Alias("contentpages.ChatRoomInfo")]
public sealed record ChatRoomInfo(
    [property: Id(0)] int SlowModeSeconds,
    [property: Id(1)] ChatHold Hold,
    [property: Id(2)] ChatFilterFailure IfFilterFails,
    [property: Id(3)] bool Closed,
    [property: Id(4)] ChatMessage? Pinned);
