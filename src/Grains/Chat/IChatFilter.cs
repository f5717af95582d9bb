using System.Runtime.CompilerServices;

namespace ContentPages.Grains.Chat;

/// <summary>Looks for a room's blocked terms. May throw: then the room's settings say what happens to the message.</summary>
public interface IChatFilter
{
    bool Blocks(IReadOnlyList<string> terms, string text);
}

/// <summary><see cref="TermFilter"/>, made once for each list of terms.</summary>
internal sealed class TermChatFilter : IChatFilter
{
    private readonly ConditionalWeakTable<IReadOnlyList<string>, TermFilter> _filters = [];

    public bool Blocks(IReadOnlyList<string> terms, string text) =>
        terms.Count > 0 && _filters.GetValue(terms, static list => new TermFilter(list)).Blocks(text);
}
