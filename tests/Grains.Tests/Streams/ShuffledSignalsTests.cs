using ContentPages.Grains.Streams;
using ContentPages.Streams;
using FsCheck;
using FsCheck.Fluent;

namespace ContentPages.Grains.Tests.Streams;

/// <summary>
/// Half an hour of a broadcast, second by second. Ingest events come late, doubled, shuffled, cut to whole seconds, or never; answers of the outside
/// are lost; the sweeper asks what is true when it is due. The end is always the same.
/// </summary>
public sealed class ShuffledSignalsTests
{
    private const int Seconds = 1_800;

    /// <summary>
    /// What truly happens. Connections: id, from, to (in seconds). Presses: s(tart) and e(nd) at a second. Then how it must end: status, connection, and
    /// the end and recording of each session.
    /// </summary>
    public static TheoryData<string, string, string> Scripts => new()
    {
        { "A 60-150 B 170-300", "s10", "Ended - SignalLost/Ready" },
        { "A 5-400", "s60 e250", "Ended - Stopped/Ready" },
        { "A 60-250 B 330-9999", "s10 e250 s300", "Live B Stopped/Ready now/Recording" },
        { "A 60-250", "s10 e250 s300", "Ended - Stopped/Ready NeverLive/None" },
        { "", "s10", "Offline - NeverLive/None" },
        { "A 100-180 B 400-9999", "s10 s380", "Live B SignalLost/Ready now/Recording" },
        { "A 20-100 B 110-200 C 210-300 D 310-9999", "s10", "Live D now/Recording" },
    };

    [Theory]
    [MemberData(nameof(Scripts))]
    public void AnyDelivery_EndsTheSameWay(string connections, string presses, string expected)
    {
        Assert.Equal(expected, Play(connections, presses, null));
        Prop.ForAll<int>(seed => Assert.Equal(expected, Play(connections, presses, new(seed)))).Check(Config.QuickThrowOnFailure.WithMaxTest(60).WithEndSize(1_000_000));
    }

    /// <param name="chance">Null for a world in which nothing goes wrong.</param>
    private static string Play(string connections, string presses, Random? chance)
    {
        int Take(int below) => chance?.Next(below) ?? 0;
        var world = new World(connections, presses);
        var mail = new PriorityQueue<ChannelReport, int>();
        var state = GivenStream.Offline;
        for (var second = 0; second <= Seconds; second++)
        {
            var now = GivenStream.T0.AddSeconds(second);
            foreach (var told in world.Tell(second))
                foreach (var delay in chance is null ? [0] : Fate(Take)) mail.Enqueue(Take(3) == 0 ? told : told with { At = Cut(told.At) }, second + delay);
            while (mail.TryPeek(out var report, out var due) && due <= second) state = Step(state, new LiveStreamCommand.Report(mail.Dequeue()), now);
            if (world.Press(second) is { } press) state = Step(state, press, now);
            state = Act(state, world, now, Take);
            if (LiveStreamSchedule.WakeAt(state, now) <= now || state.DueAt <= now) state = Sweep(state, world, now, Take);
        }

        // Nothing more happens; the sweeper settles what is left.
        for (var second = Seconds; second < Seconds + 300; second += 30)
        {
            world.AnswersAlways = true;
            state = Sweep(state, world, GivenStream.T0.AddSeconds(second), Take);
        }

        var sessions = state.Sessions.Select(s => $" {s.End?.ToString() ?? "now"}/{s.Recording}");
        return $"{state.Status} {state.Signal.Present?.Id ?? "-"}{string.Concat(sessions)}";
    }

    /// <summary>Lost, once, or twice; at once or later.</summary>
    private static IEnumerable<int> Fate(Func<int, int> take) => Enumerable.Range(0, take(4) is var n && n == 3 ? 1 : n).Select(_ => new[] { 0, 0, 1, 7, 40, 400 }[take(6)]);

    private static DateTimeOffset Cut(DateTimeOffset time) => new(time.Ticks / TimeSpan.TicksPerSecond * TimeSpan.TicksPerSecond, TimeSpan.Zero);

    /// <summary>What is pending is done, unless the outside does not answer at this moment.</summary>
    private static LiveStreamState Act(LiveStreamState state, World world, DateTimeOffset now, Func<int, int> take)
    {
        foreach (var session in state.Sessions)
        {
            if (!world.AnswersAlways && take(4) == 1) continue;
            if (session.Pending.HasFlag(SessionWork.End))
            {
                world.End(session.Number, now);
                state = Step(state, new LiveStreamCommand.FinishSession(session.Number, SessionWork.End), now);
            }

            if (session.Pending.HasFlag(SessionWork.Begin) && !state.Sessions.Any(s => s.Pending.HasFlag(SessionWork.End))) state = Step(state, new LiveStreamCommand.Arm(session.Number), now);
            if (session.Pending.HasFlag(SessionWork.CreateVideo)) state = Step(state, new LiveStreamCommand.SettleRecording(session.Number, Ready: true), now);
            if (session.Pending.HasFlag(SessionWork.DropRecording)) state = Step(state, new LiveStreamCommand.FinishSession(session.Number, SessionWork.DropRecording), now);
        }

        return state;
    }

    private static LiveStreamState Sweep(LiveStreamState state, World world, DateTimeOffset now, Func<int, int> take)
    {
        state = Act(state, world, now, take);
        if (state.IsInSession || state.Signal.Present is not null) state = Step(state, new LiveStreamCommand.Observe(world.Now(now)), now);
        foreach (var session in state.Sessions.Where(s => s is { Recording: RecordingStatus.Finishing, Media: null }))
            state = Step(state, new LiveStreamCommand.FindRecording(session.Number, world.Recording(session.Number, now)), now);
        return Act(Step(state, new LiveStreamCommand.Defer(), now), world, now, take);
    }

    private static LiveStreamState Step(LiveStreamState state, LiveStreamCommand command, DateTimeOffset now)
    {
        var after = LiveStreamMachine.Decide(state, command, now).Events.Aggregate(state, LiveStreamMachine.Apply);
        if (after == state) return state;
        StreamInvariants.Check(after);
        StreamInvariants.CheckStep(state, after);
        return after;
    }

    /// <summary>The encoder, the provider and the broadcaster.</summary>
    private sealed class World
    {
        private readonly List<(string Id, int From, int To)> _connections = [];
        private readonly Dictionary<int, string> _presses;
        private readonly Dictionary<int, DateTimeOffset> _ended = [];
        private readonly List<(int Second, ChannelReport Report)> _extra = [];

        public World(string connections, string presses)
        {
            var words = connections.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i < words.Length; i += 2)
                _connections.Add((words[i], int.Parse(words[i + 1].Split('-')[0], null), int.Parse(words[i + 1].Split('-')[1], null)));
            _presses = presses.Split(' ').ToDictionary(p => int.Parse(p[1..], null), p => p[..1]);
        }

        public bool AnswersAlways { get; set; }

        public LiveStreamCommand? Press(int second) => !_presses.TryGetValue(second, out var press) ? null
            : press == "s" ? new LiveStreamCommand.Start(second == _presses.Keys.Min() ? GivenStream.Video : GivenStream.NextVideo)
            : new LiveStreamCommand.Stop();

        public ChannelStatus Now(DateTimeOffset now) =>
            _connections.Find(c => GivenStream.T0.AddSeconds(c.From) <= now && now < GivenStream.T0.AddSeconds(c.To)) is { Id: { } id }
                ? new(StreamSignal.Receiving, id, now)
                : new(StreamSignal.None, null, now);

        /// <summary>The encoder is dropped, and the recording complete ten seconds later.</summary>
        public void End(int session, DateTimeOffset now)
        {
            if (!_ended.TryAdd(session, now)) return;
            var second = (int)(now - GivenStream.T0).TotalSeconds;
            for (var i = 0; i < _connections.Count; i++)
            {
                if (_connections[i].From > second || _connections[i].To <= second) continue;
                _connections[i] = _connections[i] with { To = second };
                _extra.Add((second + 1, new SignalReport(now, _connections[i].Id, SignalChange.Ended)));
            }

            _extra.Add((second + 11, GivenStream.Complete(session).Change));
        }

        public RecordingReport? Recording(int session, DateTimeOffset now) =>
            _ended.TryGetValue(session, out var at) && now >= at.AddSeconds(10) ? (RecordingReport)GivenStream.Complete(session).Change : null;

        public IEnumerable<ChannelReport> Tell(int second)
        {
            var at = GivenStream.T0.AddSeconds(second);
            foreach (var (id, from, to) in _connections)
            {
                if (second == from) yield return new SignalReport(at.AddMilliseconds(300), id, SignalChange.Started);
                if (second == from + 20 && second < to) yield return new SignalReport(at, id, SignalChange.Starved);
                if (second == from + 22 && second < to) yield return new SignalReport(at, id, SignalChange.Recovered);
                if (second == to) yield return new SignalReport(at.AddMilliseconds(100), id, SignalChange.Ended);
            }

            foreach (var (_, report) in _extra.Where(e => e.Second == second)) yield return report;
        }
    }
}
