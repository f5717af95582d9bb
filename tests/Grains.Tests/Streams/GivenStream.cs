using ContentPages.Grains.Streams;
using ContentPages.Streams;
using ContentPages.Videos;

namespace ContentPages.Grains.Tests.Streams;

/// <summary>One stream in each situation of its life, made by the machine itself.</summary>
internal static class GivenStream
{
    public const string Id = "019b0000-0000-7000-8000-000000000011";
    public const string Owner = "owner-1";
    public const string Video = "019b0000-0000-7000-8000-000000000012";
    public const string NextVideo = "019b0000-0000-7000-8000-000000000013";
    public const string Connection = "st-1";

    /// <summary>Each situation begins a minute after the one before it.</summary>
    public static readonly DateTimeOffset T0 = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly StreamDetails Details = new("Late show", "A gig", Visibility.Public);

    public static readonly CreateStream Stream = new(Owner, "Ada", Details);

    public static readonly LiveChannel Channel = new("ch-1", null);

    public static LiveStreamState None => new();

    /// <summary>Created, and its channel is still to be made.</summary>
    public static LiveStreamState Created => None.After(new LiveStreamCommand.Create(Id, Stream), T0);

    public static LiveStreamState Offline => Created.After(new LiveStreamCommand.AcceptChannel(Channel), T0);

    public static LiveStreamState Scheduled => Offline.After(new LiveStreamCommand.Update(Details with { ScheduledFor = T0.AddHours(2) }), T0);

    /// <summary>A private preview.</summary>
    public static LiveStreamState Preview => Offline.After(Signal(Connection, SignalChange.Started, T0.AddMinutes(1)), T0.AddMinutes(1));

    /// <summary>Started, and the channel is still to be armed.</summary>
    public static LiveStreamState Starting => Offline.After(new LiveStreamCommand.Start(Video), T0.AddMinutes(2));

    /// <summary>Started and armed; only the signal is missing.</summary>
    public static LiveStreamState Armed => Starting.After(new LiveStreamCommand.Arm(1), T0.AddMinutes(3));

    public static LiveStreamState Live => Armed.After(Signal(Connection, SignalChange.Started, T0.AddMinutes(4)), T0.AddMinutes(4));

    public static LiveStreamState Reconnecting => Live.After(Signal(Connection, SignalChange.Ended, T0.AddMinutes(5)), T0.AddMinutes(5));

    /// <summary>Ended; the channel's session is still to be stopped.</summary>
    public static LiveStreamState Stopping => Live.After(new LiveStreamCommand.Stop(), T0.AddMinutes(6));

    /// <summary>Ended; the recording is not complete yet.</summary>
    public static LiveStreamState Ended => Stopping.After(new LiveStreamCommand.FinishSession(1, SessionWork.End), T0.AddMinutes(6));

    /// <summary>Ended; the recording is complete and its video is to be made.</summary>
    public static LiveStreamState Recorded => Ended.After(Complete(), T0.AddMinutes(7));

    /// <summary>Ended, and nothing is open.</summary>
    public static LiveStreamState Settled => Recorded.After(new LiveStreamCommand.SettleRecording(1, Ready: true), T0.AddMinutes(8));

    /// <summary>Live again while the recording before is not complete.</summary>
    public static LiveStreamState LiveAgain => Ended.After(new LiveStreamCommand.Start(NextVideo), T0.AddMinutes(9))
        .After(new LiveStreamCommand.Arm(2), T0.AddMinutes(9))
        .After(Signal("st-2", SignalChange.Started, T0.AddMinutes(10)), T0.AddMinutes(10));

    /// <summary>Deleted, and what it had is still there.</summary>
    public static LiveStreamState Deleted => Settled.After(new LiveStreamCommand.Delete(), T0.AddMinutes(9));

    public static IReadOnlyDictionary<string, LiveStreamState> Situations { get; } = new Dictionary<string, LiveStreamState>
    {
        [nameof(None)] = None,
        [nameof(Created)] = Created,
        [nameof(Offline)] = Offline,
        [nameof(Scheduled)] = Scheduled,
        [nameof(Preview)] = Preview,
        [nameof(Starting)] = Starting,
        [nameof(Armed)] = Armed,
        [nameof(Live)] = Live,
        [nameof(Reconnecting)] = Reconnecting,
        [nameof(Stopping)] = Stopping,
        [nameof(Ended)] = Ended,
        [nameof(Recorded)] = Recorded,
        [nameof(Settled)] = Settled,
        [nameof(LiveAgain)] = LiveAgain,
        [nameof(Deleted)] = Deleted,
    };

    public static LiveStreamCommand.Report Signal(string connection, SignalChange change, DateTimeOffset at, StreamTrouble? trouble = null) =>
        new(new SignalReport(at, connection, change, trouble));

    public static LiveStreamCommand.Report Recording(RecordingStatus status, RecordedMedia? media = null, int session = 1) =>
        new(new RecordingReport(T0.AddMinutes(7), $"{Id}-{session}", [], status, media));

    public static LiveStreamCommand.Report Complete(int session = 1, double seconds = 60) =>
        Recording(RecordingStatus.Finishing, Media(session == 1 ? Video : NextVideo, seconds), session);

    public static RecordedMedia Media(string video, double seconds = 60) =>
        new(VideoKeys.RecordingPrefix(video), "playlist.m3u8", "poster.jpg", seconds, 1280, 720);

    public static string Cover(int number) => StreamKeys.Cover(Id, $"019b0000-0000-7000-8000-{number:D12}/cover.jpg");

    /// <summary>The state after a command that is not refused.</summary>
    public static LiveStreamState After(this LiveStreamState state, LiveStreamCommand command, DateTimeOffset now)
    {
        var decision = LiveStreamMachine.Decide(state, command, now);
        Assert.Null(decision.Rejection);
        return decision.Events.Aggregate(state, LiveStreamMachine.Apply);
    }
}
