using ContentPages.Chat;
using ContentPages.Grains.Chat;

namespace ContentPages.Simulation.Broken;

/// <summary>A log that hands everything on; what is broken overrides it.</summary>
internal abstract class PassedOnLog(IChatLog log) : IChatLog
{
    protected IChatLog Inner => log;

    public Task<long> Last(string streamId, CancellationToken cancel = default) => log.Last(streamId, cancel);

    public virtual Task Append(string streamId, IReadOnlyList<ChatEntry> entries, IReadOnlyList<ChatAuditEntry> audit, CancellationToken cancel = default) =>
        log.Append(streamId, entries, audit, cancel);

    public Task<IReadOnlyList<ChatEntry>> Read(string streamId, long after, int limit, CancellationToken cancel = default) => log.Read(streamId, after, limit, cancel);

    public Task<IReadOnlyList<ChatMessage>> ReadBack(string streamId, long? before, int limit, CancellationToken cancel = default) => log.ReadBack(streamId, before, limit, cancel);

    public Task<IReadOnlyList<ChatMessage>> ReadBetween(
        string streamId, DateTimeOffset from, DateTimeOffset until, long after, int limit, CancellationToken cancel = default) =>
        log.ReadBetween(streamId, from, until, after, limit, cancel);

    public Task<IReadOnlyList<ChatMessage>> ReadRemoved(string streamId, long removal, int limit, CancellationToken cancel = default) => log.ReadRemoved(streamId, removal, limit, cancel);

    public virtual Task<ChatAuditEntry?> GetAudit(string streamId, string id, CancellationToken cancel = default) => log.GetAudit(streamId, id, cancel);

    public Task<IReadOnlyList<ChatAuditEntry>> ReadAudit(string streamId, string? before, int limit, CancellationToken cancel = default) => log.ReadAudit(streamId, before, limit, cancel);

    public virtual Task DeleteRoom(string streamId, CancellationToken cancel = default) => log.DeleteRoom(streamId, cancel);
}

/// <summary>Acknowledges every tenth append and writes nothing.</summary>
internal sealed class ForgetfulLog(IChatLog log) : PassedOnLog(log)
{
    private int _appends;

    public override Task Append(string streamId, IReadOnlyList<ChatEntry> entries, IReadOnlyList<ChatAuditEntry> audit, CancellationToken cancel = default) =>
        ++_appends % 10 == 0 ? Task.CompletedTask : Inner.Append(streamId, entries, audit, cancel);
}

/// <summary>Answers at once, and writes when it comes to it.</summary>
internal sealed class HastyLog(IChatLog log) : PassedOnLog(log)
{
    public override Task Append(string streamId, IReadOnlyList<ChatEntry> entries, IReadOnlyList<ChatAuditEntry> audit, CancellationToken cancel = default)
    {
        _ = Inner.Append(streamId, entries, audit, cancel);
        return Task.CompletedTask;
    }
}

/// <summary>Acknowledges what it does not take, since the room is deleted.</summary>
internal sealed class PoliteLog(IChatLog log) : PassedOnLog(log)
{
    public override async Task Append(string streamId, IReadOnlyList<ChatEntry> entries, IReadOnlyList<ChatAuditEntry> audit, CancellationToken cancel = default)
    {
        try
        {
            await Inner.Append(streamId, entries, audit, cancel);
        }
        catch (ChatLogConflictException e) when (e.RoomIsDeleted)
        {
        }
    }
}

/// <summary>Keeps what it should delete.</summary>
internal sealed class KeepingLog(IChatLog log) : PassedOnLog(log)
{
    public override Task DeleteRoom(string streamId, CancellationToken cancel = default) => Task.CompletedTask;
}

/// <summary>Does not say what is taken back already.</summary>
internal sealed class UnmarkedLog(IChatLog log) : PassedOnLog(log)
{
    public override async Task<ChatAuditEntry?> GetAudit(string streamId, string id, CancellationToken cancel = default) =>
        await Inner.GetAudit(streamId, id, cancel) is { } entry ? entry with { UndoneBy = null } : null;
}
