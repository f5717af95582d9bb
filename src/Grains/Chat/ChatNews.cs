namespace ContentPages.Grains.Chat;

/// <summary>What goes out with the next batch beside entries: counts and the latest of what is not stored in the log.</summary>
internal sealed class ChatNews
{
    private static readonly Dictionary<string, int> s_none = [];

    private Dictionary<string, int> _reactions = new(StringComparer.Ordinal);

    /// <summary>The room's settings or its pinned message changed.</summary>
    public bool Room { get; set; }

    /// <summary>Something changed that only owner and moderators see.</summary>
    public bool Moderation { get; set; }

    public int? Viewers { get; set; }

    public bool HasReactions => _reactions.Count > 0;

    public bool Any => Room || Moderation || Viewers is not null || HasReactions || Standings.Count > 0;

    /// <summary>Ids of those whose standing changed.</summary>
    public HashSet<string> Standings { get; private set; } = new(StringComparer.Ordinal);

    public void Count(string emoji) => _reactions[emoji] = _reactions.GetValueOrDefault(emoji) + 1;

    /// <summary>Those whose standing changed, which begin anew.</summary>
    public HashSet<string> TakeStandings()
    {
        if (Standings.Count == 0) return Standings;
        var taken = Standings;
        Standings = new(StringComparer.Ordinal);
        return taken;
    }

    /// <summary>The sums, which begin anew.</summary>
    public Dictionary<string, int> TakeReactions()
    {
        if (_reactions.Count == 0) return s_none;
        var taken = _reactions;
        _reactions = new(StringComparer.Ordinal);
        return taken;
    }
}
