using ContentPages.Backends.Local.Streams.Channels;

namespace ContentPages.Backends.Tests.Streams.Channels;

public sealed class StreamKeyTests
{
    private const string Id = "0197c1f0-0000-7000-8000-0123456789ab";
    private const string Secret = "00112233445566778899aabbccddeeff";

    [Fact]
    public void A_key_names_its_stream_and_holds_the_secret()
    {
        var key = StreamKey.Of(Id, Secret);

        Assert.Equal("0197c1f00000700080000123456789ab_00112233445566778899aabbccddeeff", key);
        Assert.True(StreamKey.TryParse(key, out var streamId, out var secret));
        Assert.Equal((Id, Secret), (streamId, secret));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("_")]
    [InlineData("st-00112233445566778899aabbccddeeff")]
    [InlineData("0197c1f00000700080000123456789ab-00112233445566778899aabbccddeeff")]
    [InlineData("../../../../../../../etc/passwd0_00112233445566778899aabbccddeeff")]
    [InlineData("0197c1f00000700080000123456789ab_00112233445566778899aabbccddeef")]
    public void What_has_not_the_shape_of_a_key_is_none(string? text) => Assert.False(StreamKey.TryParse(text, out _, out _));

    [Fact]
    public void Secrets_are_128_bits_and_never_the_same()
    {
        var secrets = Enumerable.Range(0, 100).Select(_ => StreamKey.NewSecret()).ToHashSet();

        Assert.Equal(100, secrets.Count);
        Assert.All(secrets, secret => Assert.Matches("^[0-9a-f]{32}$", secret));
    }

    [Fact]
    public void Only_equal_secrets_are_the_same()
    {
        Assert.True(StreamKey.Same(Secret, Secret));
        Assert.False(StreamKey.Same(Secret, Secret[..^1]));
        Assert.False(StreamKey.Same(Secret, Secret[..^1] + "0"));
    }
}
