using ContentPages.Grains.Videos;
using ContentPages.Videos;
using FsCheck;
using FsCheck.Fluent;

namespace ContentPages.Grains.Tests.Videos;

/// <summary>Job events come shuffled, doubled, late, or never; with the facts that a reconciliation finds, the end is always the same.</summary>
public sealed class ShuffledEventsTests
{
    /// <summary>How each attempt ends, and how the video then does. <c>lost</c>: the transcoder no longer knows the job and sent no final event.</summary>
    public static TheoryData<string, VideoStatus, int, string?> Scripts => new()
    {
        { "complete", VideoStatus.Ready, 1, null },
        { "1010", VideoStatus.Failed, 1, "source_unreadable" },
        { "1040", VideoStatus.Failed, 1, "transcoder_setup" },
        { "canceled", VideoStatus.Failed, 1, "transcode_canceled" },
        { "1550 complete", VideoStatus.Ready, 2, null },
        { "1999 1999", VideoStatus.Failed, 2, "transcoder_interrupted" },
        { "lost complete", VideoStatus.Ready, 2, null },
        { "lost 1999", VideoStatus.Failed, 2, "transcoder_interrupted" },
        { "lost lost lost complete", VideoStatus.Ready, 4, null },
        { "lost lost lost lost", VideoStatus.Failed, 4, "transcoder_interrupted" },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public void AnyDelivery_EndsTheSameWay(string script, VideoStatus status, int attempt, string? failure)
    {
        var endings = script.Split(' ');
        var undisturbed = Deliver(endings, []);
        Assert.Equal((status, attempt, failure, PendingWork.None, null), (undisturbed.Status, undisturbed.Attempt, undisturbed.Failure?.Code, undisturbed.Pending, undisturbed.DueAt));

        Prop.ForAll<int[]>(choices => Assert.Equal(Lasting(undisturbed), Lasting(Deliver(endings, choices))))
            .Check(Config.QuickThrowOnFailure.WithMaxTest(200).WithEndSize(80));
    }

    /// <summary>Each choice delivers one of all events that are ever sent, or lets an outside answer arrive; the sweeper then does what is left.</summary>
    private static VideoState Deliver(string[] endings, int[] choices)
    {
        var events = Enumerable.Range(1, endings.Length).SelectMany(a => Sent(endings[a - 1], a)).ToList();
        var state = Given.Submitting;
        var now = Given.Start.AddMinutes(2);
        foreach (var choice in choices)
        {
            var which = (int)((uint)choice % (uint)(events.Count + 3));
            state = Step(state, which < events.Count ? Given.Report(events[which]) : Answer(state, which - events.Count), now += TimeSpan.FromSeconds(1));
        }

        for (var sweeps = 0; state.DueAt is { } due; sweeps++)
        {
            Assert.True(sweeps < 20, "The sweeper never came to an end.");
            now = due > now ? due : now;
            for (var answer = 0; answer < 3; answer++) state = Step(state, Answer(state, answer), now);
            if (state is { Status: VideoStatus.Processing, Job: { } job })
                state = Step(state, Fact(endings[state.Attempt - 1], job.JobId, state.Attempt) is { } fact ? Given.Report(fact) : new VideoCommand.LoseJob(job.JobId), now);
            state = Step(state, new VideoCommand.Defer(), now);
        }

        return state;
    }

    private static VideoState Step(VideoState state, VideoCommand? command, DateTimeOffset now)
    {
        if (command is null) return state;
        var after = state.After(command, now);
        VideoInvariants.Check(after);
        VideoInvariants.CheckStep(state, after);
        return after;
    }

    private static VideoCommand? Answer(VideoState state, int which) => which switch
    {
        0 when state.Pending.HasFlag(PendingWork.SubmitJob) => new VideoCommand.AcceptJob(state.Attempt, $"job-{state.Attempt}"),
        1 when state.Pending.HasFlag(PendingWork.RemoveLeftovers) => new VideoCommand.Finish(PendingWork.RemoveLeftovers),
        2 when state.Status is VideoStatus.Processing => new VideoCommand.MarkPlayable(state.Attempt, "master.m3u8", "poster.jpg"),
        _ => null,
    };

    private static IEnumerable<JobReport> Sent(string ending, int attempt)
    {
        var (job, t) = ($"job-{attempt}", Given.Start.AddHours(attempt));
        yield return Given.Progress(TranscodePhase.Queued, null, t, job, attempt, 2);
        yield return Given.Progress(TranscodePhase.Probing, null, t.AddSeconds(10), job, attempt);
        yield return Given.Progress(TranscodePhase.Transcoding, 10, t.AddSeconds(20), job, attempt);
        yield return Given.Progress(TranscodePhase.Transcoding, 60, t.AddSeconds(30), job, attempt);
        yield return Given.Progress(TranscodePhase.Uploading, 99, t.AddSeconds(40), job, attempt);
        if (Fact(ending, job, attempt) is { } final) yield return final;
    }

    private static JobReport? Fact(string ending, string job, int attempt)
    {
        var at = Given.Start.AddHours(attempt).AddSeconds(50);
        return ending switch
        {
            "complete" => new JobCompleted(job, attempt, at, Given.Media(attempt)),
            "canceled" => new JobCanceled(job, attempt, at),
            "lost" => null,
            var code => new JobFailed(job, attempt, at, int.Parse(code, System.Globalization.CultureInfo.InvariantCulture), ""),
        };
    }

    /// <summary>Without the times at which things happened to arrive.</summary>
    private static VideoState Lasting(VideoState state) => state with { UpdatedAt = default, PublishedAt = null, AttemptStartedAt = null, Job = null };
}
