using System.Text.RegularExpressions;

namespace ContentPages.Grains.Chat;

/// <summary>Whether a message has a web address.</summary>
internal static partial class ChatLinks
{
    /// <summary>Time is linear in the length: the pattern is matched without backtracking.</summary>
    public static bool In(string text) => Address().IsMatch(text);

    /// <summary>
    /// A scheme, <c>www.</c>, or a name that ends as web addresses mostly do. "Stop.now" between two sentences should not wait for review, so other
    /// endings count only with a path behind them.
    /// </summary>
    [GeneratedRegex(
        """
        https?://|\bwww\.|\b[\w-]+\.(com|net|org|io|gg|tv|ly|me|co|cc|ru|de|uk|fr|es|it|nl|pl|br|jp|cn|info|biz|xyz|top|site|online|shop|link|club|live|app|dev)\b|\b[\w-]+\.\w{2,}/
        """,
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
