using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

public sealed class VideoMachineJobsTests
{
    private static readonly DateTimeOffset T0 = Given.Start.AddMinutes(10);

    private static VideoState Transcoding(double percent) => Take(Given.Running, Given.Progress(TranscodePhase.Transcoding, percent, T0));

    private static VideoState Take(VideoState state, JobReport report) => state.After(Given.Report(report), report.At);

    private static IReadOnlyList<VideoEvent> Decide(VideoState state, JobReport report) => VideoMachine.Decide(state, Given.Report(report), report.At).Events;

    [Fact]
    public void Report_Late_IsIgnored() =>
        Assert.Empty(Decide(Transcoding(40), Given.Progress(TranscodePhase.Transcoding, 60, T0.AddSeconds(-1))));

    [Fact]
    public void Report_Doubled_IsIgnored() =>
        Assert.Empty(Decide(Transcoding(40), Given.Progress(TranscodePhase.Transcoding, 40, T0)));

    [Fact]
    public void Report_OfAnotherJob_IsIgnored()
    {
        Assert.Empty(Decide(Transcoding(40), Given.Progress(TranscodePhase.Transcoding, 60, T0.AddSeconds(1), job: "job-x")));
        Assert.Empty(Decide(Transcoding(40), new JobFailed("job-x", 1, T0.AddSeconds(1), 1010, "")));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void Report_OfAnotherAttempt_IsIgnored(int attempt)
    {
        Assert.Empty(Decide(Transcoding(40), new JobCompleted(Given.Job, attempt, T0.AddSeconds(1), Given.Media(attempt))));
        Assert.Empty(Decide(Given.Submitting, Given.Progress(TranscodePhase.Probing, null, T0, attempt: attempt)));
    }

    [Fact]
    public void Report_FinalWithAnEarlierTime_StillCounts()
    {
        var ready = Take(Transcoding(40), new JobCompleted(Given.Job, 1, T0.AddHours(-1), Given.Media(1)));
        Assert.Equal((VideoStatus.Ready, Given.Media(1), null), (ready.Status, ready.Media, ready.Progress));
    }

    [Fact]
    public void Report_WithALowerPercent_NeverGoesBack()
    {
        var state = Take(Transcoding(40), Given.Progress(TranscodePhase.Transcoding, 30, T0.AddSeconds(1)));
        Assert.Equal(40, state.Progress!.Percent);
    }

    [Fact]
    public void Report_WithoutPercent_KeepsTheLastOne() =>
        Assert.Equal(40, Take(Transcoding(40), Given.Progress(TranscodePhase.Uploading, null, T0.AddSeconds(1))).Progress!.Percent);

    [Theory]
    [InlineData(-20, 0)]
    [InlineData(140, 100)]
    [InlineData(double.PositiveInfinity, 100)]
    [InlineData(double.NegativeInfinity, 0)]
    public void Report_WithAPercentOutOfRange_IsClamped(double reported, double shown) =>
        Assert.Equal(shown, Take(Given.Running, Given.Progress(TranscodePhase.Transcoding, reported, T0)).Progress!.Percent);

    [Fact]
    public void Report_WithAPercentThatIsNoNumber_CountsAsNone() =>
        Assert.Equal(40, Take(Transcoding(40), Given.Progress(TranscodePhase.Uploading, double.NaN, T0.AddSeconds(1))).Progress!.Percent);

    [Fact]
    public void Report_WhileQueued_ShowsThePlaceAndNoTimeLeft()
    {
        var queued = Take(Given.Running, Given.Progress(TranscodePhase.Queued, null, T0, place: 3));
        Assert.Equal(new TranscodeProgress(TranscodePhase.Queued, null, null, 3), queued.Progress);
        Assert.Null(queued.Job!.RunningSince);
    }

    [Fact]
    public void Report_OnceRunning_ShowsNoPlace() =>
        Assert.Null(Take(Given.Running, Given.Progress(TranscodePhase.Transcoding, 5, T0, place: 3)).Progress!.QueuePlace);

    [Fact]
    public void Report_AfterAQuarter_EstimatesThreeTimesWhatItTook()
    {
        var begun = Take(Given.Running, Given.Progress(TranscodePhase.Probing, null, T0));
        Assert.Null(begun.Progress!.SecondsLeft);

        var quarter = Take(begun, Given.Progress(TranscodePhase.Transcoding, 25, T0.AddSeconds(20)));
        Assert.Equal(60, quarter.Progress!.SecondsLeft);

        var done = Take(quarter, Given.Progress(TranscodePhase.Uploading, 100, T0.AddSeconds(90)));
        Assert.Equal(0, done.Progress!.SecondsLeft);
    }

    [Fact]
    public void Report_OfLessThanOnePercent_EstimatesNothing()
    {
        var begun = Take(Given.Running, Given.Progress(TranscodePhase.Probing, null, T0));
        Assert.Null(Take(begun, Given.Progress(TranscodePhase.Transcoding, 0.9, T0.AddSeconds(20))).Progress!.SecondsLeft);
        Assert.Equal(1980, Take(begun, Given.Progress(TranscodePhase.Transcoding, 1, T0.AddSeconds(20))).Progress!.SecondsLeft);
    }

    [Fact]
    public void Report_BeforeTheSubmissionAnswered_AdoptsTheJob()
    {
        var adopted = Take(Given.Submitting, Given.Progress(TranscodePhase.Probing, null, T0));

        Assert.Equal(new JobState(Given.Job, T0, T0), adopted.Job);
        Assert.Equal(PendingWork.None, adopted.Pending);
        Assert.Empty(VideoMachine.Decide(adopted, new VideoCommand.AcceptJob(1, Given.Job), T0).Events);
    }

    [Fact]
    public void Report_FinalBeforeTheSubmissionAnswered_EndsTheAttempt()
    {
        Assert.Equal(VideoStatus.Ready, Take(Given.Submitting, new JobCompleted(Given.Job, 1, T0, Given.Media(1))).Status);
        Assert.Equal(VideoStatus.Failed, Take(Given.Submitting, new JobFailed(Given.Job, 1, T0, 1010, "")).Status);
    }

    [Theory]
    [InlineData(1550)]
    [InlineData(1999)]
    public void Report_FaultThatMayPass_GivesOneAutomaticAttempt(int code)
    {
        var second = Take(Given.Running, new JobFailed(Given.Job, 1, T0, code, ""));
        Assert.Equal((VideoStatus.Processing, 2, 1), (second.Status, second.Attempt, second.AutomaticAttempts));
        Assert.Equal((null, $"videos/{Given.Id}/2/"), (second.Job, second.Media!.Prefix));
        Assert.Equal(PendingWork.SubmitJob | PendingWork.RemoveLeftovers, second.Pending);

        var failed = Take(second.After(new VideoCommand.AcceptJob(2, "job-2"), T0), new JobFailed("job-2", 2, T0, code, ""));
        Assert.Equal((VideoStatus.Failed, 2, TranscodeErrors.Explain(code)), (failed.Status, failed.Attempt, failed.Failure));
    }

    [Fact]
    public void LoseJob_AgainAndAgain_GivesUpAfterThreeAutomaticAttempts()
    {
        var state = Given.Running;
        for (var attempt = 1; attempt <= 3; attempt++)
        {
            state = state.After(new VideoCommand.LoseJob($"job-{attempt}"), T0).After(new VideoCommand.AcceptJob(attempt + 1, $"job-{attempt + 1}"), T0);
            Assert.Equal((VideoStatus.Processing, attempt + 1, attempt), (state.Status, state.Attempt, state.AutomaticAttempts));
        }

        state = state.After(new VideoCommand.LoseJob("job-4"), T0);
        Assert.Equal((VideoStatus.Failed, 4, TranscodeErrors.Lost), (state.Status, state.Attempt, state.Failure));
    }

    [Fact]
    public void Retry_ByAPerson_GivesTheAutomaticAttemptsBack()
    {
        var failed = Take(Take(Given.Running, new JobFailed(Given.Job, 1, T0, 1999, "")), new JobFailed("job-2", 2, T0, 1999, ""));
        var retried = failed.After(new VideoCommand.Retry(), T0);
        Assert.Equal((VideoStatus.Processing, 3, 0), (retried.Status, retried.Attempt, retried.AutomaticAttempts));
    }

    [Fact]
    public void LoseJob_OfAnotherJob_IsIgnored() =>
        Assert.Empty(VideoMachine.Decide(Given.Running, new VideoCommand.LoseJob("job-x"), T0).Events);

    [Fact]
    public void AcceptJob_OfAnotherAttempt_IsIgnored() =>
        Assert.Empty(VideoMachine.Decide(Given.Submitting, new VideoCommand.AcceptJob(2, "job-2"), T0).Events);

    [Fact]
    public void Report_Canceled_FailsInAWayThatCanBeRetried() =>
        Assert.Equal(TranscodeErrors.Canceled, Take(Given.Running, new JobCanceled(Given.Job, 1, T0)).Failure);

    [Fact]
    public void Report_CompleteUnderAForeignPrefix_FailsAsOurFault()
    {
        var failed = Take(Given.Running, new JobCompleted(Given.Job, 1, T0, Given.Media(1) with { Prefix = "" }));
        Assert.Equal((VideoStatus.Failed, TranscodeErrors.Misplaced, null), (failed.Status, failed.Failure, failed.Media));
    }

    [Fact]
    public void MarkPlayable_Again_IsIgnoredUntilThereIsAPoster()
    {
        var playable = Given.Running.After(new VideoCommand.MarkPlayable(1, "master.m3u8", null), T0);
        Assert.Equal(("master.m3u8", null), (playable.Media!.Playlist, playable.Media.Poster));
        Assert.Empty(VideoMachine.Decide(playable, new VideoCommand.MarkPlayable(1, "master.m3u8", null), T0).Events);

        var still = playable.After(new VideoCommand.MarkPlayable(1, "master.m3u8", "poster.jpg"), T0);
        Assert.Equal("poster.jpg", still.Media!.Poster);
        Assert.Empty(VideoMachine.Decide(still, new VideoCommand.MarkPlayable(1, "master.m3u8", null), T0).Events);
    }

    [Fact]
    public void MarkPlayable_OfAnotherAttempt_IsIgnored() =>
        Assert.Empty(VideoMachine.Decide(Given.Running, new VideoCommand.MarkPlayable(2, "master.m3u8", null), T0).Events);
}
