namespace ContentPages.Grains.Chat;

/// <summary>
/// Bounds of what is stored in one item: together at most 300 KB, since DynamoDB's limit is 400. Beyond a bound the act is refused.
/// </summary>
public static class ChatLimits
{
    public const int Bans = 1_000;

    public const int TimeOuts = 300;

    public const int Moderators = 50;

    /// <summary>Beyond it, messages that would have to wait are refused with <c>room_busy</c>.</summary>
    public const int Held = 40;

    /// <summary>Of one author; beyond it <c>rate_limited</c>.</summary>
    public const int HeldOfOne = 3;

    /// <summary>Acts that wait for the log; beyond it every further act is refused with <c>room_busy</c>.</summary>
    public const int Pending = 20;

    public const int LongestClientId = 64;
}
