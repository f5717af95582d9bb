namespace ContentPages.Chat;

/// <summary>What viewers may react with; anything else is refused.</summary>
public static class ChatReactions
{
    public static IReadOnlyList<string> All { get; } = ["❤️", "🔥", "👏", "😂", "😮", "🎉"];
}
