using ContentPages.Chat;
using ContentPages.Simulation.Engine;
using ContentPages.Simulation.World;

namespace ContentPages.Simulation.Actors;

/// <summary>Does at random what moderators do, and keeps what was acknowledged.</summary>
/// <param name="reviewing">It is about messages that wait for review, for the most part.</param>
internal sealed class Moderator(
    SimulatedWorld world, string streamId, ChatPerson person, IReadOnlyList<ChatPerson> fans, List<(string AuditId, ChatAct Act)> done, bool reviewing)
{
    private const int MostTries = 40;

    private readonly Dice _dice = world.Dice.Fork();
    private int _strangers;

    private List<(string AuditId, ChatAct Act)> Reviews => [.. done.Where(d => d.Act is ApproveHeld or RejectHeld)];

    public async Task Work(int acts)
    {
        for (var n = 0; n < acts; n++)
        {
            await world.Pass(_dice.LongTail(6_000));
            if (_dice.Chance(0.3)) await ActAtOnce();
            else await Try(await Choose());
        }
    }

    /// <summary>Does it until it is answered; nothing for sure, since an answer that is lost leaves open whether it was done.</summary>
    /// <returns>Null, or the code of the rejection.</returns>
    public async Task<string?> Insist(ChatAct act)
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            if (await Try(act) is not { } answer) continue;
            if (answer.Rejection is not { RetryAfter: { } wait }) return answer.Rejection?.Code;
            await world.Pass(TimeSpan.FromSeconds(wait));
        }

        return "never";
    }

    /// <summary>Through every node: where there are two, each has a room of its own, and both store something.</summary>
    private async Task ActAtOnce()
    {
        if (world.Alive.Count > 1 && _dice.Chance(0.5) && Reviews is { Count: > 0 } reviews)
        {
            var undo = new UndoAct(_dice.Pick(reviews).AuditId);
            await Task.WhenAll(world.Alive.ToList().Select(node => Try(undo, node)));
        }
        else if (world.Alive.Count > 1) await Task.WhenAll(world.Alive.ToList().Select(node => Try(new BanUser(new($"{person.UserId}-{++_strangers}", "Stranger")), node)));
        else await Task.WhenAll(Try(await Choose()), Try(await Choose()));
    }

    public async Task<ChatModeration?> Look()
    {
        try
        {
            return (await Ask("looks", room => room.GetModeration(person))).Value;
        }
        catch (Exception)
        {
            await world.Pass(_dice.Milliseconds(20, 2_000));
            return null;
        }
    }

    /// <returns>Null when it is unknown whether it was done.</returns>
    private async Task<Result<ChatActed>?> Try(ChatAct act, Process? node = null)
    {
        try
        {
            var answer = await Ask(act.ToString(), room => room.Moderate(person, act), node);
            if (answer is { Ok: true, Value.AuditId: { } auditId }) done.Add((auditId, act));
            return answer;
        }
        catch (Exception)
        {
            await world.Pass(_dice.Milliseconds(20, 2_000));
            return null;
        }
    }

    private async Task<ChatAct> Choose()
    {
        if (reviewing && _dice.Chance(0.8) && await Review() is { } review) return review;
        var fan = _dice.Pick(fans);
        switch (_dice.Below(13))
        {
            case 0: return new ClearRoom();
            case 1: return new TimeOutUser(fan, _dice.Between(1, 15), _dice.Chance(0.5));
            case 2: return new BanUser(fan, _dice.Chance(0.5));
            case 3: return new UnbanUser(fan.UserId);
            case 4: return new ChangeChatSettings(new(_dice.Chance(0.7) ? 0 : 2, _dice.Chance(0.5) ? [] : ["darn"], _dice.Chance(0.6) ? ChatHold.Off : _dice.Chance(0.5) ? ChatHold.All : ChatHold.Links));
            case 5 when await Review() is { } found: return found;
            case 6: return new PinMessage(_dice.Between(1, (int)world.Room(streamId).Last + 1));
            case 7: return new UnpinMessage();
            case 8: return new AppointModerator(fan);
            case 9: return new DismissModerator(fan.UserId);
            case 10 or 11 when done.Count > 0: return new UndoAct(_dice.Pick(done).AuditId);
            default: return new DeleteMessage(_dice.Between(1, (int)world.Room(streamId).Last + 1));
        }
    }

    /// <summary>Reviews what waits, or takes back what was reviewed; null when there is neither.</summary>
    private async Task<ChatAct?> Review() =>
        Reviews is { Count: > 0 } reviews && _dice.Chance(0.5) ? new UndoAct((_dice.Chance(0.5) ? reviews[0] : _dice.Pick(reviews)).AuditId)
        : await Look() is not { Held: [var held, ..] } ? null
        : _dice.Chance(0.6) ? new ApproveHeld(held.Id)
        : new RejectHeld(held.Id);

    private async Task<Result<T>> Ask<T>(string what, Func<IChatRoomGrain, Task<Result<T>>> call, Process? node = null) where T : class
    {
        if (world.Alive.Count == 0) throw new ConnectionLost("nobody");
        return await (node ?? _dice.Pick(world.Alive)).Ask($"{person.UserId} {what}", c => call(c.GetGrain<IChatRoomGrain>(streamId)));
    }
}
