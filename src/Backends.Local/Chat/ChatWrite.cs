using ContentPages.Backends.Local.Sqlite;
using ContentPages.Chat;
using ContentPages.Grains.Chat;

namespace ContentPages.Backends.Local.Chat;

/// <summary>One write that waits for its commit.</summary>
internal abstract class ChatWrite : PendingWrite<bool>
{
    /// <summary>Does it inside the open transaction. A conflict changes nothing and is told with the commit.</summary>
    public void Apply(ChatStatements statements)
    {
        try
        {
            Answer(Write(statements));
        }
        catch (ChatLogConflictException conflict)
        {
            Refuse(conflict);
        }
    }

    /// <summary>Throws a conflict only before it has changed anything.</summary>
    protected abstract bool Write(ChatStatements statements);
}

internal sealed class ChatAppend(string streamId, IReadOnlyList<ChatEntry> entries, IReadOnlyList<ChatAuditEntry> audit) : ChatWrite
{
    protected override bool Write(ChatStatements statements)
    {
        var (found, last) = statements.Find(streamId);
        if (last < 0) throw ChatLogConflictException.Deleted(streamId);
        if (entries.Count > 0 && entries[0].Seq != last + 1) throw ChatLogConflictException.Place(streamId, entries[0].Seq, last);
        if (audit.FirstOrDefault(a => found is { } there && statements.HasAudit(there, a.Id)) is { } known)
            throw ChatLogConflictException.Act(streamId, known.Id);
        var room = found ?? statements.NewRoom(streamId);
        foreach (var entry in entries) statements.Insert(room, entry);
        foreach (var entry in audit) statements.Insert(room, entry);
        if (entries.Count > 0) statements.StoreLast(room, entries[^1].Seq);
        return true;
    }
}

internal sealed class ChatRoomDeletion(string streamId) : ChatWrite
{
    protected override bool Write(ChatStatements statements)
    {
        statements.DeleteRoom(streamId);
        return true;
    }
}

/// <summary>Removes some of what is deleted or expired; answers whether there may be more.</summary>
internal sealed class ChatSweep(DateTimeOffset entriesBefore, DateTimeOffset auditBefore) : ChatWrite
{
    protected override bool Write(ChatStatements statements) =>
        statements.Sweeping.Sweep(ChatRows.Ticks(entriesBefore), ChatRows.Ticks(auditBefore));
}
