using ContentPages.Grains.Machines;
using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>
/// The rules of the encoder's signal, whose reports come late, doubled, shuffled or never. A connection's id never comes back, so one that is
/// over stays over, and one that began before another is over too. What the provider answers when asked is right.
/// </summary>
public static partial class LiveStreamMachine
{
    private static Decision<LiveStreamEvent> ReportSignal(LiveStreamState state, ChannelReport report, DateTimeOffset now) => report switch
    {
        SignalReport { Change: SignalChange.Started } started => IsOver(state, started) ? Nothing : Connect(state, started.ConnectionId, started.At, StreamSignal.Receiving, now),
        SignalReport { Change: SignalChange.Ended } ended => Disconnect(state, ended.ConnectionId, ended.At, now),
        SignalReport { Change: SignalChange.Failed } failed =>
            (LiveStreamEvent[])[.. Disconnect(state, failed.ConnectionId, failed.At, now), .. Trouble(state, failed.Trouble, now)],
        SignalReport { Change: SignalChange.Starved } starved => ChangeSignal(state, starved, StreamSignal.Starved, now),
        SignalReport { Change: SignalChange.Recovered } recovered => ChangeSignal(state, recovered, StreamSignal.Receiving, now),
        LimitReport limit => Trouble(state, StreamTroubles.Of(limit), now),
        _ => throw new ArgumentOutOfRangeException(nameof(report), report, "A report without a rule."),
    };

    private static Decision<LiveStreamEvent> Observe(LiveStreamState state, ChannelStatus? channel, DateTimeOffset now)
    {
        var present = state.Signal.Present;
        if (channel is null)
        {
            return state.Channel is null ? Nothing
                : (LiveStreamEvent[])[new LiveStreamEvent.ChannelLost(now), .. present is null ? [] : Disconnect(state, present.Id, now, now)];
        }

        if (channel.ConnectionId is not { } id || channel.Signal is StreamSignal.None)
            return present is null ? Nothing : Disconnect(state, present.Id, channel.At, now);
        if (present?.Id != id) return Connect(state, id, WholeSecond(channel.At), channel.Signal, now);
        return present.Signal == channel.Signal ? Nothing : new LiveStreamEvent.SignalChanged(channel.Signal, channel.At, now);
    }

    private static bool IsOver(LiveStreamState state, SignalReport started) =>
        state.Signal.Present?.Id == started.ConnectionId || state.Signal.Ended.Contains(started.ConnectionId) || started.At < state.Signal.NewestStart;

    private static LiveStreamEvent[] Connect(LiveStreamState state, string id, DateTimeOffset at, StreamSignal signal, DateTimeOffset now)
    {
        var connected = new LiveStreamEvent.Connected(id, at > now ? now : at, signal, now);
        return (state.Status, state.Session) switch
        {
            (StreamStatus.Starting, { ArmedAt: { } armed }) => [connected, new LiveStreamEvent.WentLive(Clamp(at, armed, now), now)],
            (StreamStatus.Reconnecting, { } session) => [connected, new LiveStreamEvent.Resumed(Clamp(at, LastKnown(session), now), now)],
            _ => [connected],
        };
    }

    private static LiveStreamEvent[] Disconnect(LiveStreamState state, string id, DateTimeOffset at, DateTimeOffset now)
    {
        if (state.Signal.Present?.Id != id) return state.Signal.Ended.Contains(id) ? [] : [new LiveStreamEvent.Disconnected(id, now)];
        var disconnected = new LiveStreamEvent.Disconnected(id, now);
        return state is { Status: StreamStatus.Live, Session: { } session }
            ? [disconnected, new LiveStreamEvent.Interrupted(Clamp(at, LastKnown(session), now), now)]
            : [disconnected];
    }

    /// <summary>When the encoder was last known to be there or not; what happens next is not before that.</summary>
    private static DateTimeOffset LastKnown(SessionState session) =>
        session.Breaks is [.., var last] ? last.BackAt ?? last.LostAt : session.LiveAt ?? session.StartedAt;

    /// <summary>Of two reports of the same second the better one is the later: a signal starves before it recovers.</summary>
    private static Decision<LiveStreamEvent> ChangeSignal(LiveStreamState state, SignalReport report, StreamSignal signal, DateTimeOffset now) =>
        state.Signal.Present is { } present && present.Id == report.ConnectionId && present.Signal != signal
            && (signal is StreamSignal.Receiving ? report.At >= present.SignalAt : report.At > present.SignalAt)
            ? new LiveStreamEvent.SignalChanged(signal, report.At, now)
            : Nothing;

    /// <summary>The newest trouble counts, unless a newer signal has cleared it.</summary>
    private static LiveStreamEvent[] Trouble(LiveStreamState state, StreamTrouble? trouble, DateTimeOffset now) =>
        trouble is null || trouble == state.Trouble || trouble.At < state.Trouble?.At || trouble.At < state.Signal.NewestStart
            ? []
            : [new LiveStreamEvent.TroubleFound(trouble, now)];
}
