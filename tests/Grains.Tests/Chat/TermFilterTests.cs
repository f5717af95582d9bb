using ContentPages.Grains.Chat;

namespace ContentPages.Grains.Tests.Chat;

public sealed class TermFilterTests
{
    [Theory]
    [InlineData("idiot", "you IDIOT!")]
    [InlineData("idiot", "an ídïôt")]
    [InlineData("idiot", "i\u0308diot")]
    [InlineData("idiot", "1d10t")]
    [InlineData("idiot", "!d!ot")]
    [InlineData("idiot", "іdіоt")]
    [InlineData("idiot", "ｉｄｉｏｔ")]
    [InlineData("idiot", "𝓲𝓭𝓲𝓸𝓽")]
    [InlineData("idiot", "ⓘⓓⓘⓞⓣ")]
    [InlineData("idiot", "id\u200bi\u00adot")]
    [InlineData("idiot", "i d i o t")]
    [InlineData("idiot", "i.d.i.o.t.")]
    [InlineData("idiot", "(idiot)")]
    [InlineData("IDÏOT", "idiot")]
    [InlineData("ass", "a$$")]
    [InlineData("ass", "@ss")]
    [InlineData("loser", "1oser")]
    [InlineData("kill yourself", "go  KILL\nyourself, now")]
    [InlineData("kill yourself", "k1ll y0urself")]
    [InlineData("naïve", "naive")]
    [InlineData("88", "18 and 88")]
    [InlineData("дурак", "ты ДУРАК")]
    [InlineData("дурак", "ты дypak")]
    [InlineData("🍆", "look 🍆🍆")]
    [InlineData("馬鹿", "お前は馬鹿だ")]
    [InlineData("c++", "I like C now")]
    public void Blocks_TheTermInDisguise(string term, string text) => Assert.True(new TermFilter([term]).Blocks(text));

    [Theory]
    [InlineData("ass", "a classic assassin passes")]
    [InlineData("idiot", "idiotic")]
    [InlineData("kill yourself", "kill time, be yourself")]
    [InlineData("kill yourself", "yourself kill")]
    [InlineData("hell", "hello")]
    [InlineData("heil", "hell")]
    [InlineData("88", "BB 888")]
    [InlineData("spam", "s p")]
    [InlineData("idiot", "")]
    [InlineData("🍆", "🍅")]
    [InlineData("sex", "Essex and sextet")]
    public void LeavesAlone_WhatIsNotTheTerm(string term, string text) => Assert.False(new TermFilter([term]).Blocks(text));

    [Fact]
    public void Blocks_EachOfMany()
    {
        var filter = new TermFilter(["one", "two words", "3 whole words"]);
        Assert.True(filter.Blocks("this is one of them"));
        Assert.True(filter.Blocks("just two words"));
        Assert.True(filter.Blocks("3 whole words"));
        Assert.False(filter.Blocks("two whole words"));
        Assert.False(new TermFilter([]).Blocks("anything"));
    }

    [Fact]
    public void AnyText_IsAnsweredWithoutThrowing()
    {
        var random = new Random(1);
        var filter = new TermFilter(["idiot", "a b", "🍆", "馬鹿", "88"]);
        for (var i = 0; i < 2_000; i++)
        {
            var text = new string([.. Enumerable.Range(0, random.Next(60)).Select(_ => (char)random.Next(random.Next(2) == 0 ? 128 : 65_536))]);
            filter.Blocks(text);
            Assert.Equal(ChatText.Clean(text), ChatText.Clean(ChatText.Clean(text)));
            Assert.True(filter.Blocks(text + " idiot "));
        }
    }
}
