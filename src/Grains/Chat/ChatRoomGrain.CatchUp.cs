using ContentPages.Chat;

namespace ContentPages.Grains.Chat;

/// <summary>Where the log ends: read before a room answers, and whenever it is no more sure of it.</summary>
public sealed partial class ChatRoomGrain
{
    private ChatRing _ring = new(0);

    /// <summary>The ring holds what the log held once.</summary>
    private bool _isLoaded;

    /// <summary>The ring ends where the log ends. Not so at the beginning, nor after a write whose outcome is unknown.</summary>
    private bool _isSound;

    /// <summary>Who moves the end of the ring: a flush that writes, or somebody who reads what another activation has written.</summary>
    private readonly SemaphoreSlim _end = new(1, 1);

    private Task<bool>? _catchingUp;

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
