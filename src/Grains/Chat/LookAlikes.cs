using System.Collections.Frozen;
using System.Text;

namespace ContentPages.Grains.Chat;

/// <summary>
/// What a letter is read as. The pairs are those of Unicode's confusables (UTS #39) that are used to write Latin words with other letters, and
/// the digits and signs that stand for letters by custom.
/// </summary>
internal static class LookAlikes
{
    /// <summary>A plain letter, then what is read as it. All lower-case and without accents: whoever asks has folded those.</summary>
    private static readonly FrozenDictionary<int, char> Letters = Table(
        "aаαɑᴀ", "bвьʙβ", "cсϲᴄ", "dԁᴅɗ", "eеєεҽᴇəɛ", "fꜰƒϝ", "gɡɢԍ", "hһнʜ", "iіιıɪӏ", "jјϳᴊ", "kкκᴋ", "lʟⅼ", "mмᴍ", "nпηռɴ", "oоοօσᴏө", "pрρᴘ",
        "qԛզ", "rгʀ", "sѕꜱʂ", "tтτᴛ", "uυսᴜц", "vνѵᴠ", "wѡωԝᴡш", "xхχ", "yуγʏү", "zᴢʐ");

    private static readonly FrozenDictionary<int, char> Digits = Table("o0", "e3", "a4", "s5", "g69", "t7", "b8", "z2");

    private static readonly FrozenDictionary<int, char> Signs = Table("a@", "s$", "e€", "c¢", "t+", "l£");

    /// <summary>Letters in other forms, which lower-casing leaves as they are: full-width, mathematical, circled, squared.</summary>
    public static Rune Plain(Rune rune) => rune.Value switch
    {
        >= 0xFF01 and <= 0xFF5E => new(rune.Value - 0xFF01 + '!'),
        >= 0x1D400 and <= 0x1D6A3 => new('a' + ((rune.Value - 0x1D400) % 26)),
        >= 0x1D7CE and <= 0x1D7FF => new('0' + ((rune.Value - 0x1D7CE) % 10)),
        >= 0x24B6 and <= 0x24CF => new(rune.Value - 0x24B6 + 'a'),
        >= 0x24D0 and <= 0x24E9 => new(rune.Value - 0x24D0 + 'a'),
        >= 0x249C and <= 0x24B5 => new(rune.Value - 0x249C + 'a'),
        >= 0x1F110 and <= 0x1F129 => new(rune.Value - 0x1F110 + 'a'),
        >= 0x1F130 and <= 0x1F149 => new(rune.Value - 0x1F130 + 'a'),
        >= 0x1F150 and <= 0x1F169 => new(rune.Value - 0x1F150 + 'a'),
        >= 0x1F170 and <= 0x1F189 => new(rune.Value - 0x1F170 + 'a'),
        // Letterlike symbols, which fill the gaps of the mathematical ones.
        0x2102 or 0x212D => new('c'),
        0x210A => new('g'),
        0x210B or 0x210C or 0x210D or 0x210E => new('h'),
        0x2110 or 0x2111 or 0x2139 => new('i'),
        0x2112 or 0x2113 => new('l'),
        0x2115 => new('n'),
        0x2119 => new('p'),
        0x211A => new('q'),
        0x211B or 0x211C or 0x211D => new('r'),
        0x2124 or 0x2128 => new('z'),
        0x212A => new('k'),
        0x212C => new('b'),
        0x212F or 0x2130 => new('e'),
        0x2131 => new('f'),
        0x2133 => new('m'),
        0x2134 => new('o'),
        _ => rune,
    };

    public static char? OfLetter(int folded) => Letters.TryGetValue(folded, out var plain) ? plain : null;

    /// <param name="stroke">What <c>1</c> and the other upright strokes are read as: <c>i</c> or <c>l</c>.</param>
    public static char? OfDigit(int folded, char stroke) => folded == '1' ? stroke : Digits.TryGetValue(folded, out var plain) ? plain : null;

    /// <param name="stroke">As for digits.</param>
    public static char? OfSign(int folded, char stroke) => folded is '!' or '|' or '¡' ? stroke : Signs.TryGetValue(folded, out var plain) ? plain : null;

    private static FrozenDictionary<int, char> Table(params string[] groups) =>
        groups.SelectMany(group => group[1..].Select(other => KeyValuePair.Create((int)other, group[0]))).ToFrozenDictionary();
}
