using System.Text;

namespace ContentPages.Grains.Chat;

/// <summary>
/// Finds blocked terms as whole words or phrases, whatever their case and accents, with look-alike letters, and with letters set apart
/// ("s p a m"). Terms without letters (emoji), and those in scripts that put no space between words, are found anywhere.
/// </summary>
public sealed class TermFilter
{
    /// <summary>Single letters in a row that are read as one word.</summary>
    private const int LeastSpelt = 3;

    private readonly HashSet<string>[] _phrases = [.. TermReading.All.Select(_ => new HashSet<string>(StringComparer.Ordinal))];
    private readonly SortedSet<int> _lengths = [];
    private readonly List<string> _anywhere = [];

    public TermFilter(IEnumerable<string> terms)
    {
        foreach (var term in terms) Add(TermReading.Fold(term));
    }

    public bool Blocks(string text)
    {
        if (_lengths.Count == 0 && _anywhere.Count == 0) return false;
        var folded = TermReading.Fold(text);
        if (_anywhere.Exists(term => folded.Contains(term, StringComparison.Ordinal))) return true;
        for (var reading = 0; reading < _phrases.Length; reading++)
        {
            var words = TermReading.All[reading].Words(folded);
            if (HasPhrase(words, _phrases[reading]) || HasPhrase(Spelt(words), _phrases[reading])) return true;
        }

        return false;
    }

    private void Add(string term)
    {
        if (!term.EnumerateRunes().Any(Rune.IsLetterOrDigit) || term.EnumerateRunes().Any(IsOfUnspacedScript))
        {
            if (term.Length > 0) _anywhere.Add(term);
            return;
        }

        for (var reading = 0; reading < _phrases.Length; reading++)
        {
            var words = TermReading.All[reading].Words(term);
            if (words.Count == 0) continue;
            _lengths.Add(words.Count);
            _phrases[reading].Add(string.Join(' ', words));
        }
    }

    private bool HasPhrase(List<string> words, HashSet<string> phrases)
    {
        for (var first = 0; first < words.Count; first++)
        {
            foreach (var length in _lengths)
            {
                if (first + length > words.Count) break;
                if (phrases.Contains(length == 1 ? words[first] : string.Join(' ', words.GetRange(first, length)))) return true;
            }
        }

        return false;
    }

    /// <summary>Each row of single letters as one word.</summary>
    private static List<string> Spelt(List<string> words)
    {
        var spelt = new List<string>();
        var row = new StringBuilder();
        foreach (var word in words.Append(""))
        {
            if (word.Length == 1)
            {
                row.Append(word);
                continue;
            }

            if (row.Length >= LeastSpelt) spelt.Add(row.ToString());
            row.Clear();
        }

        return spelt;
    }

    /// <summary>Thai, Lao, Tibetan, Burmese, Khmer, Kana, Han.</summary>
    private static bool IsOfUnspacedScript(Rune rune) => rune.Value is (>= 0x0E00 and <= 0x0FFF) or (>= 0x1000 and <= 0x109F) or (>= 0x1780 and <= 0x17FF)
        or (>= 0x3040 and <= 0x30FF) or (>= 0x3400 and <= 0x9FFF) or (>= 0xF900 and <= 0xFAFF) or (>= 0x20000 and <= 0x3FFFF);
}
