using ContentPages.Chat;

namespace ContentPages.Grains.Chat;

/// <summary>Whose the room is, and when it ends: asked of its stream.</summary>
public sealed partial class ChatRoomGrain
{
    private Task? _asking;
    private long? _askedAt;

    public async Task StreamChanged()
    {
        await AskHostAnew();
        if (_state.Host is not null) return;
        await End();
    }

    /// <summary>The log first: it takes nothing more then, whoever else still believes in this room.</summary>
    private async Task End()
    {
        await _turn.WaitAsync();
        try
        {
            await log.DeleteRoom(Id).WaitAsync(LogTimeout, time);
            // Another activation may have stored what this one does not know.
            await stored.ReadStateAsync();
            if (stored.RecordExists) await stored.ClearStateAsync();
            _state = new();
        }
        finally
        {
            _turn.Release();
        }

        DeactivateOnIdle();
    }

    /// <summary>The log has told that the room is deleted. What fails here is tried again with the next flush.</summary>
    private async Task EndBeside()
    {
        try
        {
            await End();
        }
#pragma warning disable CA1031 // Nobody waits for it.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogEndFailed(e, Id);
        }
    }

    /// <summary>Null when the room can answer this caller.</summary>
    private async Task<Rejection?> Ready(ChatPerson? caller)
    {
        try
        {
            if (_askedAt is not { } at || time.GetElapsedTime(at) >= TimeSpan.FromSeconds(_options.HostSeconds)) await AskHost();
        }
#pragma warning disable CA1031 // A catalog that cannot be read has one answer.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogReadFailed(e, Id);
            if (_state.Host is null) return ChatRefusals.Unavailable;
        }

        // Anybody may ask for any id: what is no room shall not stay in memory.
        if (_state.Host is null) DeactivateOnIdle();
        if (ChatRoomMachine.CheckSeen(_state, caller?.UserId) is { } rejection) return rejection;
        return _isLoaded || await CatchUp() ? null : ChatRefusals.Unavailable;
    }

    /// <summary>An answer that is on its way already may be of before, so it does not count.</summary>
    private async Task AskHostAnew()
    {
        if (_asking is { IsCompleted: false } before) await before.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        await AskHost();
    }

    private Task AskHost()
    {
        return _asking is { IsCompleted: false } ? _asking : _asking = Ask();

        async Task Ask()
        {
            // What it has just begun with is new.
            var refreshed = _state.Host is null ? Task.CompletedTask : Refresh();
            var stream = await streams.Get(Id);
            await refreshed;
            _state = _state with { Host = stream is null ? null : new(stream.OwnerId, stream.Details.Visibility) };
            _askedAt = time.GetTimestamp();
        }
    }
}
