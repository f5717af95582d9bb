using ContentPages.Chat;

namespace ContentPages.Grains.Chat;

/// <summary>
/// Everything that is kept of rooms beside their settings: one log of numbered entries for each, and the audit. Expired entries may vanish by
/// themselves, their numbers never come again. What an answered call has written is durable.
/// </summary>
public interface IChatLog
{
    /// <summary>Number of the newest entry; 0 for a room without any.</summary>
    Task<long> Last(string streamId, CancellationToken cancel = default);

    /// <summary>
    /// Adds entries and audit, all or nothing. Removals take effect on what is read, restorations take that back, and an audit entry with
    /// <see cref="ChatAuditEntry.Undoes"/> marks the one that it undoes. After an exception it is unknown whether it was written.
    /// </summary>
    /// <param name="entries">The first has the number after <see cref="Last"/>, each further one the next; times never go back. May be empty.</param>
    /// <param name="audit">With ids that are not there yet: an act is logged once, whoever tries again. May be empty.</param>
    /// <exception cref="ChatLogConflictException">The log has gone on, or has an act already, or is deleted: nothing was written.</exception>
    Task Append(string streamId, IReadOnlyList<ChatEntry> entries, IReadOnlyList<ChatAuditEntry> audit, CancellationToken cancel = default);

    /// <summary>Entries of every kind after a number, oldest first. Messages that are removed now come without their text.</summary>
    Task<IReadOnlyList<ChatEntry>> Read(string streamId, long after, int limit, CancellationToken cancel = default);

    /// <summary>Messages that are seen now, before a number (null: the newest), newest first.</summary>
    Task<IReadOnlyList<ChatMessage>> ReadBack(string streamId, long? before, int limit, CancellationToken cancel = default);

    /// <summary>Messages that are seen now, of a time and after a number, oldest first.</summary>
    /// <param name="until">Exclusive.</param>
    Task<IReadOnlyList<ChatMessage>> ReadBetween(
        string streamId, DateTimeOffset from, DateTimeOffset until, long after, int limit, CancellationToken cancel = default);

    /// <summary>The newest messages that a removal took away and no other removal did, oldest first: what its restoration brings back.</summary>
    Task<IReadOnlyList<ChatMessage>> ReadRemoved(string streamId, long removal, int limit, CancellationToken cancel = default);

    Task<ChatAuditEntry?> GetAudit(string streamId, string id, CancellationToken cancel = default);

    /// <summary>Audit entries before an id (null: the newest), newest first.</summary>
    Task<IReadOnlyList<ChatAuditEntry>> ReadAudit(string streamId, string? before, int limit, CancellationToken cancel = default);

    /// <summary>Removes all of a room for good: nothing can be added to it any more. One that is not there is no error.</summary>
    Task DeleteRoom(string streamId, CancellationToken cancel = default);
}

/// <summary>Entries were to be added at a place that is taken, or that has nothing before it, or with an act that is there already, or to a room that is deleted.</summary>
public sealed class ChatLogConflictException(string message) : Exception(message)
{
    public bool RoomIsDeleted { get; private init; }

    public static ChatLogConflictException Place(string streamId, long first, long last) => new($"Room {streamId}: entry {first} cannot follow {last}.");

    public static ChatLogConflictException Act(string streamId, string auditId) => new($"Room {streamId}: act {auditId} is in the log already.");

    public static ChatLogConflictException Deleted(string streamId) => new($"Room {streamId} is deleted.") { RoomIsDeleted = true };
}
