using ContentPages.Grains.Videos;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Videos;

/// <summary>One video in each situation of its life, made by the machine itself.</summary>
internal static class Given
{
    public const string Id = "019b0000-0000-7000-8000-000000000001";
    public const string Owner = "owner-1";
    public const string Job = "job-1";
    public const long Size = 200L * 1024 * 1024;

    /// <summary>Each situation begins a minute after the one before it.</summary>
    public static readonly DateTimeOffset Start = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly CreateVideo Video = new(
        Owner, "Ada", new SourceFile("film.mp4", "video/mp4", Size), new VideoDetails("First light", "A film", Visibility.Public, "track-1", "album-1"));

    public static readonly CreateRecordedVideo Recorded = new(
        Owner, "Ada", new VideoDetails("Late show", "A gig", Visibility.Public),
        new VideoRecording("stream-1", 2, Start.AddHours(-1), new(VideoKeys.RecordingPrefix(Id), "playlist.m3u8", "poster.jpg", 60, 1280, 720)));

    public static VideoMedia Media(int attempt) => new(VideoKeys.AttemptPrefix(Id, attempt), "master.m3u8", "poster.jpg", "storyboard.vtt", 30, 1920, 1080);

    public static VideoState None => new();

    public static VideoState Uploading => None.After(new VideoCommand.Create(Id, Video), Start);

    /// <summary>Processing, and its job is still to be submitted.</summary>
    public static VideoState Submitting => Uploading.After(new VideoCommand.ArriveSource(Size), Start.AddMinutes(1));

    /// <summary>Processing, and its job is known.</summary>
    public static VideoState Running => Submitting.After(new VideoCommand.AcceptJob(1, Job), Start.AddMinutes(2));

    public static VideoState Ready => Running.After(Report(new JobCompleted(Job, 1, Start.AddMinutes(3), Media(1))), Start.AddMinutes(3));

    /// <summary>Failed, and a retry may help. What the attempt has left is still there.</summary>
    public static VideoState Failed => Running.After(Report(new JobFailed(Job, 1, Start.AddMinutes(3), 1040, "")), Start.AddMinutes(3));

    /// <summary>Failed, and no retry helps.</summary>
    public static VideoState Hopeless => Running.After(Report(new JobFailed(Job, 1, Start.AddMinutes(3), 1010, "")), Start.AddMinutes(3));

    /// <summary>Deleted, and its objects are still there.</summary>
    public static VideoState Deleted => Ready.After(new VideoCommand.Delete(), Start.AddMinutes(4));

    /// <summary>A recording whose renditions are being made.</summary>
    public static VideoState Recording => None.After(new VideoCommand.CreateRecorded(Id, Recorded), Start).After(new VideoCommand.AcceptJob(1, Job), Start.AddMinutes(2));

    /// <summary>A recording whose renditions could not be made, and a retry may help.</summary>
    public static VideoState RecordingFailed => Recording.After(Report(new JobFailed(Job, 1, Start.AddMinutes(3), 1040, "")), Start.AddMinutes(3));

    public static IReadOnlyDictionary<string, VideoState> Situations { get; } = new Dictionary<string, VideoState>
    {
        [nameof(None)] = None,
        [nameof(Uploading)] = Uploading,
        [nameof(Submitting)] = Submitting,
        [nameof(Running)] = Running,
        [nameof(Ready)] = Ready,
        [nameof(Failed)] = Failed,
        [nameof(Hopeless)] = Hopeless,
        [nameof(Deleted)] = Deleted,
        [nameof(Recording)] = Recording,
        [nameof(RecordingFailed)] = RecordingFailed,
    };

    public static VideoCommand.Report Report(JobReport report) => new(report);

    public static JobProgressed Progress(TranscodePhase phase, double? percent, DateTimeOffset at, string job = Job, int attempt = 1, int? place = null) =>
        new(job, attempt, at, phase, percent, place);

    /// <summary>The state after a command that is not refused.</summary>
    public static VideoState After(this VideoState state, VideoCommand command, DateTimeOffset now)
    {
        var decision = VideoMachine.Decide(state, command, now);
        Assert.Null(decision.Rejection);
        return decision.Events.Aggregate(state, VideoMachine.Apply);
    }
}
