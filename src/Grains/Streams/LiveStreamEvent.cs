using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>What has happened to a stream. Only <see cref="LiveStreamMachine.Apply"/> gives it meaning.</summary>
public abstract record LiveStreamEvent(DateTimeOffset At)
{
    /// <summary>Whether it must be stored before it is acted on. What is not can be lost with the process and does no harm.</summary>
    public virtual bool IsDurable => true;

    public sealed record Created(string Id, CreateStream Stream, DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record DetailsChanged(StreamDetails Details, DateTimeOffset At) : LiveStreamEvent(At);

    /// <summary>The planned time is long past.</summary>
    public sealed record ScheduleMissed(DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record Deleted(DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record ChannelMade(LiveChannel Channel, DateTimeOffset At) : LiveStreamEvent(At);

    /// <summary>The provider has no such channel any more.</summary>
    public sealed record ChannelLost(DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record SessionStarted(int Number, string VideoId, DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record SessionArmed(int Session, DateTimeOffset At) : LiveStreamEvent(At);

    /// <summary>An encoder is there; the one before it is over.</summary>
    /// <param name="StartedAt">The provider's time.</param>
    public sealed record Connected(string ConnectionId, DateTimeOffset StartedAt, StreamSignal Signal, DateTimeOffset At) : LiveStreamEvent(At);

    /// <summary>A connection is over, whether it is the present one or not.</summary>
    public sealed record Disconnected(string ConnectionId, DateTimeOffset At) : LiveStreamEvent(At);

    /// <param name="ReportedAt">The provider's time.</param>
    public sealed record SignalChanged(StreamSignal Signal, DateTimeOffset ReportedAt, DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record WentLive(DateTimeOffset LiveAt, DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record Interrupted(DateTimeOffset LostAt, DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record Resumed(DateTimeOffset BackAt, DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record SessionEnded(SessionEnd End, DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record TroubleFound(StreamTrouble Trouble, DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record RecordingNoted(int Session, string RecordingId, IReadOnlyList<string> ConnectionIds, DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record RecordingCompleted(int Session, RecordedMedia Media, DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record RecordingFailed(int Session, DateTimeOffset At) : LiveStreamEvent(At);

    /// <summary>The video is there.</summary>
    public sealed record RecordingReady(int Session, DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record SessionWorkFinished(int Session, SessionWork Work, DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record WorkFinished(StreamWork Work, DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record ViewersChanged(int Viewers, DateTimeOffset At) : LiveStreamEvent(At)
    {
        public override bool IsDurable => false;
    }

    /// <param name="Minute">Whole minutes since the session was live.</param>
    public sealed record MinutePassed(int Minute, int Viewers, DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record CoverExpected(string Key, DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record CoverChanged(string Key, DateTimeOffset At) : LiveStreamEvent(At);

    /// <summary>It came too late: a newer one is shown.</summary>
    public sealed record CoverOutdated(string Key, DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record CoversRemoved(IReadOnlyList<string> Keys, DateTimeOffset At) : LiveStreamEvent(At);

    /// <summary>Nobody has sent the covers that were signed.</summary>
    public sealed record CoversForgotten(DateTimeOffset At) : LiveStreamEvent(At);

    public sealed record Deferred(DateTimeOffset At) : LiveStreamEvent(At);
}
