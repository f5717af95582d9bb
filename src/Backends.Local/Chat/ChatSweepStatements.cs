using Microsoft.Data.Sqlite;
using static ContentPages.Backends.Local.Sqlite.SqliteFile;

namespace ContentPages.Backends.Local.Chat;

/// <summary>Removes what is deleted or expired, a little at a time, so that no message waits long behind it.</summary>
internal sealed class ChatSweepStatements(SqliteConnection connection)
{
    /// <summary>Rows of one transaction.</summary>
    public const int Batch = 500;

    private readonly SqliteCommand _deletedEntries = Command(connection,
        $"DELETE FROM entries WHERE (room, seq) IN (SELECT e.room, e.seq FROM rooms r JOIN entries e ON e.room = r.id WHERE r.stream IS NULL LIMIT {Batch})");

    private readonly SqliteCommand _deletedAudit = Command(connection,
        $"DELETE FROM audit WHERE (room, id) IN (SELECT a.room, a.id FROM rooms r JOIN audit a ON a.room = r.id WHERE r.stream IS NULL LIMIT {Batch})");

    private readonly SqliteCommand _deletedRooms = Command(connection,
        $"DELETE FROM rooms WHERE id IN (SELECT id FROM rooms WHERE stream IS NULL LIMIT {Batch})");

    private readonly SqliteCommand _expiring = Command(connection,
        "SELECT id FROM rooms r WHERE id > $after AND (SELECT at FROM entries WHERE room = r.id ORDER BY seq LIMIT 1) < $before ORDER BY id LIMIT 1",
        "after", "before");

    // Times never go back in a room, so the oldest rows are all that need to be looked at.
    private readonly SqliteCommand _expiredEntries = Command(connection,
        $"""
        DELETE FROM entries WHERE room = $room AND seq IN (
          SELECT seq FROM (SELECT seq, at FROM entries WHERE room = $room ORDER BY seq LIMIT {Batch}) WHERE at < $before)
        """,
        "room", "before");

    private readonly SqliteCommand _expiredAudit = Command(connection,
        $"DELETE FROM audit WHERE (room, id) IN (SELECT room, id FROM audit WHERE at < $before LIMIT {Batch})", "before");

    public IEnumerable<SqliteCommand> All => [_deletedEntries, _deletedAudit, _deletedRooms, _expiring, _expiredEntries, _expiredAudit];

    /// <summary>Removes some rows; answers whether there may be more.</summary>
    public bool Sweep(long entriesBefore, long auditBefore)
    {
        if (_deletedEntries.ExecuteNonQuery() > 0 || _deletedAudit.ExecuteNonQuery() > 0 || _deletedRooms.ExecuteNonQuery() > 0) return true;
        Bind(_expiredAudit, auditBefore);
        if (_expiredAudit.ExecuteNonQuery() > 0) return true;
        Bind(_expiring, 0L, entriesBefore);
        if (_expiring.ExecuteScalar() is not long room) return false;
        Bind(_expiredEntries, room, entriesBefore);
        _expiredEntries.ExecuteNonQuery();
        return true;
    }
}
