using ContentPages.Grains.Videos;

namespace ContentPages.Grains.Tests.Videos;

public sealed class TranscodeErrorsTests
{
    [Theory]
    [InlineData("source_unreadable", false, 1010, 1020, 1021)]
    [InlineData("source_unsupported", false, 1030)]
    [InlineData("source_not_media", false, 1075, 1076)]
    [InlineData("transcoder_setup", true, 1040, 1401, 1404, 1432, 1433, 1434, 1515)]
    [InlineData("transcoder_interrupted", true, 1550, 1999)]
    [InlineData("transcode_failed", true, 0, 1, 1431, 1435, -1, int.MaxValue)]
    public void Explain_EveryKnownCode_SaysWhoseFaultItIs(string code, bool retryable, params int[] errors)
    {
        foreach (var error in errors)
        {
            var failure = TranscodeErrors.Explain(error);
            Assert.Equal((code, retryable), (failure.Code, failure.Retryable));
            Assert.EndsWith(".", failure.Reason, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void MayPass_OnlyForPassingFaults() =>
        Assert.Equal([1550, 1999], Enumerable.Range(1000, 1000).Where(TranscodeErrors.MayPass));

    [Fact]
    public void WrongSize_NamesBothSizes() =>
        Assert.Equal("The file that arrived has 3 bytes, but 5 were announced. Upload it again.", TranscodeErrors.WrongSize(5, 3).Reason);
}
