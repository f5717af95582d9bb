using ContentPages.Processors.Events;
using ContentPages.Streams;

namespace ContentPages.Processors.Tests.Streams;

public sealed class StreamLimitHandlerTests
{
    private readonly ChannelEventHandlers _handlers = new();

    [Fact]
    public async Task Handle_OfAChannel_sBreach_TellsTheStream() => Assert.Equal(
        new LimitReport(new DateTimeOffset(2024, 9, 9, 16, 17, 26, TimeSpan.Zero), "Ingest Bitrate", 1234, 3, "bits per second"),
        await _handlers.Report<LimitReport>(Sample.Channel("ivs-limit-breach-ingest-bitrate")));

    [Fact]
    public Task Handle_OfTheAccount_sBreach_IsIgnored() =>
        _handlers.Refuse(HandlerResult.Ignored, Sample.Read("ivs-limit-breach-concurrent-viewers"));

    [Theory]
    [InlineData("limit_name", "null")]
    [InlineData("limit_name", "\"\"")]
    [InlineData("limit_value", "null")]
    [InlineData("limit_value", "\"much\"")]
    [InlineData("exceeded_by", "[]")]
    public Task Handle_WithoutItsNumbers_IsMalformed(string field, string json) =>
        _handlers.Refuse(HandlerResult.Malformed, Sample.Channel("ivs-limit-breach-ingest-bitrate").With(field, json));
}
