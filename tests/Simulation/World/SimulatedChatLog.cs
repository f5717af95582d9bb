using ContentPages.Chat;
using ContentPages.Grains.Chat;
using ContentPages.Grains.Tests.Chat;

namespace ContentPages.Simulation.World;

/// <summary>The way of one process to the log of rooms.</summary>
internal sealed class SimulatedChatLog(SimulatedWorld world, InMemoryChatLog log, Port port) : IChatLog
{
    public Task<long> Last(string streamId, CancellationToken cancel = default) => port.Read("last", () => Now(log.Last(streamId, CancellationToken.None)));

    public Task Append(string streamId, IReadOnlyList<ChatEntry> entries, IReadOnlyList<ChatAuditEntry> audit, CancellationToken cancel = default) =>
        port.Write(Words(entries, audit), () =>
        {
            log.Append(streamId, entries, audit, CancellationToken.None).GetAwaiter().GetResult();
            world.Room(streamId).Append(entries, audit);
        });

    public Task<IReadOnlyList<ChatEntry>> Read(string streamId, long after, int limit, CancellationToken cancel = default) =>
        port.Read("read", () => Now(log.Read(streamId, after, limit, CancellationToken.None)));

    public Task<IReadOnlyList<ChatMessage>> ReadBack(string streamId, long? before, int limit, CancellationToken cancel = default) =>
        port.Read("read back", () => Now(log.ReadBack(streamId, before, limit, CancellationToken.None)));

    public Task<IReadOnlyList<ChatMessage>> ReadBetween(
        string streamId, DateTimeOffset from, DateTimeOffset until, long after, int limit, CancellationToken cancel = default) =>
        port.Read("read between", () => Now(log.ReadBetween(streamId, from, until, after, limit, CancellationToken.None)));

    public Task<IReadOnlyList<ChatMessage>> ReadRemoved(string streamId, long removal, int limit, CancellationToken cancel = default) =>
        port.Read("read removed", () => Now(log.ReadRemoved(streamId, removal, limit, CancellationToken.None)));

    public Task<ChatAuditEntry?> GetAudit(string streamId, string id, CancellationToken cancel = default) =>
        port.Read("get audit", () => Now(log.GetAudit(streamId, id, CancellationToken.None)));

    public Task<IReadOnlyList<ChatAuditEntry>> ReadAudit(string streamId, string? before, int limit, CancellationToken cancel = default) =>
        port.Read("read audit", () => Now(log.ReadAudit(streamId, before, limit, CancellationToken.None)));

    public Task DeleteRoom(string streamId, CancellationToken cancel = default) =>
        port.Write("delete room", () =>
        {
            log.DeleteRoom(streamId, CancellationToken.None).GetAwaiter().GetResult();
            world.Room(streamId).IsDeleted = true;
        });

    private static T Now<T>(Task<T> read) => read.GetAwaiter().GetResult();

    private static string Words(IReadOnlyList<ChatEntry> entries, IReadOnlyList<ChatAuditEntry> audit) => string.Join(' ',
        entries.Select(e => $"{e.Seq}:{e.Kind}:{e.UserId}/{e.ClientId}{e.Target}{e.TargetUser}").Concat(audit.Select(a => $"audit:{a.Kind}:{a.Id[^4..]}")).Prepend("append"));
}
