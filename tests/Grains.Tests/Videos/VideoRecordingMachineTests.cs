using ContentPages.Grains.Videos;
using ContentPages.Streams;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

/// <summary>A video that is the recording of a live session can be watched from its first moment to its last.</summary>
public sealed class VideoRecordingMachineTests
{
    private static readonly DateTimeOffset Now = Given.Start.AddMinutes(10);

    private static readonly VideoMedia Recorded = new($"videos/{Given.Id}/0/", "playlist.m3u8", "poster.jpg", null, 60, 1280, 720);

    [Fact]
    public void CreateRecorded_IsWatchableAndItsFirstAttemptBegins()
    {
        var state = Given.Recording;
        Assert.Equal((VideoStatus.Processing, 1, Recorded, Given.Recorded.Recording), (state.Status, state.Attempt, state.Media, state.Recording));
        Assert.Equal((Given.Owner, "Ada", Given.Recorded.Details), (state.OwnerId, state.OwnerName, state.Details));
        Assert.True(state.CatalogListed);
        Assert.Equal(Given.Start, state.PublishedAt);
    }

    [Fact]
    public void CreateRecorded_Again_IsTheSameVideo()
    {
        var again = new VideoCommand.CreateRecorded(Given.Id, Given.Recorded);
        foreach (var state in new[] { Given.Recording, Given.RecordingFailed, Ready(), Given.Recording.After(new VideoCommand.Delete(), Now) })
            Assert.Equal((0, null), VideoMachine.Decide(state, again, Now) is var d ? (d.Events.Count, d.Rejection) : default);
        var other = new VideoCommand.CreateRecorded(Given.Id, Given.Recorded with { Recording = Given.Recorded.Recording with { Session = 3 } });
        Assert.Equal("video_state", VideoMachine.Decide(Given.Recording, other, Now).Rejection!.Code);
    }

    [Fact]
    public void Completed_SwitchesToTheRenditions() => Assert.Equal((VideoStatus.Ready, Given.Media(1)), (Ready().Status, Ready().Media));

    [Fact]
    public void MarkPlayable_OfAHalfMadeRendition_DoesNotReplaceTheRecording() =>
        Assert.Empty(VideoMachine.Decide(Given.Recording, new VideoCommand.MarkPlayable(1, "master.m3u8", "poster.jpg"), Now).Events);

    [Fact]
    public void Failure_LeavesTheRecordingWatchableAndListed()
    {
        var failed = Given.RecordingFailed;
        Assert.Equal((VideoStatus.Failed, Recorded, true, true), (failed.Status, failed.Media, failed.CatalogListed, failed.Failure!.Retryable));
        Assert.Equal("The smaller versions of this recording could not be made. It can be watched as it was recorded: try again later.", failed.Failure.Reason);

        var hopeless = Given.Recording.After(Given.Report(new JobFailed(Given.Job, 1, Now, 1010, "")), Now);
        Assert.Equal((Recorded, false, "source_unreadable"), (hopeless.Media, hopeless.Failure!.Retryable, hopeless.Failure.Code));
        Assert.Equal("No smaller versions can be made of this recording. It can be watched as it was recorded.", hopeless.Failure.Reason);
    }

    [Fact]
    public void Retry_KeepsTheRecordingMeanwhile()
    {
        var again = Given.RecordingFailed.After(new VideoCommand.Retry(), Now);
        Assert.Equal((VideoStatus.Processing, 2, Recorded), (again.Status, again.Attempt, again.Media));
    }

    [Fact]
    public void Private_IsNotListed() => Assert.False((Given.Recording with { Details = Given.Recorded.Details with { Visibility = Visibility.Private } }).CatalogListed);

    [Fact]
    public void Deleted_IsNotListedAndHasNoMedia() =>
        Assert.Equal((false, null), Given.Recording.After(new VideoCommand.Delete(), Now) is var s ? (s.CatalogListed, s.Media) : default);

    [Fact]
    public void Snapshot_NamesTheSession() =>
        Assert.Equal(new VideoRecording("stream-1", 2, Given.Start.AddHours(-1), new RecordedMedia($"videos/{Given.Id}/0/", "playlist.m3u8", "poster.jpg", 60, 1280, 720)), VideoSnapshots.Of(Given.Recording, "1").Recording);

    private static VideoState Ready() => Given.Recording.After(Given.Report(new JobCompleted(Given.Job, 1, Now, Given.Media(1))), Now);
}
