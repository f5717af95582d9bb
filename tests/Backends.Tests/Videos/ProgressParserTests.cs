using ContentPages.Backends.Local.Videos;

namespace ContentPages.Backends.Tests.Videos;

public sealed class ProgressParserTests
{
    private readonly ProgressParser _parser = new();

    [Fact]
    public void A_block_is_told_at_its_end()
    {
        Assert.Null(_parser.Accept("frame=120"));
        Assert.Null(_parser.Accept("fps=30.0"));
        Assert.Null(_parser.Accept("out_time_us=4000000"));
        Assert.Equal(new EncodeProgress(120, 4, Ended: false), _parser.Accept("progress=continue"));
        Assert.Equal(new EncodeProgress(120, 4, Ended: true), _parser.Accept("progress=end"));
    }

    [Theory]
    [InlineData("out_time_us=N/A")]
    [InlineData("out_time_us=-9223372036854775807")]
    [InlineData("out_time_us=3000000")]
    [InlineData("frame=")]
    [InlineData("no sense")]
    [InlineData("")]
    public void Nonsense_and_steps_back_change_nothing(string line)
    {
        _parser.Accept("out_time_us=4000000");
        Assert.Null(_parser.Accept(line));
        Assert.Equal(new EncodeProgress(0, 4, Ended: false), _parser.Accept("progress=continue"));
    }
}
