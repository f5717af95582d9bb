using ContentPages.Grains.Streams;
using ContentPages.Streams;
using FsCheck;
using FsCheck.Fluent;

namespace ContentPages.Grains.Tests.Streams;

public sealed class RandomStreamCommandsTests
{
    /// <summary>Numbers choose commands and their parameters, so that a failing run shrinks to a short list of small numbers.</summary>
    [Fact]
    public void AnyCommandsInAnyOrder_NeverThrowAndKeepTheInvariants() =>
        Prop.ForAll<int[]>(Run).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(250));

    private static void Run(int[] numbers)
    {
        var next = 0;
        int Take(int below) => next < numbers.Length ? (int)((uint)numbers[next++] % (uint)below) : 0;
        var state = GivenStream.Situations.Values.ElementAt(Take(GivenStream.Situations.Count));
        var now = GivenStream.T0.AddMinutes(15);
        while (next < numbers.Length)
        {
            now += TimeSpan.FromSeconds(new[] { 0, 0, 0, 1, 1, 5, 5, 30, 60, 60, 900, 3_600, 90_000 }[Take(13)]);
            var decision = LiveStreamMachine.Decide(state, Command(Take, state, now), now);
            if (decision.Rejection is not null) Assert.Empty(decision.Events);
            var after = decision.Events.Aggregate(state, LiveStreamMachine.Apply);
            StreamInvariants.Check(after);
            StreamInvariants.CheckStep(state, after);
            state = after;
        }
    }

    private static LiveStreamCommand Command(Func<int, int> take, LiveStreamState state, DateTimeOffset now)
    {
        var session = Math.Max(1, (state.Session?.Number ?? 1) - new[] { 0, 0, 0, 1, 2 }[take(5)]);
        var connection = $"st-{take(9)}";
        var at = now.AddMilliseconds(-take(100_000) + 100);
        return take(24) switch
        {
            0 => new LiveStreamCommand.Create(GivenStream.Id, GivenStream.Stream with { OwnerId = $"owner-{take(2)}" }),
            1 => new LiveStreamCommand.Update(GivenStream.Details with
            {
                Title = $"{take(3)}", Record = take(3) > 0, Visibility = (Visibility)take(3), ScheduledFor = take(3) == 0 ? null : now.AddHours(take(48) - 24),
            }),
            2 => take(8) == 0 ? new LiveStreamCommand.Delete() : new LiveStreamCommand.Stop(),
            3 or 4 => new LiveStreamCommand.Start(take(2) == 0 ? GivenStream.Video : GivenStream.NextVideo),
            5 => new LiveStreamCommand.AcceptChannel(new($"ch-{take(2)}", null)),
            6 or 7 => new LiveStreamCommand.Arm(session),
            8 or 9 or 10 => GivenStream.Signal(connection, SignalChange.Started, at),
            11 => GivenStream.Signal(connection, (SignalChange)take(5), at, take(2) == 0 ? null : new($"code-{take(2)}", "It failed.", at)),
            12 => new LiveStreamCommand.Report(new LimitReport(at, "Ingest Bitrate", 1, 2, "bps")),
            13 => new LiveStreamCommand.Observe(take(8) == 0 ? null : take(3) == 0 ? new(StreamSignal.None, null, now) : new((StreamSignal)(1 + take(2)), connection, now)),
            14 => Recording(take, session, connection, at),
            15 => new LiveStreamCommand.FindRecording(session, take(2) == 0 ? null : ((RecordingReport)Recording(take, session, connection, at).Change)),
            16 => new LiveStreamCommand.SettleRecording(session, take(3) > 0),
            17 => new LiveStreamCommand.FinishSession(session, take(2) == 0 ? SessionWork.End : SessionWork.DropRecording),
            18 => new LiveStreamCommand.CountViewers(take(100)),
            19 => new LiveStreamCommand.CountMinute(take(100)),
            20 => new LiveStreamCommand.ExpectCover(GivenStream.Cover(take(50))),
            21 => new LiveStreamCommand.ArriveCover(GivenStream.Cover(take(50))),
            22 => new LiveStreamCommand.ForgetCovers([.. state.Covers.Unwanted.Take(take(3))]),
            _ => new LiveStreamCommand.Defer(),
        };
    }

    private static LiveStreamCommand.Report Recording(Func<int, int> take, int session, string connection, DateTimeOffset at) => new(new RecordingReport(
        at, take(3) == 0 ? "elsewhere" : $"{GivenStream.Id}-{session}", [connection], (RecordingStatus)(1 + new[] { 0, 1, 1, 3 }[take(4)]),
        take(3) == 0 ? null : GivenStream.Media(GivenStream.Video, take(3))));
}
