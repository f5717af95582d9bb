using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>When the sweeper looks at a stream, and when something is given up.</summary>
public static class LiveStreamSchedule
{
    /// <summary>An encoder that lost its network or was started anew is back by then; longer, and viewers have left.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromSeconds(60);

    /// <summary>Time enough to start an encoder and find the right key; then whoever pressed start has gone.</summary>
    public static readonly TimeSpan SignalWindow = TimeSpan.FromMinutes(15);

    /// <summary>A planned start that did not happen by then is not waited for any more.</summary>
    public static readonly TimeSpan MissedAfter = TimeSpan.FromHours(24);

    /// <summary>While a session is on, a lost event is found out after this: half of the grace.</summary>
    public static readonly TimeSpan LiveCheck = TimeSpan.FromSeconds(30);

    /// <summary>A signal without a session is only a preview.</summary>
    public static readonly TimeSpan PreviewCheck = TimeSpan.FromMinutes(2);

    /// <summary>Work that was decided and could not be done is tried again after this, and a recording that is not settled is asked for.</summary>
    public static readonly TimeSpan PendingCheck = TimeSpan.FromSeconds(30);

    /// <summary>A recording of which the provider knows nothing by then was never made. A provider that was killed has recovered by then.</summary>
    public static readonly TimeSpan RecordingUnknown = TimeSpan.FromMinutes(15);

    /// <summary>A recording that is not complete by then never will be: events of providers come hours late, not days.</summary>
    public static readonly TimeSpan RecordingWindow = TimeSpan.FromHours(24);

    /// <summary>How long a signed cover upload works: it is one small file.</summary>
    public static readonly TimeSpan CoverTicket = TimeSpan.FromMinutes(15);

    /// <summary>How long a cover is looked for whose event was lost; after the ticket, since its last byte may come then.</summary>
    public static readonly TimeSpan CoverWindow = TimeSpan.FromMinutes(20);

    public static readonly TimeSpan CoverCheck = TimeSpan.FromMinutes(5);

    /// <summary>Overflow policy: the oldest settled one is dropped; with none settled, a start is refused.</summary>
    public const int MostSessions = 100;

    /// <summary>Sessions, newest first, whose viewers by minute are kept.</summary>
    public const int SessionsWithMinutes = 10;

    public static DateTimeOffset? DueAt(LiveStreamState state, DateTimeOffset now)
    {
        var due = state.Status switch
        {
            StreamStatus.Starting or StreamStatus.Live => now + LiveCheck,
            StreamStatus.Reconnecting => state.ReconnectBy,
            StreamStatus.Scheduled => state.Details.ScheduledFor + MissedAfter,
            _ => null,
        };
        if (state.Pending != StreamWork.None || state.Sessions.Any(IsOpen)) due = Earlier(due, now + PendingCheck);
        if (state.Signal.Present is not null) due = Earlier(due, now + PreviewCheck);
        if (state.Covers.Expected.Count > 0) due = Earlier(due, now + CoverCheck);
        return due;
    }

    /// <summary>When the grain wakes by itself: to end the grace and to note a minute. The sweeper comes later or never; it is the backstop.</summary>
    public static DateTimeOffset? WakeAt(LiveStreamState state, DateTimeOffset now)
    {
        if (!state.IsOnAir || state.Session?.LiveAt is not { } live) return null;
        var minute = Math.Max(0, Math.Floor((now - live).TotalMinutes)) + 1;
        return Earlier(live + TimeSpan.FromMinutes(minute), state.ReconnectBy);
    }

    private static bool IsOpen(SessionState session) =>
        session.Pending != SessionWork.None || (session.EndedAt is not null && session.Recording is RecordingStatus.Recording or RecordingStatus.Finishing);

    private static DateTimeOffset? Earlier(DateTimeOffset? one, DateTimeOffset? other) =>
        one is null || other < one ? other ?? one : one;
}
