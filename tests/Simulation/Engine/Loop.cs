namespace ContentPages.Simulation.Engine;

/// <summary>
/// The only thread there is. It runs one ready task after the other, chosen by the seed, and when none is ready lets time pass to the next
/// timer. Whatever comes from another thread has escaped, and fails the schedule.
/// </summary>
internal sealed class Loop
{
    /// <summary>Steps at one moment, beyond which something goes round in circles.</summary>
    private const int MostStepsAtOnce = 200_000;

    private readonly List<(Lane Lane, Task Task)> _ready = [];
    private readonly int _thread = Environment.CurrentManagedThreadId;
    private readonly Dice _dice;
    private string? _escape;

    public Loop(Dice dice, Trace trace)
    {
        _dice = dice;
        Trace = trace;
        Clock = new(this, dice);
        Outside = new(this, "outside");
    }

    public Trace Trace { get; }

    public VirtualClock Clock { get; }

    /// <summary>Where everything runs that is no process of ours: people, networks, stores.</summary>
    public Lane Outside { get; }

    public long Steps { get; private set; }

    public void Say(string line)
    {
        CheckThread("a line of the trace");
        Trace.Line(Clock.Elapsed, line);
    }

    /// <summary>Runs until nothing is left that could happen, or the clock would pass the limit.</summary>
    /// <returns>Whether nothing is left.</returns>
    public bool Run(TimeSpan limit, Func<bool> isOver)
    {
        var before = SynchronizationContext.Current;
        // Awaits prefer a context to the scheduler, and would take every continuation out of here.
        SynchronizationContext.SetSynchronizationContext(null);
        try
        {
            while (!isOver())
            {
                RunReady();
                if (isOver()) return false;
                if (Clock.NextDue is not { } due) return true;
                if (due > limit) return false;
                Clock.Advance();
            }

            return false;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    public void CheckThread(string what)
    {
        if (Environment.CurrentManagedThreadId == _thread) return;
        _escape ??= $"{what} came from another thread:{Environment.NewLine}{Environment.StackTrace}";
        throw new SimulationException(_escape);
    }

    public void Enqueue(Lane lane, Task task)
    {
        CheckThread("a task");
        _ready.Add((lane, task));
    }

    private void RunReady()
    {
        for (var steps = 0; _ready.Count > 0; steps++)
        {
            if (steps > MostStepsAtOnce) throw new SimulationException($"{steps} steps and no time has passed.");
            var chosen = _dice.Below(_ready.Count);
            var (lane, task) = _ready[chosen];
            _ready[chosen] = _ready[^1];
            _ready.RemoveAt(_ready.Count - 1);
            if (lane.IsDead) continue;
            Steps++;
            Trace.Mix((ulong)chosen);
            lane.Run(task);
            if (_escape is not null) throw new SimulationException(_escape);
        }
    }
}
