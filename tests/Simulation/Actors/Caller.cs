using ContentPages.Simulation.Engine;
using ContentPages.Simulation.World;

namespace ContentPages.Simulation.Actors;

/// <summary>Somebody who calls grains through whichever node they reach.</summary>
internal sealed class Caller(SimulatedWorld world, string name)
{
    private const int MostTries = 60;

    private readonly Dice _dice = world.Dice.Fork();

    /// <returns>Null when it is unknown whether it was done.</returns>
    public async Task<Result<T>?> Try<T>(string what, Func<IClusterClient, Task<Result<T>>> call) where T : class
    {
        try
        {
            if (world.Alive.Count == 0) throw new ConnectionLost("nobody");
            return await _dice.Pick(world.Alive).Ask($"{name} {what}", call);
        }
        catch (Exception)
        {
            await world.Pass(_dice.Milliseconds(20, 2_000));
            return null;
        }
    }

    /// <summary>Calls again until there is an answer; null when there never is.</summary>
    public async Task<Result<T>?> Insist<T>(string what, Func<IClusterClient, Task<Result<T>>> call) where T : class
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await Try(what, call) is not { } answer) continue;
            if (answer.Rejection?.Kind is not RejectionKind.Unavailable) return answer;
            await world.Pass(TimeSpan.FromSeconds(1));
        }

        world.Violate($"{name} {what} is never answered.");
        return null;
    }
}
