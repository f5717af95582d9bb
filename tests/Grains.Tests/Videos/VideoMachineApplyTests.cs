using System.Text.Json;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

public sealed class VideoMachineApplyTests
{
    private static readonly DateTimeOffset Now = Given.Start.AddHours(1);

    private static readonly VideoEvent[] Events =
    [
        new VideoEvent.Created(Given.Id, Given.Video, VideoUploadPlan.For(Given.Size), Now),
        new VideoEvent.RecordingTaken(Given.Id, Given.Recorded, Now),
        new VideoEvent.UploadBegun("upload-1", Now),
        new VideoEvent.AttemptStarted(2, Automatic: true, Now),
        new VideoEvent.JobAccepted("job-2", Now),
        new VideoEvent.Progressed(new TranscodeProgress(TranscodePhase.Uploading, 99), Now, PhaseChanged: true, Now),
        new VideoEvent.BecamePlayable("master.m3u8", null, Now),
        new VideoEvent.Completed(Given.Media(1), Now),
        new VideoEvent.AttemptFailed(TranscodeErrors.Lost, Now),
        new VideoEvent.DetailsChanged(Given.Video.Details with { Visibility = Visibility.Private }, Now),
        new VideoEvent.Deleted(Now),
        new VideoEvent.WorkFinished(PendingWork.RemoveLeftovers, Now),
        new VideoEvent.Deferred(Now),
    ];

    [Fact]
    public void TheExamples_HaveEveryEvent() =>
        Assert.Equal(typeof(VideoEvent).GetNestedTypes().Select(t => t.Name).Order(), Events.Select(e => e.GetType().Name).Order());

    [Fact]
    public void Apply_OfAnyEventInAnySituation_AnswersAStateThatCanBeStored()
    {
        foreach (var state in Given.Situations.Values)
        {
            foreach (var happened in Events)
            {
                var next = VideoMachine.Apply(state, happened);
                var json = JsonSerializer.Serialize(next, CatalogStorage.Json);
                Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<VideoState>(json, CatalogStorage.Json), CatalogStorage.Json));
            }
        }
    }

    [Fact]
    public void Apply_Created_KeepsWhatWasDeclared()
    {
        var state = Given.Uploading;

        Assert.Equal((Given.Id, Given.Owner, "Ada", VideoStatus.Uploading), (state.Id, state.OwnerId, state.OwnerName, state.Status));
        Assert.Equal((Given.Video.Source, Given.Video.Details), (state.Source, state.Details));
        Assert.Equal((Given.Start, Given.Start, null), (state.CreatedAt, state.UpdatedAt, state.PublishedAt));
        Assert.Equal((0, PendingWork.None, null, null), (state.Attempt, state.Pending, state.Job, state.Media));
    }

    [Fact]
    public void Apply_AttemptStarted_BeginsAfreshUnderItsOwnPrefix()
    {
        var state = VideoMachine.Apply(Given.Failed, new VideoEvent.AttemptStarted(2, Automatic: false, Now));

        Assert.Equal((VideoStatus.Processing, 2, 0, Now), (state.Status, state.Attempt, state.AutomaticAttempts, state.AttemptStartedAt));
        Assert.Equal(new VideoMedia($"videos/{Given.Id}/2/"), state.Media);
        Assert.Equal((null, null), (state.Job, state.Failure));
        Assert.Equal(new TranscodeProgress(TranscodePhase.Queued), state.Progress);
        Assert.Equal(PendingWork.SubmitJob | PendingWork.RemoveLeftovers, state.Pending);
    }

    [Fact]
    public void Apply_FirstAttempt_HasNoLeftoversToRemove() => Assert.Equal(PendingWork.SubmitJob, Given.Submitting.Pending);

    [Fact]
    public void Apply_BecamePlayable_KeepsThePosterThatIsThere()
    {
        var still = VideoMachine.Apply(Given.Running, new VideoEvent.BecamePlayable("master.m3u8", "poster.jpg", Now));
        Assert.Equal("poster.jpg", VideoMachine.Apply(still, new VideoEvent.BecamePlayable("master.m3u8", null, Now)).Media!.Poster);
    }

    [Fact]
    public void Apply_FirstReadyAndPublic_SetsPublishedOnceAndForAll()
    {
        var hidden = Given.Ready.After(new VideoCommand.Update(Given.Video.Details with { Visibility = Visibility.Private }), Now);
        var shown = hidden.After(new VideoCommand.Update(Given.Video.Details), Now.AddDays(1));

        Assert.Equal(Given.Start.AddMinutes(3), Given.Ready.PublishedAt);
        Assert.Equal(Given.Start.AddMinutes(3), shown.PublishedAt);
    }

    [Fact]
    public void Apply_PrivateVideoMadePublicLater_IsPublishedThen()
    {
        var running = Given.Running.After(new VideoCommand.Update(Given.Video.Details with { Visibility = Visibility.Private }), Now);
        var ready = running.After(Given.Report(new JobCompleted(Given.Job, 1, Now, Given.Media(1))), Now);

        Assert.Null(ready.PublishedAt);
        Assert.Equal(Now.AddDays(1), ready.After(new VideoCommand.Update(Given.Video.Details), Now.AddDays(1)).PublishedAt);
    }

    [Fact]
    public void Apply_ProgressInsideAPhase_IsNotWorthAWriteAndMovesNoDueTime()
    {
        var begun = Given.Running.After(Given.Report(Given.Progress(TranscodePhase.Transcoding, 10, Now)), Now);
        var step = Assert.Single(VideoMachine.Decide(begun, Given.Report(Given.Progress(TranscodePhase.Transcoding, 20, Now.AddSeconds(5))), Now.AddSeconds(5)).Events);

        Assert.False(step.IsDurable);
        Assert.Equal(begun.DueAt, VideoMachine.Apply(begun, step).DueAt);
    }
}
