using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

public sealed class VideoScheduleTests
{
    private static readonly DateTimeOffset Now = Given.Start;

    [Fact]
    public void DueAt_OfEveryStatusAndPendingWork_IsThereExactlyWhileSomethingIsOpen()
    {
        foreach (var status in Enum.GetValues<VideoStatus>())
        {
            for (var pending = PendingWork.None; pending <= (PendingWork)7; pending++)
            {
                var open = pending != PendingWork.None || status is VideoStatus.Uploading or VideoStatus.Processing;
                Assert.Equal(open, VideoSchedule.DueAt(new VideoState { Status = status, Pending = pending }, Now) is not null);
            }
        }
    }

    [Theory]
    [InlineData(VideoStatus.Uploading, PendingWork.None, 600)]
    [InlineData(VideoStatus.Processing, PendingWork.None, 120)]
    [InlineData(VideoStatus.Processing, PendingWork.SubmitJob, 30)]
    [InlineData(VideoStatus.Deleted, PendingWork.RemoveEverything, 30)]
    public void DueAt_WaitsAsLongAsTheWorkCan(VideoStatus status, PendingWork pending, int seconds) =>
        Assert.Equal(Now.AddSeconds(seconds), VideoSchedule.DueAt(new VideoState { Status = status, Pending = pending }, Now));

    [Fact]
    public void Defer_BeforeItIsDue_DoesNothing()
    {
        Assert.Empty(VideoMachine.Decide(Given.Running, new VideoCommand.Defer(), Given.Running.DueAt!.Value.AddTicks(-1)).Events);
        Assert.IsType<VideoEvent.Deferred>(Assert.Single(VideoMachine.Decide(Given.Running, new VideoCommand.Defer(), Given.Running.DueAt!.Value).Events));
    }

    [Fact]
    public void Defer_OfAnUploadAfterSevenDays_GivesItUp()
    {
        var almost = VideoMachine.Decide(Given.Uploading, new VideoCommand.Defer(), Given.Start.AddDays(7).AddTicks(-1));
        Assert.IsType<VideoEvent.Deferred>(Assert.Single(almost.Events));

        var failed = Given.Uploading.After(new VideoCommand.Defer(), Given.Start.AddDays(7));
        Assert.Equal((VideoStatus.Failed, TranscodeErrors.UploadAbandoned, PendingWork.RemoveLeftovers), (failed.Status, failed.Failure, failed.Pending));
    }

    [Fact]
    public void Defer_OfAnAttemptAfterADay_GivesItUp()
    {
        var started = Given.Start.AddMinutes(1);
        Assert.Equal(VideoStatus.Processing, Given.Running.After(new VideoCommand.Defer(), started.AddDays(1).AddTicks(-1)).Status);
        Assert.Equal(TranscodeErrors.TookTooLong, Given.Running.After(new VideoCommand.Defer(), started.AddDays(1)).Failure);
        Assert.Equal(TranscodeErrors.TookTooLong, Given.Submitting.After(new VideoCommand.Defer(), started.AddDays(1)).Failure);
    }
}
