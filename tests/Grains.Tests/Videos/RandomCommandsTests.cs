using ContentPages.Grains.Videos;
using ContentPages.Videos;
using FsCheck;
using FsCheck.Fluent;

namespace ContentPages.Grains.Tests.Videos;

public sealed class RandomCommandsTests
{
    /// <summary>Numbers choose commands and their parameters, so that a failing run shrinks to a short list of small numbers.</summary>
    [Fact]
    public void AnyCommandsInAnyOrder_NeverThrowAndKeepTheInvariants() =>
        Prop.ForAll<int[]>(Run).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(250));

    private static void Run(int[] numbers)
    {
        var next = 0;
        int Take(int below) => next < numbers.Length ? (int)((uint)numbers[next++] % (uint)below) : 0;
        var state = Given.Situations.Values.ElementAt(Take(Given.Situations.Count));
        var now = Given.Start.AddMinutes(5);
        while (next < numbers.Length)
        {
            now += TimeSpan.FromMinutes(new[] { 0, 0, 0, 0, 1, 1, 1, 3, 3, 60, 60, 24 * 60, 8 * 24 * 60 }[Take(13)]);
            var decision = VideoMachine.Decide(state, Command(Take, state.Attempt, now), now);
            if (decision.Rejection is not null) Assert.Empty(decision.Events);
            var after = decision.Events.Aggregate(state, VideoMachine.Apply);
            VideoInvariants.Check(after);
            VideoInvariants.CheckStep(state, after);
            state = after;
        }
    }

    private static VideoCommand Command(Func<int, int> take, int present, DateTimeOffset now)
    {
        var attempt = Math.Max(0, present + new[] { 0, 0, 0, 0, 0, -1, 1 }[take(7)]);
        var job = $"job-{attempt}" + new[] { "", "", "", "", "", "x" }[take(6)];
        var at = now.AddSeconds(-take(300));
        return take(18) switch
        {
            0 => new VideoCommand.Create(Given.Id, Given.Video with { OwnerId = $"owner-{take(2)}", Source = Given.Video.Source with { Size = take(2) == 0 ? Given.Size : 5 } }),
            1 => new VideoCommand.BeginUpload($"upload-{take(2)}"),
            2 => new VideoCommand.ArriveSource(take(4) == 0 ? 1 : Given.Size),
            3 or 4 => new VideoCommand.AcceptJob(attempt, job),
            5 or 6 => Given.Report(new JobProgressed(job, attempt, at, (TranscodePhase)take(4), take(3) == 0 ? null : take(130) - 10, take(3), take(2) == 0)),
            7 => Given.Report(new JobCompleted(job, attempt, at, Given.Media(take(5) == 0 ? 9 : attempt))),
            8 => Given.Report(new JobFailed(job, attempt, at, new[] { 0, 1010, 1040, 1550, 1999 }[take(5)], "")),
            9 => Given.Report(new JobCanceled(job, attempt, at)),
            10 => new VideoCommand.LoseJob(job),
            11 => new VideoCommand.MarkPlayable(attempt, "master.m3u8", take(2) == 0 ? null : "poster.jpg"),
            12 => new VideoCommand.Update(Given.Video.Details with { Title = $"{take(3)}", Visibility = (Visibility)take(3), TrackId = take(2) == 0 ? null : "t" }),
            13 => new VideoCommand.Retry(),
            14 => take(6) == 0 ? new VideoCommand.Delete() : new VideoCommand.Finish(PendingWork.RemoveLeftovers),
            15 => new VideoCommand.Defer(),
            16 => new VideoCommand.CreateRecorded(Given.Id, Given.Recorded with { Recording = Given.Recorded.Recording with { Session = take(2) + 1 } }),
            _ => Given.Report(Given.Progress(TranscodePhase.Transcoding, take(100), now, job, attempt)),
        };
    }
}
