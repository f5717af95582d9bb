using System.Globalization;
using System.Text;

namespace ContentPages.Grains.Chat;

/// <summary>Brings the text of a message into the form that is stored.</summary>
public static class ChatText
{
    /// <summary>
    /// Line breaks, tabs and other white space become one space; control characters go, and so do the marks that turn the direction of what
    /// follows (embeddings, overrides, isolates), with which a message can make its neighbours unreadable. Halves of surrogate pairs become U+FFFD.
    /// </summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        var pendingSpace = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                pendingSpace = clean.Length > 0;
                continue;
            }

            if (Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control || IsUnwanted(rune.Value)) continue;
            if (pendingSpace) clean.Append(' ');
            pendingSpace = false;
            clean.Append(rune);
        }

        return clean.ToString();
    }

    /// <summary>Whether nothing of it can be seen, though it has characters: zero-width ones, and marks with nothing to stand on.</summary>
    public static bool IsBlank(string text) => text.EnumerateRunes().All(rune =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpaceSeparator
        || rune.Value is 0x115F or 0x1160 or 0x2800 or 0x3164 or 0xFFA0);

    public static int Length(string text) => text.EnumerateRunes().Count();

    /// <summary>Embeddings and overrides, isolates, deprecated format characters, the byte-order mark, and invisible tags.</summary>
    private static bool IsUnwanted(int value) =>
        value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x206F) or 0xFEFF or (>= 0xFFF9 and <= 0xFFFB) or 0xE0001;
}
