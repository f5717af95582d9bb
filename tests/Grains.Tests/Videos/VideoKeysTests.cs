using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

public sealed class VideoKeysTests
{
    [Fact]
    public void Keys_OfAVideo_AreUnderItsPrefixes()
    {
        Assert.Equal($"sources/{Given.Id}/source", VideoKeys.Source(Given.Id));
        Assert.StartsWith(VideoKeys.SourcePrefix(Given.Id), VideoKeys.Source(Given.Id), StringComparison.Ordinal);
        Assert.Equal($"videos/{Given.Id}/3/", VideoKeys.AttemptPrefix(Given.Id, 3));
        Assert.StartsWith(VideoKeys.OutputPrefix(Given.Id), VideoKeys.AttemptPrefix(Given.Id, 3), StringComparison.Ordinal);
    }

    [Fact]
    public void TryParse_OfOwnKeys_FindsTheVideo()
    {
        Assert.True(VideoKeys.TryParseSource(VideoKeys.Source(Given.Id), out var source));
        Assert.True(VideoKeys.TryParseOutput(VideoKeys.AttemptPrefix(Given.Id, 1) + "a/b.m4s", out var output));
        Assert.Equal((Given.Id, Given.Id), (source, output));
    }

    [Theory]
    [InlineData("")]
    [InlineData("sources/")]
    [InlineData("sources/source")]
    [InlineData("sources//source")]
    [InlineData("sources/../source")]
    [InlineData($"sources/{Given.Id}")]
    [InlineData($"/sources/{Given.Id}/source")]
    [InlineData($"sources/{Given.Id}/x/source")]
    [InlineData("videos/")]
    [InlineData($"videos/{Given.Id}")]
    [InlineData("videos/../1/x")]
    public void TryParse_OfAnythingElse_IsFalse(string key)
    {
        Assert.False(VideoKeys.TryParseSource(key, out _));
        Assert.False(VideoKeys.TryParseOutput(key, out _));
    }
}
