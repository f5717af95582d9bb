using ContentPages.Grains.Machines;
using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>The rules of sessions: from start to end, whoever or whatever ends them.</summary>
public static partial class LiveStreamMachine
{
    private static Decision<LiveStreamEvent> Start(LiveStreamState state, LiveStreamCommand.Start start, DateTimeOffset now) =>
        state.IsInSession ? Nothing
        : state.Sessions.Count >= LiveStreamSchedule.MostSessions && !state.Sessions.Any(s => s.IsSettled)
            ? new Rejection(RejectionKind.Unavailable, "sessions_unsettled", "Too many past sessions are still being completed. Try again later.")
        : new LiveStreamEvent.SessionStarted((state.Session?.Number ?? 0) + 1, start.VideoId, now);

    private static Decision<LiveStreamEvent> Stop(LiveStreamState state, DateTimeOffset now) =>
        state.IsInSession ? new LiveStreamEvent.SessionEnded(SessionEnd.Stopped, now)
        : state.Session is not null ? Nothing
        : Illegal(state, StreamStatus.Ended, "It was never started.");

    private static Decision<LiveStreamEvent> Arm(LiveStreamState state, LiveStreamCommand.Arm arm, DateTimeOffset now)
    {
        if (state.Session is not { } session || session.Number != arm.Session || !session.Pending.HasFlag(SessionWork.Begin)) return Nothing;
        var armed = new LiveStreamEvent.SessionArmed(arm.Session, now);
        return state.Status is StreamStatus.Starting && state.Signal.Present is not null
            ? (LiveStreamEvent[])[armed, new LiveStreamEvent.WentLive(now, now)]
            : armed;
    }

    private static Decision<LiveStreamEvent> FinishSession(LiveStreamState state, LiveStreamCommand.FinishSession finish, DateTimeOffset now)
    {
        if (state.Sessions.FirstOrDefault(s => s.Number == finish.Session) is not { } session || (session.Pending & finish.Work) == SessionWork.None) return Nothing;
        var finished = new LiveStreamEvent.SessionWorkFinished(finish.Session, finish.Work, now);

        // The encoder was dropped, whatever has become of the event: the next session must not take its last moments for a signal.
        return finish.Work.HasFlag(SessionWork.End) && session.ArmedAt is not null
            && state.Signal.Present is { } present && session.Connections.Contains(present.Id)
            ? (LiveStreamEvent[])[finished, .. Disconnect(state, present.Id, now, now)]
            : finished;
    }

    private static Decision<LiveStreamEvent> CountViewers(LiveStreamState state, LiveStreamCommand.CountViewers count, DateTimeOffset now) =>
        state.IsOnAir && state.Viewers != count.Viewers ? new LiveStreamEvent.ViewersChanged(count.Viewers, now) : Nothing;

    private static Decision<LiveStreamEvent> CountMinute(LiveStreamState state, LiveStreamCommand.CountMinute count, DateTimeOffset now)
    {
        if (!state.IsOnAir || state.Session is not { LiveAt: { } live } session) return Nothing;
        var minute = (int)Math.Min((now - live).TotalMinutes, SessionState.MostMinutes);
        return minute > session.ViewersByMinute.Count ? new LiveStreamEvent.MinutePassed(minute, count.Viewers, now) : Nothing;
    }

    private static Decision<LiveStreamEvent> Defer(LiveStreamState state, DateTimeOffset now)
    {
        List<LiveStreamEvent> events = [.. GiveUpWaiting(state, now), .. GiveUpRecordings(state, now)];
        if (state.Covers.ExpectedUntil <= now) events.Add(new LiveStreamEvent.CoversForgotten(now));
        if (events.Count == 0 && state.DueAt <= now) events.Add(new LiveStreamEvent.Deferred(now));
        return events.ToArray();
    }

    private static IEnumerable<LiveStreamEvent> GiveUpWaiting(LiveStreamState state, DateTimeOffset now) => state.Status switch
    {
        StreamStatus.Reconnecting when state.ReconnectBy <= now => [new LiveStreamEvent.SessionEnded(SessionEnd.SignalLost, now)],
        StreamStatus.Starting when state.Session is { } session && now - session.StartedAt >= LiveStreamSchedule.SignalWindow =>
        [
            new LiveStreamEvent.SessionEnded(SessionEnd.NeverLive, now),
            new LiveStreamEvent.TroubleFound(StreamTroubles.NotStarted(session.ArmedAt is not null, WholeSecond(now)), now),
        ],
        StreamStatus.Scheduled when now - state.Details.ScheduledFor >= LiveStreamSchedule.MissedAfter => [new LiveStreamEvent.ScheduleMissed(now)],
        _ => [],
    };
}
