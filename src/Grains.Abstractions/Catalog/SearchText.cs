using System.Globalization;
using System.Text;

namespace ContentPages.Catalog;

/// <summary>Folds text so that a search finds it whatever its case, accents and spacing.</summary>
public static class SearchText
{
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);
        var pendingSpace = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark) continue;
            if (Rune.IsWhiteSpace(rune))
            {
                pendingSpace = folded.Length > 0;
                continue;
            }

            if (pendingSpace) folded.Append(' ');
            pendingSpace = false;
            var lower = Rune.ToLowerInvariant(rune);
            if (lower.IsBmp) folded.Append(PlainLetters.Of((char)lower.Value));
            else folded.Append(lower);
        }

        return folded.ToString();
    }
}
