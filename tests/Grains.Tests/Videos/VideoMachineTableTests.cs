using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

/// <summary>Every command in every situation.</summary>
public sealed class VideoMachineTableTests
{
    /// <summary>
    /// Rows: commands; columns: situations of <see cref="Given"/>. A cell holds the events, <c>-</c> for none, or <c>!code</c> for a rejection.
    /// </summary>
    private const string Expected = """
        command        None                          Uploading      Submitting                Running        Ready          Failed         Hopeless       Deleted          Recording      RecordingFailed
        Create         Created                       -              !video_state              !video_state   !video_state   !video_state   !video_state   !video_state     !video_state   !video_state
        CreateRecorded RecordingTaken+AttemptStarted !video_state   !video_state              !video_state   !video_state   !video_state   !video_state   !video_state     -              -
        BeginUpload    -                             UploadBegun    -                         -              -              -              -              -                -              -
        ArriveSource   -                             AttemptStarted -                         -              -              -              -              -                -              -
        AcceptJob      -                             -              JobAccepted               -              -              -              -              -                -              -
        JobProgressed  -                             -              JobAccepted+Progressed    Progressed     -              -              -              -                Progressed     -
        JobCompleted   -                             -              JobAccepted+Completed     Completed      -              -              -              -                Completed      -
        JobFailed      -                             -              JobAccepted+AttemptFailed AttemptFailed  -              -              -              -                AttemptFailed  -
        JobCanceled    -                             -              JobAccepted+AttemptFailed AttemptFailed  -              -              -              -                AttemptFailed  -
        LoseJob        -                             -              -                         AttemptStarted -              -              -              -                AttemptStarted -
        MarkPlayable   -                             -              BecamePlayable            BecamePlayable -              -              -              -                -              -
        Update         !video_not_found              DetailsChanged DetailsChanged            DetailsChanged DetailsChanged DetailsChanged DetailsChanged !video_not_found DetailsChanged DetailsChanged
        Retry          !video_not_found              !video_state   -                         -              !video_state   AttemptStarted !not_retryable !video_not_found -              AttemptStarted
        Delete         !video_not_found              Deleted        Deleted                   Deleted        Deleted        Deleted        Deleted        -                Deleted        Deleted
        Finish         -                             -              -                         -              -              WorkFinished   WorkFinished   -                -              WorkFinished
        Defer          -                             Deferred       Deferred                  Deferred       -              Deferred       Deferred       Deferred         Deferred       Deferred
        """;

    private static readonly DateTimeOffset Now = Given.Start.AddMinutes(30);

    private static readonly IReadOnlyDictionary<string, VideoCommand> Commands = new VideoCommand[]
    {
        new VideoCommand.Create(Given.Id, Given.Video),
        new VideoCommand.CreateRecorded(Given.Id, Given.Recorded),
        new VideoCommand.BeginUpload("upload-1"),
        new VideoCommand.ArriveSource(Given.Size),
        new VideoCommand.AcceptJob(1, Given.Job),
        Given.Report(Given.Progress(TranscodePhase.Transcoding, 50, Now)),
        Given.Report(new JobCompleted(Given.Job, 1, Now, Given.Media(1))),
        Given.Report(new JobFailed(Given.Job, 1, Now, 1010, "bad file")),
        Given.Report(new JobCanceled(Given.Job, 1, Now)),
        new VideoCommand.LoseJob(Given.Job),
        new VideoCommand.MarkPlayable(1, "master.m3u8", "poster.jpg"),
        new VideoCommand.Update(Given.Video.Details with { Title = "Second light" }),
        new VideoCommand.Retry(),
        new VideoCommand.Delete(),
        new VideoCommand.Finish(PendingWork.RemoveLeftovers),
        new VideoCommand.Defer(),
    }.ToDictionary(NameOf);

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
        var decision = VideoMachine.Decide(Given.Situations[situation], Commands[command], Now);

        Assert.Equal(expected, decision.Rejection is { } rejection ? $"!{rejection.Code}"
            : decision.Events.Count == 0 ? "-"
            : string.Join('+', decision.Events.Select(e => e.GetType().Name)));
        Assert.All(decision.Events, e => Assert.Equal(Now, e.At));
        if (decision.Rejection is not null) Assert.Empty(decision.Events);
    }

    [Fact]
    public void TheTable_HasEveryCommandReportAndStatus()
    {
        var rows = Cells().Select(c => c.Data.Item2).Distinct();
        var commands = typeof(VideoCommand).GetNestedTypes().Where(t => t != typeof(VideoCommand.Report)).Concat(Reports).Select(t => t.Name);

        Assert.Equal(commands.Order(), rows.Order());
        Assert.Equal(Commands.Keys.Order(), rows.Order());
        Assert.Equal(Enum.GetValues<VideoStatus>(), Given.Situations.Values.Select(s => s.Status).Distinct().Order());
        Assert.Equal(Given.Situations.Count * Commands.Count, Cells().Count);
    }

    [Fact]
    public void Decide_IllegalCommand_NamesBothStates()
    {
        var retry = VideoMachine.Decide(Given.Ready, new VideoCommand.Retry(), Now);
        var create = VideoMachine.Decide(Given.Running, new VideoCommand.Create(Given.Id, Given.Video), Now);

        Assert.Equal(new Rejection(RejectionKind.Conflict, "video_state", "Only a failed video can be tried again. It is Ready and cannot become Processing."), retry.Rejection);
        Assert.Equal(new Rejection(RejectionKind.Conflict, "video_state", "A video with this id exists already. It is Processing and cannot become Uploading."), create.Rejection);
    }

    [Fact]
    public void Decide_RetryOfAHopelessVideo_SaysWhyInPlainWords()
    {
        var decision = VideoMachine.Decide(Given.Hopeless, new VideoCommand.Retry(), Now);
        Assert.Equal(Given.Hopeless.Failure!.Reason, decision.Rejection!.Message);
    }

    [Fact]
    public void Decide_CreateOfAnotherOwnersUpload_IsRejected()
    {
        var decision = VideoMachine.Decide(Given.Uploading, new VideoCommand.Create(Given.Id, Given.Video with { OwnerId = "owner-2" }), Now);
        Assert.Equal("video_state", decision.Rejection?.Code);
    }

    [Fact]
    public void Decide_SourceOfAnotherSize_Fails()
    {
        var failed = Given.Uploading.After(new VideoCommand.ArriveSource(Given.Size - 1), Now);

        Assert.Equal(VideoStatus.Failed, failed.Status);
        Assert.Equal(TranscodeErrors.WrongSize(Given.Size, Given.Size - 1), failed.Failure);
        Assert.Equal(PendingWork.RemoveLeftovers, failed.Pending);
    }

    private static IEnumerable<Type> Reports =>
        typeof(JobReport).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(JobReport)));

    private static string NameOf(VideoCommand command) => command is VideoCommand.Report report ? report.Job.GetType().Name : command.GetType().Name;
}
