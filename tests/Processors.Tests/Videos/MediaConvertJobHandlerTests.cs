using System.Text.Json.Nodes;
using ContentPages.Processors.Events;
using ContentPages.Processors.Videos;
using ContentPages.Videos;

namespace ContentPages.Processors.Tests.Videos;

public sealed class MediaConvertJobHandlerTests
{
    private readonly FakeGrains _grains = new();
    private readonly MediaConvertJobHandler _handler;

    public MediaConvertJobHandlerTests() => _handler = new(_grains.Factory);

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    public static TheoryData<string, JobReport> Reports => new()
    {
        { "mediaconvert-progressing", new JobProgressed(Sample.JobId, 2, At(1671477621654), TranscodePhase.Probing) },
        { "mediaconvert-input-information", new JobProgressed(Sample.JobId, 2, At(1671476832075), TranscodePhase.Probing) },
        { "mediaconvert-status-update", new JobProgressed(Sample.JobId, 2, At(1671477681737), TranscodePhase.Transcoding, 7) },
        { "mediaconvert-status-update-null-percent", new JobProgressed(Sample.JobId, 2, At(1671477691737), TranscodePhase.Transcoding) },
        { "mediaconvert-complete", new JobCompleted(Sample.JobId, 2, At(1671477832124), new VideoMedia("file/", "file.m3u8", null, null, 30.041, 1920, 1080)) },
        { "mediaconvert-error", new JobFailed(Sample.JobId, 2, At(1671477832124), 1040, "Example error message") },
        { "mediaconvert-canceled", new JobCanceled(Sample.JobId, 2, At(1671477832124)) },
    };

    [Theory]
    [MemberData(nameof(Reports))]
    public async Task Handle_OfEachSample_ReportsItToTheVideo(string sample, JobReport expected)
    {
        Assert.Equal(HandlerResult.Handled, await Handle(Sample.Job(sample)));
        Assert.Equal([(Sample.VideoId, expected)], _grains.Reports);
    }

    [Fact]
    public void TheTable_HasEverySampleButWarnings() =>
        Assert.Equal(
            Sample.Names.Where(n => n.StartsWith("mediaconvert-", StringComparison.Ordinal)).Order(),
            Reports.Select(r => r.Data.Item1).Append("mediaconvert-new-warning").Order());

    [Fact]
    public async Task Handle_OfAWarning_IsIgnored() => Assert.Equal(HandlerResult.Ignored, await Handle(Sample.Job("mediaconvert-new-warning")));

    [Fact]
    public async Task Handle_OfJobsThatAreNotOurs_IsIgnored()
    {
        foreach (var name in Sample.Names.Where(n => n.StartsWith("mediaconvert-", StringComparison.Ordinal)))
            Assert.Equal(HandlerResult.Ignored, await Handle(Sample.Read(name)));
        Assert.Empty(_grains.Reports);
    }

    [Theory]
    [InlineData("""{"videoId":"019b0000-0000-7000-8000-000000000001"}""")]
    [InlineData("""{"attempt":"1"}""")]
    [InlineData("""{"videoId":"../../etc","attempt":"1"}""")]
    [InlineData("""{"videoId":"019B0000-0000-7000-8000-000000000001","attempt":"1"}""")]
    [InlineData("""{"videoId":7,"attempt":1}""")]
    [InlineData("""{"videoId":"019b0000-0000-7000-8000-000000000001","attempt":"0"}""")]
    [InlineData("""{"videoId":"019b0000-0000-7000-8000-000000000001","attempt":"-1"}""")]
    [InlineData("""{"videoId":"019b0000-0000-7000-8000-000000000001","attempt":"one"}""")]
    [InlineData("""{"videoId":"019b0000-0000-7000-8000-000000000001","attempt":1e99}""")]
    [InlineData("""{"videoId":"019b0000-0000-7000-8000-000000000001","attempt":1.5}""")]
    [InlineData("""{"videoId":"019b0000-0000-7000-8000-000000000001","attempt":"NaN"}""")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("\"x\"")]
    public async Task Handle_OfMetadataThatIsNotOurs_IsIgnored(string metadata)
    {
        Assert.Equal(HandlerResult.Ignored, await Handle(Sample.Job("mediaconvert-progressing").With("userMetadata", metadata)));
        Assert.Empty(_grains.Reports);
    }

    [Fact]
    public async Task Handle_OfAnAttemptWrittenAsANumber_IsHandled() =>
        Assert.Equal(HandlerResult.Handled, await Handle(
            Sample.Job("mediaconvert-progressing").With("userMetadata", """{"videoId":"019b0000-0000-7000-8000-000000000001","attempt":1}""")));

    [Theory]
    [InlineData("jobId", "null")]
    [InlineData("jobId", "\"\"")]
    [InlineData("jobId", "5")]
    [InlineData("status", "null")]
    [InlineData("status", "{}")]
    [InlineData("timestamp", "null")]
    [InlineData("timestamp", "\"now\"")]
    [InlineData("timestamp", "-1")]
    [InlineData("timestamp", "1e300")]
    [InlineData("timestamp", "253402300800000")]
    [InlineData("timestamp", "true")]
    public async Task Handle_WithoutWhatEveryJobEventHas_IsMalformed(string field, string json)
    {
        Assert.Equal(HandlerResult.Malformed, await Handle(Sample.Job("mediaconvert-progressing").With(field, json)));
        Assert.Equal(HandlerResult.Malformed, await Handle(Sample.Job("mediaconvert-progressing").Without(field)));
    }

    [Fact]
    public async Task Handle_OfAnUnknownStatus_IsIgnored() =>
        Assert.Equal(HandlerResult.Ignored, await Handle(Sample.Job("mediaconvert-progressing").With("status", "\"QUEUE_HOP\"")));

    [Theory]
    [InlineData("null", null)]
    [InlineData("[]", null)]
    [InlineData("""{"jobPercentComplete":"50"}""", 50.0)]
    [InlineData("""{"jobPercentComplete":"NaN"}""", null)]
    [InlineData("""{"jobPercentComplete":"Infinity"}""", null)]
    [InlineData("""{"jobPercentComplete":1e400}""", null)]
    [InlineData("""{"jobPercentComplete":{}}""", null)]
    [InlineData("""{"currentPhase":5,"phaseProgress":[],"jobPercentComplete":12.5}""", 12.5)]
    [InlineData("""{"phaseProgress":{"UPLOADING":null}}""", null)]
    public async Task Handle_OfOddProgress_TakesWhatCanBeRead(string progress, double? percent)
    {
        Assert.Equal(HandlerResult.Handled, await Handle(Sample.Job("mediaconvert-status-update").With("jobProgress", progress)));
        var report = Assert.IsType<JobProgressed>(Assert.Single(_grains.Reports).Report);
        Assert.Equal((TranscodePhase.Transcoding, percent, false), (report.Phase, report.Percent, report.OutputsStarted));
    }

    [Theory]
    [InlineData("PROBING", TranscodePhase.Probing)]
    [InlineData("TRANSCODING", TranscodePhase.Transcoding)]
    [InlineData("UPLOADING", TranscodePhase.Uploading)]
    [InlineData("SOMETHING_NEW", TranscodePhase.Transcoding)]
    public async Task Handle_OfAStatusUpdate_ReadsThePhase(string phase, TranscodePhase expected)
    {
        var sample = Sample.Job("mediaconvert-status-update");
        sample["detail"]!["jobProgress"]!["currentPhase"] = phase;
        await Handle(sample);
        Assert.Equal(expected, Assert.IsType<JobProgressed>(Assert.Single(_grains.Reports).Report).Phase);
    }

    [Fact]
    public async Task Handle_OnceUploadingBegan_SaysThatOutputsMayExist()
    {
        var sample = Sample.Job("mediaconvert-status-update");
        sample["detail"]!["jobProgress"]!["phaseProgress"]!["UPLOADING"]!["percentComplete"] = 1;
        await Handle(sample);
        Assert.True(Assert.IsType<JobProgressed>(Assert.Single(_grains.Reports).Report).OutputsStarted);
    }

    [Fact]
    public async Task Handle_OfOurQueuesPlace_IsQueued()
    {
        await Handle(Sample.Job("mediaconvert-status-update").With("queuePlace", "3"));
        var report = Assert.IsType<JobProgressed>(Assert.Single(_grains.Reports).Report);
        Assert.Equal((TranscodePhase.Queued, 3), (report.Phase, report.QueuePlace));
    }

    [Theory]
    [InlineData("null", 0)]
    [InlineData("\"1010\"", 1010)]
    [InlineData("1e300", int.MaxValue)]
    [InlineData("[]", 0)]
    public async Task Handle_OfAnOddErrorCode_StillFails(string code, int expected)
    {
        await Handle(Sample.Job("mediaconvert-error").With("errorCode", code).Without("errorMessage"));
        Assert.Equal((expected, ""), Assert.IsType<JobFailed>(Assert.Single(_grains.Reports).Report) is var f ? (f.ErrorCode, f.Message) : default);
    }

    [Fact]
    public async Task Handle_WhenTheGrainFails_LetsTheEventComeAgain()
    {
        _grains.Fault = new TimeoutException();
        await Assert.ThrowsAsync<TimeoutException>(() => Handle(Sample.Job("mediaconvert-progressing")));
    }

    private Task<HandlerResult> Handle(JsonNode json)
    {
        var envelope = json.Envelope();
        Assert.True(_handler.Handles(envelope));
        return _handler.Handle(envelope, CancellationToken.None);
    }
}
