using ContentPages.Catalog;
using ContentPages.Grains.Tests.Catalog;
using ContentPages.Grains.Tests.Chat;
using ContentPages.Simulation.Engine;

namespace ContentPages.Simulation.World;

/// <summary>Everything outside of the processes: it stays when they die.</summary>
internal sealed class SimulatedWorld
{
    private readonly List<Process> _alive = [];
    private readonly Dictionary<string, RoomTruth> _rooms = [];
    private TimeSpan _calmSince;
    private int _started;

    public SimulatedWorld(ulong seed, Variant? variant = null)
    {
        Dice = new(seed);
        Variant = variant ?? new();
        Trace = new(kept: 120);
        Loop = new(Dice.Fork(), Trace);
        Ids = Dice.Fork();
        Faults = FaultPlan.Of(Dice.Fork());
        Hostile = Faults;
        Events = new(this);
        Objects = new(this);
        Channels = new(this);
        Transcoder = new(this);
    }

    public Dice Dice { get; }

    /// <summary>What the random part of ids comes from.</summary>
    public Dice Ids { get; }

    public Trace Trace { get; }

    public Loop Loop { get; }

    public VirtualClock Clock => Loop.Clock;

    /// <summary>What is broken on purpose, to see that it is found out.</summary>
    public Variant Variant { get; }

    /// <summary>Faults now.</summary>
    public FaultPlan Faults { get; private set; }

    /// <summary>Faults as long as there were any.</summary>
    public FaultPlan Hostile { get; }

    public bool IsCalm { get; private set; }

    public InMemoryCatalog Catalog { get; } = new();

    /// <summary>Items that came to be after the process had died that stored them: no version stood against it, and nobody knows of them.</summary>
    public HashSet<CatalogKey> Orphans { get; } = [];

    public InMemoryChatLog ChatLog { get; } = new();

    public EventWorld Events { get; }

    public ObjectWorld Objects { get; }

    public ChannelWorld Channels { get; }

    public TranscoderWorld Transcoder { get; }

    public Calls Calls { get; } = new();

    /// <summary>Calm for longer than anything that failed before can last.</summary>
    public bool IsSettled => IsCalm && Clock.Elapsed - _calmSince > TimeSpan.FromSeconds(45);

    /// <summary>Every 30 seconds; once all is calm and what is waited for takes days, less often.</summary>
    public TimeSpan SweepInterval => TimeSpan.FromSeconds((IsCalm ? Clock.Elapsed - _calmSince : TimeSpan.Zero).TotalMinutes switch
    {
        < 40 => 30,
        < 1_500 => 3_600,
        _ => 12 * 3_600,
    });

    /// <summary>The first invariant that was broken.</summary>
    public string? Violation { get; private set; }

    public IReadOnlyList<Process> Alive => _alive;

    public void Say(string line) => Loop.Say(line);

    public void Violate(string what)
    {
        if (Violation is not null) return;
        Violation = what;
        Say($"VIOLATION {what}");
    }

    public RoomTruth Room(string streamId)
    {
        if (!_rooms.TryGetValue(streamId, out var room)) _rooms.Add(streamId, room = new(this));
        return room;
    }

    public IReadOnlyDictionary<string, RoomTruth> Rooms => _rooms;

    public Task Pass(TimeSpan time) => Task.Delay(time, Clock);

    public string NewId() => EntityId.New(Clock.Now);

    public Process StartProcess()
    {
        var process = new Process(this, ++_started);
        _alive.Add(process);
        Say($"{process} starts");
        process.Start();
        return process;
    }

    public void Crash(Process process)
    {
        if (!_alive.Remove(process)) return;
        Say($"{process} dies");
        process.Die();
        // Something watches over processes: there is soon another one.
        if (_alive.Count == 0) _ = Loop.Outside.Start(Restart);
    }

    /// <summary>From now on nothing fails, and one process is left.</summary>
    public void CalmDown()
    {
        Say("calm");
        (IsCalm, _calmSince) = (true, Clock.Elapsed);
        Faults = FaultPlan.None;
        while (_alive.Count > 1) Crash(_alive[Dice.Below(_alive.Count)]);
    }

    private async Task Restart()
    {
        await Pass(Dice.Milliseconds(50, 3_000));
        if (_alive.Count == 0) StartProcess();
    }
}
