namespace ContentPages.Grains.Chat;

/// <summary>What goes out with the next batch beside entries: counts and the latest of what is not stored in the log.</summary>
internal sealed class ChatNews
{
    private static readonly Dictionary<string, int> s_none = [];

    private Dictionary<string, int> _reactions = new(StringComparer.Ordinal);

    /// <summary>The room's settings or its pinned message changed.</summary>
    public bool Room { get; set; }

    public bool Held { get; set; }

    public int? Viewers { get; set; }

    public bool HasReactions => _reactions.Count > 0;

    public bool Any => Room || Held || Viewers is not null || HasReactions;

    public void Count(string emoji) => _reactions[emoji] = _reactions.GetValueOrDefault(emoji) + 1;

    /// <summary>The sums, which begin anew.</summary>
    public Dictionary<string, int> TakeReactions()
    {
        if (_reactions.Count == 0) return s_none;
        var taken = _reactions;
        _reactions = new(StringComparer.Ordinal);
        return taken;
    }
}
