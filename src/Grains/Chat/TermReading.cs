using System.Text;
using ContentPages.Catalog;

namespace ContentPages.Grains.Chat;

/// <summary>One way of reading a text.</summary>
/// <param name="Stroke">What upright strokes are read as: <c>i</c> or <c>l</c>.</param>
/// <param name="Signs">Whether signs such as <c>$</c> are read as letters too; otherwise they part words.</param>
internal sealed record TermReading(char Stroke, bool Signs)
{
    public static readonly TermReading[] All = [new('i', false), new('l', false), new('i', true), new('l', true)];

    /// <summary>Without case, accents, other forms of letters, and characters that cannot be seen; the same for every reading.</summary>
    public static string Fold(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            // Joiners, soft hyphens and such hide inside words.
            if (Rune.GetUnicodeCategory(rune) is not System.Globalization.UnicodeCategory.Format) plain.Append(LookAlikes.Plain(rune));
        }

        return SearchText.Fold(plain.ToString());
    }

    /// <summary>The words of a folded text, each as it is read.</summary>
    public List<string> Words(string folded)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        foreach (var rune in folded.EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune) || (Signs && LookAlikes.OfSign(rune.Value, Stroke) is not null)) word.Append(rune);
            else Take();
        }

        Take();
        return words;

        void Take()
        {
            // At the end of a word they are what they look like.
            while (word.Length > 0 && word[^1] is '!' or '|' or '+') word.Length--;
            if (word.Length > 0) words.Add(Read(word.ToString()));
            word.Clear();
        }
    }

    /// <summary>Digits are letters only in company of letters: 88 is a number, b88b is none.</summary>
    private string Read(string word)
    {
        var hasLetter = word.EnumerateRunes().Any(Rune.IsLetter);
        var read = new StringBuilder(word.Length);
        foreach (var rune in word.EnumerateRunes())
        {
            var letter = LookAlikes.OfLetter(rune.Value) ?? (hasLetter ? LookAlikes.OfDigit(rune.Value, Stroke) ?? LookAlikes.OfSign(rune.Value, Stroke) : null);
            if (letter is { } plain) read.Append(plain);
            else read.Append(rune);
        }

        return read.ToString();
    }
}
