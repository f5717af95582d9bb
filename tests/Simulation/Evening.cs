using System.Globalization;
using ContentPages.Simulation.Actors;
using ContentPages.Simulation.Engine;
using ContentPages.Simulation.Invariants;
using ContentPages.Simulation.World;

namespace ContentPages.Simulation;

/// <summary>One schedule: an hour or so of the site, out of one seed.</summary>
internal sealed class Evening
{
    /// <summary>Longest that anything may be waited for: an upload that is given up after a week, and two days.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(9);

    private readonly SimulatedWorld _world;
    private bool _isOver;

    private Evening(ulong seed, Variant? variant) => _world = new(seed, variant);

    /// <summary>Plays a seed to its end.</summary>
    public static Outcome Play(ulong seed, Variant? variant = null)
    {
        var evening = new Evening(seed, variant);
        EntityId.Bits = evening._world.Ids.NextBits;
        try
        {
            return evening.Play(seed);
        }
        finally
        {
            EntityId.Bits = null;
        }
    }

    private Outcome Play(ulong seed)
    {
        string? failure = null;
        try
        {
            var direction = _world.Loop.Outside.Start(Direct);
            var nothingIsLeft = _world.Loop.Run(Longest, () => _isOver || _world.Violation is not null || direction.IsFaulted);
            failure = _world.Violation
                ?? direction.Exception?.ToString()
                ?? (_isOver ? null : $"{(nothingIsLeft ? "Nothing can happen any more" : "It goes on and on")}: open calls {_world.Calls.Open}, {_world.Calls.Oldest()}");
        }
        catch (SimulationException e)
        {
            failure = e.Message;
        }

        return new(seed, failure, _world.Trace.Hash, _world.Loop.Steps, _world.Clock.Elapsed, _world.Trace.Tail());
    }

    private async Task Direct()
    {
        var dice = _world.Dice.Fork();
        _world.Say(string.Create(CultureInfo.InvariantCulture, $"{_world.Hostile}"));
        _world.StartProcess();
        var sabotage = new Saboteur(_world).Work(_world.Clock.Elapsed + dice.Milliseconds(10_000, 90_000));
        var stream = new StreamScene(_world);
        await stream.Create();
        var room = new RoomScene(_world, stream.StreamId);
        await room.Remember();
        var films = Enumerable.Range(0, dice.Below(3)).Select(_ => new FilmScene(_world)).ToList();
        var all = Task.WhenAll([room.Play(), GoOn(room, stream), stream.Play(), .. films.Select(f => f.Play())]);
        _ = stream.Watch();
        await sabotage;
        _world.CalmDown();
        await all;
        await stream.Close();
        if (stream.IsDeleted) await room.Miss();
        else await room.Close();
        await _world.Pass(TimeSpan.FromMinutes(1));
        TapInvariants.Check(_world);
        if (!stream.IsDeleted) RoomInvariants.Check(_world, room);
        await Settle();
        if (stream.IsDeleted) await RoomInvariants.CheckGone(_world, room);
        Rest.Check(_world);
        CoverInvariants.Check(_world, stream);
        TitleInvariants.Check(_world, stream, films);
        if (_world.Calls.Oldest() is { } call) _world.Violate($"A call does not come back: {call}.");
        _isOver = true;
    }

    private static async Task GoOn(RoomScene room, StreamScene stream)
    {
        if (await stream.Doom) await room.GoOn();
    }

    /// <summary>Lets time pass until nothing is under way.</summary>
    private async Task Settle()
    {
        while (Rest.Open(_world) is { } open)
        {
            if (_world.Clock.Elapsed > Longest - TimeSpan.FromHours(13))
            {
                _world.Violate($"It never comes to rest: {open}.");
                return;
            }

            await _world.Pass(_world.SweepInterval);
        }
    }
}
