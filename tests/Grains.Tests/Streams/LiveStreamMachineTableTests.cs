using ContentPages.Grains.Streams;
using ContentPages.Streams;

namespace ContentPages.Grains.Tests.Streams;

/// <summary>Every command in every situation.</summary>
public sealed class LiveStreamMachineTableTests
{
    /// <summary>
    /// Rows: commands; columns: situations of <see cref="GivenStream"/>. A cell holds the events, <c>-</c> for none, or <c>!code</c> for a rejection.
    /// </summary>
    private const string Expected = """
        command                None              Created                   Offline                   Scheduled                 Preview                   Starting                  Armed                     Live                                  Reconnecting       Stopping                         Ended              Recorded       Settled        LiveAgain                Deleted
        Create                 Created           -                         -                         -                         -                         !stream_state             !stream_state             !stream_state                         !stream_state      !stream_state                    !stream_state      !stream_state  !stream_state  !stream_state            !stream_state
        Update                 !stream_not_found DetailsChanged            DetailsChanged            DetailsChanged            DetailsChanged            DetailsChanged            DetailsChanged            DetailsChanged                        DetailsChanged     DetailsChanged                   DetailsChanged     DetailsChanged DetailsChanged DetailsChanged           !stream_not_found
        Delete                 !stream_not_found Deleted                   Deleted                   Deleted                   Deleted                   !stream_state             !stream_state             !stream_state                         !stream_state      Deleted                          Deleted            Deleted        Deleted        !stream_state            -
        Start                  !stream_not_found SessionStarted            SessionStarted            SessionStarted            SessionStarted            -                         -                         -                                     -                  SessionStarted                   SessionStarted     SessionStarted SessionStarted -                        !stream_not_found
        Stop                   !stream_not_found !stream_state             !stream_state             !stream_state             !stream_state             SessionEnded              SessionEnded              SessionEnded                          SessionEnded       -                                -                  -              -              SessionEnded             !stream_not_found
        AcceptChannel          -                 ChannelMade               -                         -                         -                         -                         -                         -                                     -                  -                                -                  -              -              -                        -
        Arm                    -                 -                         -                         -                         -                         SessionArmed              -                         -                                     -                  -                                -                  -              -              -                        -
        Report:Started         -                 Connected                 Connected                 Connected                 Connected                 Connected                 Connected+WentLive        Connected                             Connected+Resumed  Connected                        Connected          Connected      Connected      Connected                -
        Report:Ended           -                 Disconnected              Disconnected              Disconnected              Disconnected              Disconnected              Disconnected              Disconnected+Interrupted              -                  Disconnected                     -                  -              -              -                        -
        Report:Failed          -                 Disconnected+TroubleFound Disconnected+TroubleFound Disconnected+TroubleFound Disconnected+TroubleFound Disconnected+TroubleFound Disconnected+TroubleFound Disconnected+Interrupted+TroubleFound TroubleFound       Disconnected+TroubleFound        TroubleFound       TroubleFound   TroubleFound   TroubleFound             -
        Report:Starved         -                 -                         -                         -                         SignalChanged             -                         -                         SignalChanged                         -                  SignalChanged                    -                  -              -              -                        -
        Report:Recovered       -                 -                         -                         -                         -                         -                         -                         -                                     -                  -                                -                  -              -              -                        -
        Report:RecordingReport -                 -                         -                         -                         -                         RecordingCompleted        RecordingCompleted        RecordingCompleted                    RecordingCompleted RecordingCompleted               RecordingCompleted -              -              RecordingCompleted       -
        Report:LimitReport     -                 TroubleFound              TroubleFound              TroubleFound              TroubleFound              TroubleFound              TroubleFound              TroubleFound                          TroubleFound       TroubleFound                     TroubleFound       TroubleFound   TroubleFound   TroubleFound             -
        Observe                -                 -                         -                         -                         Disconnected              -                         -                         Disconnected+Interrupted              -                  Disconnected                     -                  -              -              Disconnected+Interrupted -
        FindRecording          -                 -                         -                         -                         -                         -                         -                         -                                     -                  -                                -                  -              -              -                        -
        SettleRecording        -                 -                         -                         -                         -                         -                         -                         -                                     -                  -                                -                  RecordingReady -              -                        -
        FinishSession          -                 -                         -                         -                         -                         -                         -                         -                                     -                  SessionWorkFinished+Disconnected -                  -              -              -                        -
        Finish                 -                 -                         -                         -                         -                         -                         -                         -                                     -                  -                                -                  -              -              -                        -
        CountViewers           -                 -                         -                         -                         -                         -                         -                         ViewersChanged                        ViewersChanged     -                                -                  -              -              ViewersChanged           -
        CountMinute            -                 -                         -                         -                         -                         -                         -                         MinutePassed                          MinutePassed       -                                -                  -              -              MinutePassed             -
        ExpectCover            !stream_not_found CoverExpected             CoverExpected             CoverExpected             CoverExpected             CoverExpected             CoverExpected             CoverExpected                         CoverExpected      CoverExpected                    CoverExpected      CoverExpected  CoverExpected  CoverExpected            !stream_not_found
        ArriveCover            -                 CoverChanged              CoverChanged              CoverChanged              CoverChanged              CoverChanged              CoverChanged              CoverChanged                          CoverChanged       CoverChanged                     CoverChanged       CoverChanged   CoverChanged   CoverChanged             -
        ForgetCovers           -                 -                         -                         -                         -                         -                         -                         -                                     -                  -                                -                  -              -              -                        -
        Defer                  -                 Deferred                  -                         -                         Deferred                  Deferred                  Deferred                  Deferred                              SessionEnded       Deferred                         Deferred           Deferred       -              Deferred                 Deferred
        """;

    private static readonly DateTimeOffset Now = GivenStream.T0.AddMinutes(11);

    private static readonly IReadOnlyDictionary<string, LiveStreamCommand> Commands = new Dictionary<string, LiveStreamCommand>
    {
        ["Create"] = new LiveStreamCommand.Create(GivenStream.Id, GivenStream.Stream),
        ["Update"] = new LiveStreamCommand.Update(GivenStream.Details with { Title = "Later show" }),
        ["Delete"] = new LiveStreamCommand.Delete(),
        ["Start"] = new LiveStreamCommand.Start(GivenStream.NextVideo),
        ["Stop"] = new LiveStreamCommand.Stop(),
        ["AcceptChannel"] = new LiveStreamCommand.AcceptChannel(GivenStream.Channel),
        ["Arm"] = new LiveStreamCommand.Arm(1),
        ["Report:Started"] = GivenStream.Signal("st-3", SignalChange.Started, Now),
        ["Report:Ended"] = GivenStream.Signal(GivenStream.Connection, SignalChange.Ended, Now),
        ["Report:Failed"] = GivenStream.Signal(GivenStream.Connection, SignalChange.Failed, Now, new("video_codec", "Set H.264.", Now)),
        ["Report:Starved"] = GivenStream.Signal(GivenStream.Connection, SignalChange.Starved, Now),
        ["Report:Recovered"] = GivenStream.Signal(GivenStream.Connection, SignalChange.Recovered, Now),
        ["Report:RecordingReport"] = GivenStream.Complete(),
        ["Report:LimitReport"] = new LiveStreamCommand.Report(new LimitReport(Now, "Ingest Bitrate", 6_000_000, 1, "bits per second")),
        ["Observe"] = new LiveStreamCommand.Observe(new(StreamSignal.None, null, Now)),
        ["FindRecording"] = new LiveStreamCommand.FindRecording(1, null),
        ["SettleRecording"] = new LiveStreamCommand.SettleRecording(1, Ready: true),
        ["FinishSession"] = new LiveStreamCommand.FinishSession(1, SessionWork.End),
        ["Finish"] = new LiveStreamCommand.Finish(StreamWork.RemoveCovers),
        ["CountViewers"] = new LiveStreamCommand.CountViewers(7),
        ["CountMinute"] = new LiveStreamCommand.CountMinute(7),
        ["ExpectCover"] = new LiveStreamCommand.ExpectCover(GivenStream.Cover(1)),
        ["ArriveCover"] = new LiveStreamCommand.ArriveCover(GivenStream.Cover(1)),
        ["ForgetCovers"] = new LiveStreamCommand.ForgetCovers([GivenStream.Cover(1)]),
        ["Defer"] = new LiveStreamCommand.Defer(),
    };

    public static TheoryData<string, string, string> Cells()
    {
        var lines = Expected.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var cells = new TheoryData<string, string, string>();
        foreach (var row in lines.Skip(1))
            foreach (var (situation, expected) in lines[0].Skip(1).Zip(row.Skip(1)))
                cells.Add(situation, row[0], expected);
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Decide_InEverySituation_AnswersWhatTheTableSays(string situation, string command, string expected)
    {
        var decision = LiveStreamMachine.Decide(GivenStream.Situations[situation], Commands[command], Now);

        Assert.Equal(expected, Answer(GivenStream.Situations[situation], Commands[command]));
        Assert.All(decision.Events, e => Assert.Equal(Now, e.At));
        if (decision.Rejection is not null) Assert.Empty(decision.Events);
        StreamInvariants.Check(decision.Events.Aggregate(GivenStream.Situations[situation], LiveStreamMachine.Apply));
    }

    private static string Answer(LiveStreamState state, LiveStreamCommand command)
    {
        var decision = LiveStreamMachine.Decide(state, command, Now);
        return decision.Rejection is { } rejection ? $"!{rejection.Code}"
            : decision.Events.Count == 0 ? "-"
            : string.Join('+', decision.Events.Select(e => e.GetType().Name));
    }

    [Fact]
    public void TheTable_HasEveryCommandReportAndStatus()
    {
        var rows = Cells().Select(c => c.Data.Item2).Distinct().ToList();
        var reports = typeof(ChannelReport).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(ChannelReport)) && t != typeof(SignalReport)).Select(t => t.Name)
            .Concat(Enum.GetNames<SignalChange>()).Select(n => $"Report:{n}");
        var commands = typeof(LiveStreamCommand).GetNestedTypes().Where(t => t != typeof(LiveStreamCommand.Report)).Select(t => t.Name);

        Assert.Equal(commands.Concat(reports).Order(), rows.Order());
        Assert.Equal(Commands.Keys.Order(), rows.Order());
        Assert.Equal(Enum.GetValues<StreamStatus>(), GivenStream.Situations.Values.Select(s => s.Status).Distinct().Order());
        Assert.Equal(GivenStream.Situations.Count * Commands.Count, Cells().Count);
    }

    [Theory]
    [InlineData("Starting")]
    [InlineData("Live")]
    [InlineData("Reconnecting")]
    public void Decide_DeleteOfASession_NamesBothStates(string situation) => Assert.Equal(
        new Rejection(RejectionKind.Conflict, "stream_state", $"End the session first. It is {situation} and cannot become Deleted."),
        LiveStreamMachine.Decide(GivenStream.Situations[situation], new LiveStreamCommand.Delete(), Now).Rejection);

    [Fact]
    public void Decide_OtherIllegalCommands_NameBothStates()
    {
        Assert.Equal("It was never started. It is Scheduled and cannot become Ended.", LiveStreamMachine.Decide(GivenStream.Scheduled, new LiveStreamCommand.Stop(), Now).Rejection!.Message);
        Assert.Equal("A stream with this id exists already. It is Live and cannot become Offline.", LiveStreamMachine.Decide(GivenStream.Live, new LiveStreamCommand.Create(GivenStream.Id, GivenStream.Stream), Now).Rejection!.Message);
    }

    [Fact]
    public void Decide_CreateOfAnotherOwnersStream_IsRejected() => Assert.Equal("stream_state", LiveStreamMachine.Decide(
        GivenStream.Offline, new LiveStreamCommand.Create(GivenStream.Id, GivenStream.Stream with { OwnerId = "owner-2" }), Now).Rejection?.Code);
}
