using ContentPages.Simulation.Engine;
using ContentPages.Simulation.World;

namespace ContentPages.Simulation.Actors;

/// <summary>Kills processes at any moment, and leaves old ones alive beside those that replace them.</summary>
internal sealed class Saboteur(SimulatedWorld world)
{
    private readonly Dice _dice = world.Dice.Fork();

    public async Task Work(TimeSpan until)
    {
        // Early, when most of what people do is still to come.
        if (world.Hostile.Zombies)
        {
            await world.Pass(_dice.Milliseconds(0, 3_000));
            world.StartProcess();
        }

        while (world.Clock.Elapsed < until)
        {
            await world.Pass(_dice.Milliseconds(500, 20_000));
            if (world.Clock.Elapsed >= until || world.Alive.Count == 0) continue;
            if (world.Hostile.Zombies && world.Alive.Count < 3 && _dice.Chance(0.5)) world.StartProcess();
            else if (world.Hostile.IsCrashing || world.Alive.Count > 1) world.Crash(_dice.Pick(world.Alive));
        }
    }
}
