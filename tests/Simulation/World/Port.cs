using ContentPages.Simulation.Engine;

namespace ContentPages.Simulation.World;

/// <summary>
/// The way from one process to one service outside. Requests and answers travel; the call fails before or after it is done, and the process may
/// die at either side of a write. The service's side runs outside, so a request that is on its way when the process dies may still arrive.
/// </summary>
/// <param name="givesUp">Whoever calls waits for so long and no longer: it is late more often, and may never answer.</param>
internal sealed class Port(SimulatedWorld world, Process process, string name, bool givesUp = false)
{
    /// <summary>Longer than a room waits for its log.</summary>
    private const int LateFrom = 10_500;

    private readonly Dice _dice = world.Dice.Fork();

    public Task<T> Read<T>(string what, Func<T> read) => world.Loop.Outside.Start(async () =>
    {
        await Travel();
        await Linger();
        if (_dice.Chance(world.Faults.Fail)) throw Failed(what, "fails");
        var found = read();
        await KeepSilent(what);
        await Travel();
        return found;
    });

    public Task<T> Write<T>(string what, Func<T> write) => world.Loop.Outside.Start(async () =>
    {
        await Travel();
        await Linger();
        if (process.IsDead && _dice.Chance(0.5)) throw Failed(what, "never arrives");
        if (_dice.Chance(world.Faults.Fail)) throw Failed(what, "fails");
        var crash = _dice.Chance(world.Faults.Crash);
        var crashesBefore = _dice.Chance(0.5);
        if (crash && crashesBefore)
        {
            world.Say($"{process} {name} {what}: dies before");
            world.Crash(process);
            throw new SimulatedFault(what);
        }

        var done = Apply(what, write);
        if (crash) world.Crash(process);
        if (_dice.Chance(world.Faults.FailAfter)) throw Failed(what, "is done, but fails");
        await KeepSilent(what);
        await Travel();
        return done;
    });

    public Task Write(string what, Action write) => Write(what, () =>
    {
        write();
        return true;
    });

    private T Apply<T>(string what, Func<T> write)
    {
        try
        {
            var done = write();
            world.Say($"{process} {name} {what}");
            return done;
        }
        catch (Exception e)
        {
            world.Say($"{process} {name} {what}: {e.GetType().Name}");
            throw;
        }
    }

    private Task Travel() => world.Pass(_dice.LongTail(world.Faults.PortDelay));

    private async Task KeepSilent(string what)
    {
        if (!givesUp || !_dice.Chance(world.Faults.Late / 4)) return;
        world.Say($"{process} {name} {what}: is never answered");
        await new TaskCompletionSource().Task;
    }

    private async Task Linger()
    {
        if (_dice.Chance(givesUp ? world.Faults.Late : world.Faults.Late / 4)) await world.Pass(_dice.Milliseconds(LateFrom, LateFrom + 4_000));
    }

    private SimulatedFault Failed(string what, string how)
    {
        world.Say($"{process} {name} {what}: {how}");
        return new(what);
    }
}
