using ContentPages.Processors.Events;
using ContentPages.Simulation.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace ContentPages.Simulation.World;

/// <summary>The queue of events: lost, doubled, late and in any order. Each is handled by whichever process takes it, by the real handlers.</summary>
internal sealed class EventWorld(SimulatedWorld world)
{
    /// <summary>Deliveries until an event goes to the dead letters.</summary>
    private const int MostDeliveries = 5;

    private readonly Dice _dice = world.Dice.Fork();

    /// <summary>Events that are on their way.</summary>
    public int OnTheirWay { get; private set; }

    public void Publish(string words, byte[] body)
    {
        if (_dice.Chance(world.Faults.LoseEvent))
        {
            world.Say($"event {words}: lost");
            return;
        }

        var copies = _dice.Chance(world.Faults.DoubleEvent) ? 2 : 1;
        for (var copy = 0; copy < copies; copy++)
        {
            OnTheirWay++;
            _ = world.Loop.Outside.Start(() => Deliver(words, body));
        }
    }

    private async Task Deliver(string words, byte[] body)
    {
        await world.Pass(_dice.LongTail(world.Faults.EventDelay));
        for (var delivery = 1; delivery <= MostDeliveries; delivery++)
        {
            try
            {
                if (world.Alive.Count == 0) throw new ConnectionLost("nobody");
                var process = world.Dice.Pick(world.Alive);
                world.Say($"event {words} to {process}");
                await process.Ask($"event {words}", async _ => await process.Services.GetRequiredService<EventDispatcher>().Dispatch(body, CancellationToken.None));
                break;
            }
            catch (Exception)
            {
                await world.Pass(_dice.Milliseconds(1_000, 30_000));
            }
        }

        OnTheirWay--;
    }
}
