using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>What connections, viewers and recordings do to the state.</summary>
public static partial class LiveStreamMachine
{
    private static LiveStreamState Connect(LiveStreamState state, LiveStreamEvent.Connected e)
    {
        var signal = state.Signal.Present is { } before && before.Id != e.ConnectionId ? Over(state.Signal, before.Id) : state.Signal;
        var next = state with
        {
            Signal = new()
            {
                Present = new(e.ConnectionId, e.StartedAt, e.Signal, e.StartedAt),
                NewestStart = e.StartedAt < signal.NewestStart ? signal.NewestStart : e.StartedAt,
                Ended = [.. signal.Ended.Where(id => id != e.ConnectionId)],
            },
            Trouble = state.Trouble?.At <= e.StartedAt ? null : state.Trouble,
        };
        return state.IsInSession ? With(next, state.Session?.Number, s => OnAir(s, [e.ConnectionId])) : next;
    }

    private static SignalState Over(SignalState signal, string id) => signal with
    {
        Present = signal.Present?.Id == id ? null : signal.Present,
        Ended = signal.Ended.Contains(id) ? signal.Ended : Last([.. signal.Ended, id], SignalState.MostEnded),
    };

    private static SessionState OnAir(SessionState session, IReadOnlyList<string> connections) =>
        session with { Connections = [.. session.Connections.Union(connections).Take(SessionState.MostConnections)] };

    private static LiveStreamState Watch(LiveStreamState state, int viewers) =>
        With(state with { Viewers = viewers }, state.Session?.Number, s => s with { PeakViewers = Math.Max(s.PeakViewers, viewers) });

    /// <summary>Minutes that nobody counted, since the process was away, were watched by nobody we know of.</summary>
    private static IReadOnlyList<int> Minutes(IReadOnlyList<int> counted, LiveStreamEvent.MinutePassed e)
    {
        var minute = Math.Min(e.Minute, SessionState.MostMinutes);
        return minute <= counted.Count ? counted : [.. counted, .. Enumerable.Repeat(0, minute - counted.Count - 1), e.Viewers];
    }

    private static LiveStreamState ChangeRecording(LiveStreamState state, LiveStreamEvent happened) => happened switch
    {
        LiveStreamEvent.RecordingNoted e => With(state, e.Session, s => OnAir(s, e.ConnectionIds) with { RecordingId = e.RecordingId }),
        LiveStreamEvent.RecordingCompleted e => With(state, e.Session, s => s with
        {
            Media = e.Media,
            Recording = s.Recording is RecordingStatus.None ? RecordingStatus.None : s.EndedAt is null ? RecordingStatus.Recording : RecordingStatus.Finishing,
            Pending = s.Pending | (s.Recording is RecordingStatus.None ? SessionWork.DropRecording : s.EndedAt is null ? SessionWork.None : SessionWork.CreateVideo),
        }),
        LiveStreamEvent.RecordingFailed e => With(state, e.Session, s => s with
        {
            Media = null,
            Recording = RecordingStatus.Failed,
            Pending = s.Pending & ~SessionWork.CreateVideo,
        }),
        LiveStreamEvent.RecordingReady e => With(state, e.Session, s => s with
        {
            Media = null,
            Recording = RecordingStatus.Ready,
            Pending = s.Pending & ~SessionWork.CreateVideo,
        }),
        _ => state,
    };
}
