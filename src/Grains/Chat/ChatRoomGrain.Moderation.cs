using ContentPages.Chat;
using ContentPages.Grains.Machines;
using Orleans.Storage;

namespace ContentPages.Grains.Chat;

/// <summary>What owner and moderators do and see.</summary>
public sealed partial class ChatRoomGrain
{
    /// <summary>Acts that may wait for the one that is on. Overflow policy: the newest is refused with <c>room_busy</c>.</summary>
    private const int MostWaitingActs = 100;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _waitingActs;

    public async Task<Result<ChatActed>> Moderate(ChatPerson actor, ChatAct act)
    {
        if (await Ready(actor) is { } rejection) return rejection;
        if (ChatRoomMachine.CheckModerator(_state, actor.UserId) is { } refusal) return refusal;
        return await Alone<ChatActed>(async () =>
        {
            // A log that never answers may not keep all other acts waiting.
            var command = await Facts(new(actor, act, EntityId.New(time.GetUtcNow()))).WaitAsync(LogTimeout, time);
            var decision = ChatRoomMachine.Decide(_state, command, _options, time.GetUtcNow());
            if (decision.Rejection is { } refused) return refused;
            return decision.Events.Count == 0 ? new ChatActed(null) : await Do(decision);
        });
    }

    public async Task<Result<ChatModeration>> GetModeration(ChatPerson caller)
    {
        if (await Ready(caller) is { } rejection) return rejection;
        if (ChatRoomMachine.CheckModerator(_state, caller.UserId) is { } refusal) return refusal;
        var now = time.GetUtcNow();
        return new ChatModeration(
            _state.RoleOf(caller.UserId), _state.Settings, _state.Pinned,
            [.. _state.Moderators.Values.OrderBy(m => m.Name, StringComparer.Ordinal)],
            [.. _state.Bans.Values.OrderByDescending(b => b.At)],
            [.. _state.TimeOuts.Values.Where(t => t.Until > now).OrderBy(t => t.Until)],
            _state.Held);
    }

    public async Task<Result<ChatAuditPage>> GetAudit(ChatPerson caller, string? before, int limit)
    {
        if (await Ready(caller) is { } rejection) return rejection;
        if (ChatRoomMachine.CheckModerator(_state, caller.UserId) is { } refusal) return refusal;
        var most = Math.Clamp(limit, 1, 100);
        try
        {
            var entries = await log.ReadAudit(Id, before, most).WaitAsync(LogTimeout, time);
            return new ChatAuditPage(entries, entries.Count == most ? entries[^1].Id : null);
        }
#pragma warning disable CA1031 // A log that cannot be read has one answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogReadFailed(e, Id);
            return ChatRefusals.Unavailable;
        }
    }

    /// <summary>Stores what the state has of it, then sees it into the log.</summary>
    private async Task<Result<ChatActed>> Do(Decision<ChatEvent> decision)
    {
        if (await Take(decision.Events) is not { } act) return new ChatActed(null);
        var logged = await act.Answer;
        return logged.Ok ? new ChatActed(act.Audit!.Id) : logged.Rejection;
    }

    /// <summary>What the machine must know for an act, out of the log.</summary>
    private async Task<ChatCommand.Moderate> Facts(ChatCommand.Moderate command) => command.Act switch
    {
        DeleteMessage act => command with { Message = await FindMessage(act.Seq) },
        PinMessage act => command with { Message = await FindMessage(act.Seq) },
        UndoAct act when await log.GetAudit(Id, act.AuditId) is { } undone => command with
        {
            Undone = undone,
            Message = undone is { Kind: ChatActKind.ApprovedHeld, Message: { } made, UndoneBy: null } ? await ReadMessage(made) : null,
            Restored = undone is { Seq: { } removal, UndoneBy: null } ? await log.ReadRemoved(Id, removal, ChatRestoration.MostMessages) : null,
        },
        _ => command,
    };

    private async Task<ChatMessage?> FindMessage(long seq) =>
        seq >= _ring.First ? _ring.Message(seq)
        : await ReadMessage(seq);

    /// <summary>Out of the log, which has also what another activation has written.</summary>
    private async Task<ChatMessage?> ReadMessage(long seq) => await log.ReadBack(Id, seq + 1, 1) is [var message] && message.Seq == seq ? message : null;

    /// <summary>One act at a time, from its decision until the log has it: the next is decided on what is true then.</summary>
    private async Task<Result<T>> Alone<T>(Func<Task<Result<T>>> act) where T : class
    {
        if (_waitingActs >= MostWaitingActs) return ChatRefusals.RoomBusy;
        _waitingActs++;
        await _turn.WaitAsync();
        try
        {
            // What is stored first of all no version guards: a room whose stream has just been deleted would be there again.
            if (!stored.RecordExists) await AskHostAnew();
            return await act();
        }
        catch (Exception e) when (e is not InconsistentStateException)
        {
            LogActFailed(e, Id);
            return ChatRefusals.Unavailable;
        }
        finally
        {
            _turn.Release();
            _waitingActs--;
        }
    }
}
