using ContentPages.Grains.Machines;
using ContentPages.Streams;

namespace ContentPages.Grains.Streams;

/// <summary>
/// The rules of a live stream's life. Pure and total: a duplicate or late command is no event, an illegal one is a rejection that
/// names both states, and applying an event never fails.
/// </summary>
public static partial class LiveStreamMachine
{
    public static Decision<LiveStreamEvent> Decide(LiveStreamState state, LiveStreamCommand command, DateTimeOffset now) => command switch
    {
        LiveStreamCommand.Create create => Create(state, create, now),
        _ when state.Status is StreamStatus.None => WhenAbsent(command),
        LiveStreamCommand.Delete => Delete(state, now),
        LiveStreamCommand.FindRecording find => FindRecording(state, find, now),
        LiveStreamCommand.SettleRecording settle => SettleRecording(state, settle, now),
        LiveStreamCommand.FinishSession finish => FinishSession(state, finish, now),
        LiveStreamCommand.Finish finish => Finish(state, finish, now),
        LiveStreamCommand.AcceptChannel accept => AcceptChannel(state, accept, now),
        LiveStreamCommand.Defer => Defer(state, now),
        LiveStreamCommand.Report { Change: RecordingReport report } => ReportRecording(state, report, now),
        _ when state.Status is StreamStatus.Deleted => WhenAbsent(command),
        LiveStreamCommand.Update update => Update(state, update, now),
        LiveStreamCommand.Start start => Start(state, start, now),
        LiveStreamCommand.Stop => Stop(state, now),
        LiveStreamCommand.Arm arm => Arm(state, arm, now),
        LiveStreamCommand.Report report => ReportSignal(state, report.Change, now),
        LiveStreamCommand.Observe observe => Observe(state, observe.Channel, now),
        LiveStreamCommand.CountViewers count => CountViewers(state, count, now),
        LiveStreamCommand.CountMinute count => CountMinute(state, count, now),
        LiveStreamCommand.ExpectCover expect => new LiveStreamEvent.CoverExpected(expect.Key, now),
        LiveStreamCommand.ArriveCover arrive => ArriveCover(state, arrive.Key, now),
        LiveStreamCommand.ForgetCovers forget => ForgetCovers(state, forget, now),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A command without a rule."),
    };

    /// <summary>People are told that there is no such stream; what the world reports about one is late.</summary>
    private static Decision<LiveStreamEvent> WhenAbsent(LiveStreamCommand command) =>
        command is LiveStreamCommand.Update or LiveStreamCommand.Delete or LiveStreamCommand.Start or LiveStreamCommand.Stop or LiveStreamCommand.ExpectCover
            ? NotFound
            : Nothing;

    private static Decision<LiveStreamEvent> Create(LiveStreamState state, LiveStreamCommand.Create create, DateTimeOffset now) => state.Status switch
    {
        StreamStatus.None => new LiveStreamEvent.Created(create.Id, create.Stream, now),
        StreamStatus.Offline or StreamStatus.Scheduled when state.OwnerId == create.Stream.OwnerId => Nothing,
        _ => Illegal(state, StreamStatus.Offline, "A stream with this id exists already."),
    };

    private static Decision<LiveStreamEvent> Update(LiveStreamState state, LiveStreamCommand.Update update, DateTimeOffset now) =>
        state.Details == update.Details ? Nothing : new LiveStreamEvent.DetailsChanged(update.Details, now);

    private static Decision<LiveStreamEvent> Delete(LiveStreamState state, DateTimeOffset now) =>
        state.Status is StreamStatus.Deleted ? Nothing
        : state.IsInSession ? Illegal(state, StreamStatus.Deleted, "End the session first.")
        : new LiveStreamEvent.Deleted(now);

    private static Decision<LiveStreamEvent> AcceptChannel(LiveStreamState state, LiveStreamCommand.AcceptChannel accept, DateTimeOffset now) =>
        state.Channel == accept.Channel ? Nothing : new LiveStreamEvent.ChannelMade(accept.Channel, now);

    private static Decision<LiveStreamEvent> Finish(LiveStreamState state, LiveStreamCommand.Finish finish, DateTimeOffset now) =>
        (state.Pending & finish.Work) == StreamWork.None ? Nothing : new LiveStreamEvent.WorkFinished(finish.Work, now);

    /// <summary>A duplicate or late command: no event, no complaint.</summary>
    private static readonly Decision<LiveStreamEvent> Nothing = new([], null);

    private static readonly Rejection NotFound = new(RejectionKind.NotFound, "stream_not_found", "There is no such stream.");

    private static Rejection Illegal(LiveStreamState state, StreamStatus wanted, string why) =>
        new(RejectionKind.Conflict, "stream_state", $"{why} It is {state.Status} and cannot become {wanted}.");

    private static DateTimeOffset Clamp(DateTimeOffset time, DateTimeOffset from, DateTimeOffset to) =>
        time > to ? to : time < from ? from : time;

    /// <summary>As coarse as the coarsest provider's times, so that what it reports of the same second does not seem older.</summary>
    private static DateTimeOffset WholeSecond(DateTimeOffset time) => new(time.UtcTicks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);
}
