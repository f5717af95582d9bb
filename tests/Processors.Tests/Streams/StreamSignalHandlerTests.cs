using ContentPages.Processors.Events;
using ContentPages.Streams;

namespace ContentPages.Processors.Tests.Streams;

public sealed class StreamSignalHandlerTests
{
    private const string Connection = "st-1A2b3c4D5e6F78ghij9Klmn";
    private static readonly DateTimeOffset At = new(2024, 9, 9, 16, 17, 26, TimeSpan.Zero);
    private readonly ChannelEventHandlers _handlers = new();

    public static TheoryData<string, SignalReport> Reports => new()
    {
        { "ivs-stream-start", new SignalReport(At, Connection, SignalChange.Started) },
        { "ivs-stream-takeover", new SignalReport(At, Connection, SignalChange.Started) },
        { "ivs-stream-end", new SignalReport(At, Connection, SignalChange.Ended) },
        {
            "ivs-stream-failure",
            new SignalReport(
                At, Connection, SignalChange.Failed, new StreamTrouble("stream_failure", "Transcode capacity exceeded. Please try again.", At))
        },
        {
            "ivs-session-ended",
            new SignalReport(At, Connection, SignalChange.Failed, new StreamTrouble(
                "multitrack_input_not_allowed", "The live video could not be processed. Check your encoder's settings and try again.", At))
        },
        { "ivs-starvation-start", new SignalReport(At, Connection, SignalChange.Starved) },
        { "ivs-starvation-end", new SignalReport(At, Connection, SignalChange.Recovered) },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Handle_OfEachSample_ReportsItToTheStream(string sample, SignalReport expected) =>
        Assert.Equal(expected, await _handlers.Report<SignalReport>(Sample.Channel(sample)));

    [Fact]
    public Task Handle_OfACreatedSession_IsIgnored() => _handlers.Refuse(HandlerResult.Ignored, Sample.Channel("ivs-session-created"));

    [Theory]
    [InlineData("Stream Takeover Failure")]
    [InlineData("Something New")]
    public Task Handle_OfWhatTellsNothing_IsIgnored(string name) =>
        _handlers.Refuse(HandlerResult.Ignored, Sample.Channel("ivs-stream-start").With("event_name", $"\"{name}\""));

    [Fact]
    public async Task Handle_OfASessionThatEndedWithoutACode_IsAnEnd()
    {
        Assert.Equal(
            new SignalReport(At, Connection, SignalChange.Ended),
            await _handlers.Report<SignalReport>(Sample.Channel("ivs-session-ended").Without("code")));
        Assert.Equal(
            new SignalReport(At, Connection, SignalChange.Ended),
            await _handlers.Report<SignalReport>(Sample.Channel("ivs-session-ended").With("code", "\"\"")));
    }

    [Fact]
    public async Task Handle_OfALocalFailure_HasItsCodeAndSentence()
    {
        var report = await _handlers.Report<SignalReport>(
            Sample.Local("ivs-stream-failure").With("code", "\"video_codec\"").With("reason", "\"Send H.264: set it in your encoder.\""));

        var at = At.AddMilliseconds(250);
        Assert.Equal(
            new SignalReport(at, Connection, SignalChange.Failed, new StreamTrouble("video_codec", "Send H.264: set it in your encoder.", at)), report);
    }

    [Theory]
    [InlineData("event_name", "null")]
    [InlineData("event_name", "5")]
    [InlineData("stream_id", "null")]
    [InlineData("stream_id", "\"\"")]
    [InlineData("stream_id", "[]")]
    public async Task Handle_WithoutWhatEveryOneHas_IsMalformed(string field, string json)
    {
        await _handlers.Refuse(HandlerResult.Malformed, Sample.Channel("ivs-stream-start").With(field, json));
        await _handlers.Refuse(HandlerResult.Malformed, Sample.Channel("ivs-stream-start").Without(field));
    }
}
