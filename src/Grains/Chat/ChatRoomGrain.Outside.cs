using ContentPages.Chat;

namespace ContentPages.Grains.Chat;

/// <summary>What a room must know before it answers: its stream, and where its log ends.</summary>
public sealed partial class ChatRoomGrain
{
    private ChatRing _ring = new(0);

    /// <summary>The ring holds what the log held once.</summary>
    private bool _isLoaded;

    /// <summary>The ring ends where the log ends. Not so at the beginning, nor after a write whose outcome is unknown.</summary>
    private bool _isSound;

    /// <summary>Who moves the end of the ring: a flush that writes, or somebody who reads what another activation has written.</summary>
    private readonly SemaphoreSlim _end = new(1, 1);

    private bool _isReadingState;

    /// <summary>How often another state was read: acts may wait in it that nobody has looked for yet.</summary>
    private int _stateReads;
    private Task<bool>? _catchingUp;
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

    /// <summary>Somebody has seen more than the ring has: another activation has written, and this one is about to be told so.</summary>
    private async Task<bool> CatchUpBeside()
    {
        await _end.WaitAsync();
        try
        {
            return await CatchUp();
        }
        finally
        {
            _end.Release();
        }
    }

    /// <summary>Reads the end of the log into the ring; false when it cannot be read.</summary>
    private Task<bool> CatchUp()
    {
        return _catchingUp is { IsCompleted: false } ? _catchingUp : _catchingUp = Read();

        async Task<bool> Read()
        {
            try
            {
                if (!_isLoaded) await Load();
                else await ReadOn();
                int known;
                do
                {
                    known = _stateReads;
                    await FindPending();
                }
                while (known != _stateReads);
                _isSound = true;
                Wake();
                return true;
            }
#pragma warning disable CA1031 // Who waits is told that the room is unavailable.
            catch (Exception e)
#pragma warning restore CA1031
            {
                LogReadFailed(e, Id);
                return false;
            }
        }
    }

    private async Task Load()
    {
        await ReadAll();
        foreach (var entry in _ring.All().Where(e => e.Kind is ChatEntryKind.Message)) _posts.Set(entry.UserId, new(entry.At, 0, entry.At));
        _published = _ring.Last;
        _isLoaded = true;

        // Who watched the activation before may have missed its last batch: an empty one shows where the log ends.
        _news.Room = true;
    }

    private async Task ReadAll()
    {
        var last = await log.Last(Id).WaitAsync(LogTimeout, time);
        var entries = await log.Read(Id, Math.Max(0, last - ChatRing.Capacity), ChatRing.Capacity).WaitAsync(LogTimeout, time);
        var ring = new ChatRing(last);
        if (entries.Count > 0) ring = new ChatRing(entries[0].Seq - 1);
        foreach (var entry in entries) ring.Add(entry);
        if (entries.Count > 0) _lastAt = entries[^1].At;
        _ring = ring;
    }

    private async Task ReadOn()
    {
        IReadOnlyList<ChatEntry> entries;
        do
        {
            entries = await log.Read(Id, _ring.Last, ChatRing.Capacity).WaitAsync(LogTimeout, time);
            if (entries.Any(e => e.Kind is ChatEntryKind.Restoration))
            {
                // What it brought back the ring may hold without its text.
                await ReadAll();
                return;
            }

            foreach (var entry in entries)
            {
                _ring.Add(entry);
                _lastAt = entry.At;
            }
        }
        while (entries.Count == ChatRing.Capacity);
    }

    /// <summary>
    /// Another activation may have stored something, and nothing else would tell. Nobody waits for an act that is just being done: what is
    /// stored is read after it.
    /// </summary>
    private async Task Refresh()
    {
        if (_turn.CurrentCount == 0 || !await TryReadState()) ReadAgain();
    }

    /// <summary>A write failed, and may have been done all the same: what it stored nobody else would see into effect.</summary>
    private void ReadAgain()
    {
        if (!_isReadingState) _ = ReadState();
    }

    private async Task ReadState()
    {
        _isReadingState = true;
        while (!_ended.IsCancellationRequested && !await TryReadState())
            await Task.Delay(TimeSpan.FromMilliseconds(_options.RetryMilliseconds), time, _ended).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing | ConfigureAwaitOptions.ContinueOnCapturedContext);
        _isReadingState = false;
    }

    private async Task<bool> TryReadState()
    {
        await _turn.WaitAsync();
        try
        {
            var known = stored.Etag;
            await stored.ReadStateAsync();
            if (stored.Etag == known) return true;
            var before = _state;
            Become(stored.State with { Host = before.Host });
            _news.Standings.UnionWith(ChatRoomMachine.StandAnew(before, _state, time.GetUtcNow()));
            _isSound = false;
            _stateReads++;
            Wake();
            return true;
        }
#pragma warning disable CA1031 // It is tried again.
        catch (Exception e)
#pragma warning restore CA1031
        {
            LogReadFailed(e, Id);
            return false;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Acts that were stored and not seen into the log, by this activation or the one before.</summary>
    private async Task FindPending()
    {
        foreach (var act in _state.Pending.Where(p => !_queue.HasAct(p.Audit.Id)))
        {
            if (await log.GetAudit(Id, act.Audit.Id).WaitAsync(LogTimeout, time) is not null) Finish(act.Audit);
            else _queue.Add(new(await WithRestored(act.Entry), act.Audit));
        }
    }

    /// <summary>What a restoration brings back is not stored with it.</summary>
    private async Task<ChatEntry?> WithRestored(ChatEntry? entry) => entry is { Kind: ChatEntryKind.Restoration, Target: { } removal, Restored: null }
        ? entry with { Restored = await log.ReadRemoved(Id, removal, ChatRestoration.MostMessages).WaitAsync(LogTimeout, time) }
        : entry;

    private void Finish(ChatAuditEntry audit)
    {
        _news.Moderation = true;
        _state = ChatRoomMachine.Decide(_state, new ChatCommand.Finish(audit.Id), _options, time.GetUtcNow()).Events.Aggregate(_state, ChatRoomMachine.Apply);
    }
}
