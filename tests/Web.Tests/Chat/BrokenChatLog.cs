using ContentPages.Chat;
using ContentPages.Grains.Chat;

namespace ContentPages.Web.Tests.Chat;

/// <summary>A log that nothing can be read from or written to.</summary>
internal sealed class BrokenChatLog : IChatLog
{
    public Task<long> Last(string streamId, CancellationToken cancel) => throw Broken;

    public Task Append(string streamId, IReadOnlyList<ChatEntry> entries, IReadOnlyList<ChatAuditEntry> audit, CancellationToken cancel) => throw Broken;

    public Task<IReadOnlyList<ChatEntry>> Read(string streamId, long after, int limit, CancellationToken cancel) => throw Broken;

    public Task<IReadOnlyList<ChatMessage>> ReadBack(string streamId, long? before, int limit, CancellationToken cancel) => throw Broken;

    public Task<IReadOnlyList<ChatMessage>> ReadBetween(
        string streamId, DateTimeOffset from, DateTimeOffset until, long after, int limit, CancellationToken cancel) => throw Broken;

    public Task<IReadOnlyList<ChatMessage>> ReadRemoved(string streamId, long removal, int limit, CancellationToken cancel) => throw Broken;

    public Task<ChatAuditEntry?> GetAudit(string streamId, string id, CancellationToken cancel) => throw Broken;

    public Task<IReadOnlyList<ChatAuditEntry>> ReadAudit(string streamId, string? before, int limit, CancellationToken cancel) => throw Broken;

    public Task DeleteRoom(string streamId, CancellationToken cancel) => throw Broken;

    private static IOException Broken => new("The disk is gone.");
}
