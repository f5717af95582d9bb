using ContentPages.Grains.Chat;

namespace ContentPages.Grains.Tests.Chat;

public sealed class ChatTextTests
{
    [Theory]
    [InlineData("hello", "hello")]
    [InlineData("  a \r\n\r\n b\t c  ", "a b c")]
    [InlineData("a\u2028b\u00a0c\u3000d", "a b c d")]
    [InlineData("a\0b\u0007c\u001b[31m", "abc[31m")]
    [InlineData("\u202eevil\u202c \u2066x\u2069", "evil x")]
    [InlineData("\ufeffa", "a")]
    [InlineData("👩‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿", "👩‍👩‍👧 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿")]
    [InlineData("שלום \u200fabc", "שלום \u200fabc")]
    public void Clean_KeepsWhatCanBeSaid(string text, string expected) => Assert.Equal(expected, ChatText.Clean(text));

    [Fact]
    public void Clean_HalfAPair_BecomesTheReplacementCharacter() => Assert.Equal("a\ufffdb", ChatText.Clean("a\ud83cb"));

    [Theory]
    [InlineData("", true)]
    [InlineData("\u200b\u200d\u2060", true)]
    [InlineData("\u0301", true)]
    [InlineData("x", false)]
    [InlineData("🎵", false)]
    public void IsBlank_WhenNothingCanBeSeen(string text, bool expected) => Assert.Equal(expected, ChatText.IsBlank(text));
}
