using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>What the events of a session do to the state.</summary>
public static partial class LiveStreamMachine
{
    private static LiveStreamState ChangeSession(LiveStreamState state, LiveStreamEvent happened) => happened switch
    {
        LiveStreamEvent.SessionStarted e => state with
        {
            Status = StreamStatus.Starting,
            Sessions = [.. Kept(state.Sessions), Begin(state.Details, e)],
            Viewers = 0,
            Trouble = StreamTroubles.IsOfAStart(state.Trouble) ? null : state.Trouble,
            UpdatedAt = e.At,
        },
        LiveStreamEvent.SessionArmed e => With(state, e.Session, s => s with { ArmedAt = s.ArmedAt ?? e.At, Pending = s.Pending & ~SessionWork.Begin }),
        LiveStreamEvent.WentLive e => With(
            state with
            {
                Status = StreamStatus.Live,
                // The plan is fulfilled: one that is set from now on is for the next time.
                Details = state.Details with { ScheduledFor = null },
                UpdatedAt = e.At,
            },
            state.Session?.Number,
            s => OnAir(s, state.Signal.Present is { } present ? [present.Id] : []) with { LiveAt = e.LiveAt }),
        LiveStreamEvent.Interrupted e => With(
            state with { Status = StreamStatus.Reconnecting, ReconnectBy = e.At + LiveStreamSchedule.Grace, UpdatedAt = e.At },
            state.Session?.Number,
            s => s.Breaks.Count >= SessionState.MostBreaks ? s : s with { Breaks = [.. s.Breaks, new(e.LostAt, null)] }),
        LiveStreamEvent.Resumed e => With(
            state with { Status = StreamStatus.Live, ReconnectBy = null, UpdatedAt = e.At },
            state.Session?.Number,
            s => s.Breaks is [.., { BackAt: null } last] ? s with { Breaks = [.. s.Breaks.SkipLast(1), last with { BackAt = e.BackAt }] } : s),
        LiveStreamEvent.SessionEnded e => EndSession(state, e),
        LiveStreamEvent.SessionWorkFinished e => With(state, e.Session, s => s with
        {
            Pending = s.Pending & ~e.Work,
            Media = e.Work.HasFlag(SessionWork.DropRecording) ? null : s.Media,
        }),
        _ => state,
    };

    private static SessionState Begin(StreamDetails details, LiveStreamEvent.SessionStarted e) => new()
    {
        Number = e.Number,
        VideoId = e.VideoId,
        StartedAt = e.At,
        Record = details.Record,
        Latency = details.Latency,
        Recording = details.Record ? RecordingStatus.Recording : RecordingStatus.None,
        Pending = SessionWork.Begin,
    };

    /// <summary>Makes room for one more.</summary>
    private static IEnumerable<SessionState> Kept(IReadOnlyList<SessionState> sessions)
    {
        var dropped = sessions.Count < LiveStreamSchedule.MostSessions ? null : sessions.FirstOrDefault(s => s.IsSettled);
        var withMinutes = sessions.Count - (LiveStreamSchedule.SessionsWithMinutes - 1);
        return sessions.Select((s, place) => place < withMinutes && s.ViewersByMinute.Count > 0 ? s with { ViewersByMinute = [] } : s)
            .Where(s => s.Number != dropped?.Number);
    }

    private static LiveStreamState EndSession(LiveStreamState state, LiveStreamEvent.SessionEnded e)
    {
        var wasLive = state.Session?.LiveAt is not null;
        var next = state with
        {
            ReconnectBy = null,
            Viewers = 0,
            EndedAt = wasLive ? e.At : state.EndedAt,
            // A form that was open since before the start may have brought the old plan back.
            Details = wasLive && state.Details.ScheduledFor <= e.At ? state.Details with { ScheduledFor = null } : state.Details,
            UpdatedAt = e.At,
        };
        return Rest(With(next, state.Session?.Number, s =>
        {
            // A session that was never live has nothing in its recording.
            var recording = s.LiveAt is null ? RecordingStatus.None : s.Recording is RecordingStatus.Recording ? RecordingStatus.Finishing : s.Recording;
            return s with
            {
                EndedAt = e.At,
                End = e.End,
                Recording = recording,
                Pending = SessionWork.End
                    | (s.Record && s.LiveAt is null ? SessionWork.DropRecording : SessionWork.None)
                    | (recording is RecordingStatus.Finishing && s.Media is not null ? SessionWork.CreateVideo : SessionWork.None),
            };
        }));
    }
}
