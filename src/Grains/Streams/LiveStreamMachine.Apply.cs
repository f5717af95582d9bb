using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>What each event does to the state.</summary>
public static partial class LiveStreamMachine
{
    public static LiveStreamState Apply(LiveStreamState state, LiveStreamEvent happened)
    {
        var next = Change(state, happened);
        return happened.IsDurable ? next with { DueAt = LiveStreamSchedule.DueAt(next, happened.At) } : next;
    }

    private static LiveStreamState Change(LiveStreamState state, LiveStreamEvent happened) => happened switch
    {
        LiveStreamEvent.Created e => new LiveStreamState
        {
            Id = e.Id,
            OwnerId = e.Stream.OwnerId,
            OwnerName = e.Stream.OwnerName,
            Status = e.Stream.Details.ScheduledFor is null ? StreamStatus.Offline : StreamStatus.Scheduled,
            Details = e.Stream.Details,
            Pending = StreamWork.CreateChannel,
            CreatedAt = e.At,
            UpdatedAt = e.At,
        },
        LiveStreamEvent.DetailsChanged e => AtRest(state with { Details = e.Details, UpdatedAt = e.At }),
        LiveStreamEvent.ScheduleMissed e => AtRest(state with { Details = state.Details with { ScheduledFor = null }, UpdatedAt = e.At }),
        LiveStreamEvent.Deleted e => state with
        {
            Status = StreamStatus.Deleted,
            Covers = new(),
            Pending = (state.Pending & StreamWork.CreateChannel) | StreamWork.RemoveEverything,
            UpdatedAt = e.At,
        },
        LiveStreamEvent.ChannelMade e => state with { Channel = e.Channel, Pending = state.Pending & ~StreamWork.CreateChannel },
        LiveStreamEvent.ChannelLost => LoseChannel(state),
        LiveStreamEvent.SessionStarted or LiveStreamEvent.SessionArmed or LiveStreamEvent.WentLive or LiveStreamEvent.Interrupted
            or LiveStreamEvent.Resumed or LiveStreamEvent.SessionEnded or LiveStreamEvent.SessionWorkFinished => ChangeSession(state, happened),
        LiveStreamEvent.Connected e => Connect(state, e),
        LiveStreamEvent.Disconnected e => state with { Signal = Over(state.Signal, e.ConnectionId) },
        LiveStreamEvent.SignalChanged e => state with
        {
            Signal = state.Signal with { Present = state.Signal.Present is { } present ? present with { Signal = e.Signal, SignalAt = e.ReportedAt } : null },
        },
        LiveStreamEvent.TroubleFound e => state with { Trouble = e.Trouble },
        LiveStreamEvent.RecordingNoted or LiveStreamEvent.RecordingCompleted or LiveStreamEvent.RecordingFailed
            or LiveStreamEvent.RecordingReady => ChangeRecording(state, happened),
        LiveStreamEvent.WorkFinished e => state with { Pending = state.Pending & ~e.Work },
        LiveStreamEvent.ViewersChanged e => Watch(state, e.Viewers),
        LiveStreamEvent.MinutePassed e => With(Watch(state, e.Viewers), state.Session?.Number, s => s with { ViewersByMinute = Minutes(s.ViewersByMinute, e) }),
        LiveStreamEvent.CoverExpected e => state with { Covers = Expect(state.Covers, e.Key, e.At) },
        LiveStreamEvent.CoverChanged e => state with
        {
            Cover = e.Key,
            Covers = Arrive(state.Covers, e.Key, state.Cover),
            Pending = state.Pending | (state.Cover is null ? StreamWork.None : StreamWork.RemoveCovers),
            UpdatedAt = e.At,
        },
        LiveStreamEvent.CoverOutdated e => state with { Covers = Arrive(state.Covers, e.Key, e.Key), Pending = state.Pending | StreamWork.RemoveCovers },
        LiveStreamEvent.CoversRemoved e => RemoveCovers(state, e.Keys),
        LiveStreamEvent.CoversForgotten => state with { Covers = state.Covers with { Expected = [], ExpectedUntil = null } },
        LiveStreamEvent.Deferred => state,
        _ => state,
    };

    /// <summary>The status of a stream without a session.</summary>
    private static LiveStreamState AtRest(LiveStreamState state) => state.IsInSession || state.Status is StreamStatus.None or StreamStatus.Deleted ? state : Rest(state);

    private static LiveStreamState Rest(LiveStreamState state) => state with
    {
        Status = state.Details.ScheduledFor is not null ? StreamStatus.Scheduled : state.EndedAt is not null ? StreamStatus.Ended : StreamStatus.Offline,
    };

    private static LiveStreamState LoseChannel(LiveStreamState state) => With(
        state with { Channel = null, Pending = state.Pending | StreamWork.CreateChannel },
        state.IsInSession ? state.Session?.Number : null,
        s => s with { Pending = s.Pending | SessionWork.Begin, ArmedAt = s.LiveAt is null ? null : s.ArmedAt });

    private static LiveStreamState RemoveCovers(LiveStreamState state, IReadOnlyList<string> removed)
    {
        string[] left = [.. state.Covers.Unwanted.Except(removed)];
        return state with
        {
            Covers = state.Covers with { Unwanted = left },
            Pending = left.Length == 0 ? state.Pending & ~StreamWork.RemoveCovers : state.Pending,
        };
    }

    /// <summary>The state with one session changed; a number that is not there changes nothing.</summary>
    private static LiveStreamState With(LiveStreamState state, int? number, Func<SessionState, SessionState> change) =>
        state with { Sessions = [.. state.Sessions.Select(s => s.Number == number ? change(s) : s)] };
}
