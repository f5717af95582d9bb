using ContentPages.Catalog;

namespace ContentPages.Grains.Tests.Catalog;

public sealed class SearchTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("Summer", "summer")]
    [InlineData("  Late\t \nNight  ", "late night")]
    [InlineData("Café Olé", "cafe ole")]
    [InlineData("Cafe\u0301", "cafe")]
    [InlineData("BJÖRK Ångström ÇA Ñandú", "bjork angstrom ca nandu")]
    [InlineData("Žižkov Łódź Dvořák", "zizkov lodz dvorak")]
    [InlineData("Việt Nam", "viet nam")]
    [InlineData("ΜΟΥΣΙΚΉ", "μουσικη")]
    [InlineData("Ήλιος ΉΛΙΟΣ", "ηλιοσ ηλιοσ")]
    [InlineData("Ǿ", "o")]
    [InlineData("Ёлка Й", "елка и")]
    [InlineData("東京 2020", "東京 2020")]
    [InlineData("live 🎸 set", "live 🎸 set")]
    public void Fold_DropsCaseAccentsAndSpareSpaces(string text, string folded) => Assert.Equal(folded, SearchText.Fold(text));

    [Fact]
    public void Fold_OfHalfASurrogatePair_DoesNotThrow() => Assert.Equal("a\uFFFDb", SearchText.Fold("a\uD83Db"));

    [Fact]
    public void Fold_Twice_IsTheSameAsOnce()
    {
        var once = SearchText.Fold("  Überdosis  (Live)  ");
        Assert.Equal(once, SearchText.Fold(once));
    }
}
