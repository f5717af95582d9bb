using ContentPages.Chat;
using ContentPages.Simulation.Engine;
using ContentPages.Simulation.World;

namespace ContentPages.Simulation.Actors;

/// <summary>Somebody's page: connects, joins, applies what comes, asks again where something is missing, and comes back when it is cut off.</summary>
internal sealed class Viewer
{
    private readonly SimulatedWorld _world;
    private readonly Dice _dice;
    private readonly string _streamId;
    private Link? _link;

    public Viewer(SimulatedWorld world, string streamId, ChatPerson? person, string name)
    {
        (_world, _streamId, Person, Name) = (world, streamId, person, name);
        _dice = world.Dice.Fork();
        View = new(world, world.Room(streamId), name);
        _ = world.Loop.Outside.Start(Live);
    }

    public string Name { get; }

    public ChatPerson? Person { get; }

    public RoomView View { get; }

    /// <summary>It was told that there is no room any more.</summary>
    public bool IsGone { get; private set; }

    /// <summary>The node that it is connected to; null for none.</summary>
    public Process? Node => _link is { IsClosed: false, Process.IsDead: false } link ? link.Process : null;

    private async Task Live()
    {
        while (!IsGone)
        {
            try
            {
                if (_world.Alive.Count == 0) throw new ConnectionLost("nobody");
                _link = await _dice.Pick(_world.Alive).Relay.Connect(_streamId);
                await Stay(_link);
            }
            catch (Exception)
            {
                // Whatever it was, the page connects anew.
            }

            _link?.Close();
            await _world.Pass(_dice.Milliseconds(10, 1_500));
        }
    }

    private async Task Stay(Link link)
    {
        await Join(link);
        while (true)
        {
            if (await link.Next() is not { } batch || !View.Take(batch)) await Join(link);
            if (_dice.Chance(_world.Faults.Disconnect / 4)) throw new ConnectionLost(Name);
        }
    }

    private async Task Join(Link link)
    {
        while (true)
        {
            var after = View.Last;
            var answer = await link.Process.Ask($"{Name} joins after {after}", c => c.GetGrain<IChatRoomGrain>(_streamId).Join(Person, after));
            if (answer.Ok)
            {
                View.Take(answer.Value);
                return;
            }

            if (answer.Rejection.Kind is RejectionKind.NotFound)
            {
                if (!View.IsDoomed) _world.Violate($"{Name} is told that there is no room.");
                IsGone = true;
                throw new ConnectionLost(Name);
            }

            await _world.Pass(TimeSpan.FromSeconds(answer.Rejection.RetryAfter ?? 2));
        }
    }
}
