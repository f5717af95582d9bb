using ContentPages.Processors.Events;
using ContentPages.Streams;

namespace ContentPages.Processors.Tests.Streams;

public sealed class StreamRecordingHandlerTests
{
    private const string Connection = "st-1A2b3c4D5e6F78ghij9Klmn";
    private const string PrefixOfIvs = "ivs/v1/123456789012/AbCdef1G2hij/2020/6/23/20/12/j8Z9O91ndcVs/";
    private static readonly DateTimeOffset At = new(2024, 9, 9, 16, 17, 26, TimeSpan.Zero);
    private readonly ChannelEventHandlers _handlers = new();

    [Theory]
    [InlineData("ivs-recording-start", RecordingStatus.Recording)]
    [InlineData("ivs-recording-start-failure", RecordingStatus.Failed)]
    [InlineData("ivs-recording-end-failure", RecordingStatus.Failed)]
    public async Task Handle_BeforeTheEnd_HasNoMedia(string sample, RecordingStatus expected)
    {
        var report = await _handlers.Report<RecordingReport>(Sample.Channel(sample));
        Assert.Equal((At, "a6RfV23ES97iyfoQ", expected, null), (report.At, report.RecordingId, report.Status, report.Media));
        Assert.Equal([Connection], report.ConnectionIds);
    }

    [Fact]
    public async Task Handle_OfIvs_sEnd_FindsThePlaylistBelowThePrefix()
    {
        var report = await _handlers.Report<RecordingReport>(Sample.Channel("ivs-recording-end"));
        Assert.Equal((At, "a6RfV23ES97iyfoQ", RecordingStatus.Finishing), (report.At, report.RecordingId, report.Status));
        Assert.Equal(["st-254sopYUvi6F78ghpO9vn0A", Connection], report.ConnectionIds);
        Assert.Equal(new RecordedMedia(PrefixOfIvs, "media/hls/master.m3u8", null, 99370.264), report.Media);
    }

    [Fact]
    public async Task Handle_OfTheLocalEnd_TakesWhatItAdds()
    {
        var report = await _handlers.Report<RecordingReport>(Sample.Local("ivs-recording-end")
            .With("recording_session_id", $"\"{Sample.StreamId}-3\"")
            .With("recording_s3_key_prefix", $"\"videos/{Sample.VideoId}/0\"")
            .With("recording_playlist", "\"master.m3u8\"")
            .With("recording_poster", "\"poster.jpg\"")
            .With("recording_duration_ms", "61250")
            .With("recording_width", "1920")
            .With("recording_height", "1080")
            .With("recording_breaks", "[12.5, 40]")
            .Without("recording_session_stream_ids"));

        Assert.Equal($"{Sample.StreamId}-3", report.RecordingId);
        Assert.Equal([Connection], report.ConnectionIds);
        Assert.NotNull(report.Media);
        Assert.Equal([12.5, 40], report.Media.Breaks!);
        Assert.Equal(
            new RecordedMedia($"videos/{Sample.VideoId}/0/", "master.m3u8", "poster.jpg", 61.25, 1920, 1080), report.Media with { Breaks = null });
    }

    [Theory]
    [InlineData("recording_s3_key_prefix", "\"\"")]
    [InlineData("recording_s3_key_prefix", "\"/\"")]
    [InlineData("recording_s3_key_prefix", "null")]
    [InlineData("recording_s3_key_prefix", "\"videos/../keys\"")]
    [InlineData("recording_playlist", "\"\"")]
    [InlineData("recording_playlist", "\"../../../keys/key\"")]
    [InlineData("recording_playlist", "\"/etc/passwd\"")]
    [InlineData("recording_poster", "\"a//b\"")]
    [InlineData("recording_session_id", "\"\"")]
    [InlineData("recording_session_id", "null")]
    [InlineData("recording_status", "null")]
    public Task Handle_OfAnEndThatDoesNotSayWhereItIs_IsMalformed(string field, string json) =>
        _handlers.Refuse(HandlerResult.Malformed, Sample.Local("ivs-recording-end").With(field, json));

    [Theory]
    [InlineData("recording_duration_ms", "null")]
    [InlineData("recording_duration_ms", "-5")]
    [InlineData("recording_duration_ms", "\"long\"")]
    public async Task Handle_OfAnOddDuration_IsZero(string field, string json) =>
        Assert.Equal(0, (await _handlers.Report<RecordingReport>(Sample.Local("ivs-recording-end").With(field, json))).Media!.DurationSeconds);

    [Fact]
    public async Task Handle_OfOddSizesAndBreaks_TakesWhatCanBeRead()
    {
        var report = await _handlers.Report<RecordingReport>(Sample.Local("ivs-recording-end")
            .With("recording_width", "4294967297")
            .With("recording_height", "-1")
            .With("recording_breaks", """[null, "3", -1, 1e400, 7, {}]"""));

        Assert.Equal((0, 0), (report.Media!.Width, report.Media.Height));
        Assert.Equal([7], report.Media.Breaks!);
    }

    [Fact]
    public Task Handle_OfAnUnknownStatus_IsIgnored() =>
        _handlers.Refuse(HandlerResult.Ignored, Sample.Channel("ivs-recording-end").With("recording_status", "\"Recording Paused\""));
}
