using ContentPages.Chat;
using ContentPages.Grains.Chat;

namespace ContentPages.Grains.Tests.Chat;

/// <summary>What happens to one append.</summary>
public enum LogFault
{
    None,
    /// <summary>It fails, and nothing is written.</summary>
    BeforeWrite,
    /// <summary>It fails, though it is written.</summary>
    AfterWrite,
    /// <summary>It is written, and is never answered.</summary>
    Silent,
    /// <summary>It is never answered, and is written when <see cref="InMemoryChatLog.WriteLate"/> says so.</summary>
    Late,
}

/// <summary>The log in memory, as plainly as it can be said: what is seen is worked out from all removals whenever it is read.</summary>
public sealed class InMemoryChatLog : IChatLog
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, Room> _rooms = [];
    private readonly HashSet<string> _deleted = [];
    private readonly List<Action> _late = [];

    /// <summary>Asked for every append of a room.</summary>
    public Func<string, LogFault>? Fault { get; set; }

    /// <summary>What a look for one act of a room waits for.</summary>
    public Func<string, Task>? BeforeGetAudit { get; set; }

    /// <summary>Rooms whose log cannot be read.</summary>
    public HashSet<string> Unreadable { get; } = [];

    public int Appends { get; private set; }

    public void WriteLate()
    {
        lock (_lock)
        {
            foreach (var write in _late)
            {
                try
                {
                    write();
                }
                catch (ChatLogConflictException)
                {
                }
            }

            _late.Clear();
        }
    }

    public Task<long> Last(string streamId, CancellationToken cancel = default) => Look(streamId, room => room.Last);

    public Task Append(
        string streamId, IReadOnlyList<ChatEntry> entries, IReadOnlyList<ChatAuditEntry> audit, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            Appends++;
            switch (Fault?.Invoke(streamId) ?? LogFault.None)
            {
                case LogFault.BeforeWrite: throw new IOException("The disk is full.");
                case LogFault.AfterWrite:
                    Write(streamId, entries, audit);
                    throw new IOException("The answer was lost.");
                case LogFault.Silent:
                    Write(streamId, entries, audit);
                    return new TaskCompletionSource().Task;
                case LogFault.Late:
                    _late.Add(() => Write(streamId, entries, audit));
                    return new TaskCompletionSource().Task;
                default:
                    Write(streamId, entries, audit);
                    return Task.CompletedTask;
            }
        }
    }

    public Task<IReadOnlyList<ChatEntry>> Read(string streamId, long after, int limit, CancellationToken cancel = default) => Look<IReadOnlyList<ChatEntry>>(streamId,
        room => [.. room.Entries.Where(e => e.Seq > after).Take(limit).Select(e => e.Kind is ChatEntryKind.Message && !room.IsSeen(e) ? e with { Text = null } : e)]);

    public Task<IReadOnlyList<ChatMessage>> ReadBack(string streamId, long? before, int limit, CancellationToken cancel = default) =>
        Look<IReadOnlyList<ChatMessage>>(streamId, room => [.. room.Seen().Where(m => before is null || m.Seq < before).Reverse().Take(limit)]);

    public Task<IReadOnlyList<ChatMessage>> ReadBetween(
        string streamId, DateTimeOffset from, DateTimeOffset until, long after, int limit, CancellationToken cancel = default) =>
        Look<IReadOnlyList<ChatMessage>>(streamId, room => [.. room.Seen().Where(m => m.SentAt >= from && m.SentAt < until && m.Seq > after).Take(limit)]);

    public Task<IReadOnlyList<ChatMessage>> ReadRemoved(string streamId, long removal, int limit, CancellationToken cancel = default) =>
        Look<IReadOnlyList<ChatMessage>>(streamId, room =>
        {
            var seen = room.Seen().Select(m => m.Seq).ToHashSet();
            return [.. room.Seen(except: removal).Where(m => !seen.Contains(m.Seq)).TakeLast(limit)];
        });

    public async Task<ChatAuditEntry?> GetAudit(string streamId, string id, CancellationToken cancel = default)
    {
        if (BeforeGetAudit is { } before) await before(streamId);
        return await Look(streamId, room => room.Audit.Find(a => a.Id == id));
    }

    public Task<IReadOnlyList<ChatAuditEntry>> ReadAudit(string streamId, string? before, int limit, CancellationToken cancel = default) =>
        Look<IReadOnlyList<ChatAuditEntry>>(streamId, room =>
        [
            .. room.Audit.Where(a => before is null || string.CompareOrdinal(a.Id, before) < 0).OrderByDescending(a => a.Id, StringComparer.Ordinal).Take(limit),
        ]);

    public Task DeleteRoom(string streamId, CancellationToken cancel = default)
    {
        lock (_lock)
        {
            _rooms.Remove(streamId);
            _deleted.Add(streamId);
        }

        return Task.CompletedTask;
    }

    private Task<T> Look<T>(string streamId, Func<Room, T> read)
    {
        lock (_lock)
        {
            if (Unreadable.Contains(streamId)) throw new IOException("The disk is gone.");
            return Task.FromResult(read(_rooms.GetValueOrDefault(streamId) ?? new()));
        }
    }

    private void Write(string streamId, IReadOnlyList<ChatEntry> entries, IReadOnlyList<ChatAuditEntry> audit)
    {
        if (_deleted.Contains(streamId)) throw ChatLogConflictException.Deleted(streamId);
        var last = _rooms.GetValueOrDefault(streamId)?.Last ?? 0;
        if (entries.Count > 0 && entries[0].Seq != last + 1) throw ChatLogConflictException.Place(streamId, entries[0].Seq, last);
        if (audit.FirstOrDefault(a => _rooms.GetValueOrDefault(streamId)?.Audit.Exists(b => b.Id == a.Id) is true) is { } known)
            throw ChatLogConflictException.Act(streamId, known.Id);
        if (!_rooms.TryGetValue(streamId, out var room)) _rooms.Add(streamId, room = new());
        foreach (var entry in entries) room.Entries.Add(entry with { Restored = null });
        foreach (var entry in audit)
        {
            var undone = room.Audit.FindIndex(a => a.Id == entry.Undoes && a.UndoneBy is null);
            if (undone >= 0) room.Audit[undone] = room.Audit[undone] with { UndoneBy = entry.Id };
            room.Audit.Add(entry);
        }
    }

    private sealed class Room
    {
        public List<ChatEntry> Entries { get; } = [];

        public List<ChatAuditEntry> Audit { get; } = [];

        public long Last => Entries.Count == 0 ? 0 : Entries[^1].Seq;

        public bool IsSeen(ChatEntry message, long except = 0) => !Entries.Exists(r =>
            r.Kind is ChatEntryKind.Removal && r.Seq != except && r.AsRemoval().Covers(message.Seq, message.UserId)
            && !Entries.Exists(u => u.Kind is ChatEntryKind.Restoration && u.Target == r.Seq));

        public IEnumerable<ChatMessage> Seen(long except = 0) =>
            Entries.Where(e => e.Kind is ChatEntryKind.Message && IsSeen(e, except)).Select(e => e.AsMessage());
    }
}
