using ContentPages.Backends.Local.Videos;

namespace ContentPages.Backends.Tests.Videos;

public sealed class FailureReaderTests
{
    [Theory]
    [InlineData(1, "[error] av_interleaved_write_frame(): No space left on device", 1040)]
    [InlineData(1, "[error] 720p/00001.m4s.tmp: Permission denied", 1040)]
    [InlineData(153, "", 1040)]
    [InlineData(137, "", 1550)]
    [InlineData(139, "", 1550)]
    [InlineData(1, "[error] file:/x: Invalid data found when processing input", 1020)]
    [InlineData(1, "[error] Decoder (codec none) not found for input stream #0:0", 1030)]
    [InlineData(1, "[error] Something new", 1999)]
    public void A_failed_run_is_somebodys_fault(int exitCode, string errors, int code) =>
        Assert.Equal(code, FailureReader.OfEncode(new ChildResult(exitCode, "", errors, TimedOut: false)).Code);

    [Fact]
    public void Running_out_of_time_may_pass() =>
        Assert.Equal(1550, FailureReader.OfEncode(new ChildResult(137, "", "Invalid data found", TimedOut: true)).Code);

    [Theory]
    [InlineData(1, "x: Invalid data found when processing input", 1010)]
    [InlineData(1, "Picture size 99999x99999 exceeds specified max pixel count 67108864", 1030)]
    [InlineData(1, "x: Permission denied", 1040)]
    [InlineData(137, "", 1550)]
    public void A_failed_look_is_somebodys_fault(int exitCode, string errors, int code) =>
        Assert.Equal(code, FailureReader.OfProbe(new ChildResult(exitCode, "", errors, TimedOut: false)).Code);
}
