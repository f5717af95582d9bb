using ContentPages.Chat;
using ContentPages.Grains.Chat;
using Microsoft.Data.Sqlite;
using static ContentPages.Backends.Local.Sqlite.SqliteFile;

namespace ContentPages.Backends.Local.Chat;

/// <summary>The writer's prepared statements.</summary>
internal sealed class ChatStatements(SqliteConnection connection) : IDisposable
{
    private readonly SqliteCommand _room = Command(connection, "SELECT id, last FROM rooms WHERE stream = $stream", "stream");
    private readonly SqliteCommand _newRoom = Command(connection, "INSERT INTO rooms(stream, last) VALUES($stream, 0) RETURNING id", "stream");
    private readonly SqliteCommand _last = Command(connection, "UPDATE rooms SET last = $last WHERE id = $room", "last", "room");

    private readonly SqliteCommand _entry = Command(connection,
        $"INSERT INTO entries({ChatRows.Columns}, room) VALUES($seq, $at, $kind, $user_id, $user_name, $role, $client_id, $text, $target, $target_user, $room)",
        "seq", "at", "kind", "user_id", "user_name", "role", "client_id", "text", "target", "target_user", "room");

    private readonly SqliteCommand _undoEntry = Command(connection,
        "UPDATE entries SET undone = 1 WHERE room = $room AND seq = $seq AND kind = 1", "room", "seq");

    private readonly SqliteCommand _audit = Command(connection,
        "INSERT INTO audit(room, id, at, body) VALUES($room, $id, $at, $body)", "room", "id", "at", "body");

    private readonly SqliteCommand _hasAudit = Command(connection, "SELECT 1 FROM audit WHERE room = $room AND id = $id", "room", "id");

    private readonly SqliteCommand _undoAudit = Command(connection,
        "UPDATE audit SET undone_by = $by WHERE room = $room AND id = $id AND undone_by IS NULL", "by", "room", "id");

    private readonly SqliteCommand _deleteRoom = Command(connection, "UPDATE rooms SET stream = NULL WHERE stream = $stream AND last >= 0", "stream");
    private readonly SqliteCommand _markDeleted = Command(connection, "INSERT OR IGNORE INTO rooms(stream, last) VALUES($stream, -1)", "stream");

    public ChatSweepStatements Sweeping { get; } = new(connection);

    public IEnumerable<SqliteCommand> All => [_room, _newRoom, _last, _entry, _undoEntry, _audit, _hasAudit, _undoAudit, _deleteRoom, _markDeleted, .. Sweeping.All];

    /// <summary>The room's key and the number of its newest entry; no key and 0 for a room that is not there, -1 for one that is deleted.</summary>
    public (long? Room, long Last) Find(string streamId)
    {
        Bind(_room, streamId);
        using var row = _room.ExecuteReader();
        return row.Read() ? (row.GetInt64(0), row.GetInt64(1)) : (null, 0);
    }

    public long NewRoom(string streamId)
    {
        Bind(_newRoom, streamId);
        return (long)_newRoom.ExecuteScalar()!;
    }

    public void Insert(long room, ChatEntry entry)
    {
        Bind(_entry, entry.Seq, ChatRows.Ticks(entry.At), (int)entry.Kind, entry.UserId, entry.UserName, (int)entry.Role, entry.ClientId, entry.Text,
            entry.Target, entry.TargetUser, room);
        _entry.ExecuteNonQuery();
        if (entry is not { Kind: ChatEntryKind.Restoration, Target: { } removal }) return;
        Bind(_undoEntry, room, removal);
        _undoEntry.ExecuteNonQuery();
    }

    public void Insert(long room, ChatAuditEntry entry)
    {
        Bind(_audit, room, entry.Id, ChatRows.Ticks(entry.At), ChatRows.Body(entry));
        _audit.ExecuteNonQuery();
        if (entry.Undoes is not { } undone) return;
        Bind(_undoAudit, entry.Id, room, undone);
        _undoAudit.ExecuteNonQuery();
    }

    public bool HasAudit(long room, string id)
    {
        Bind(_hasAudit, room, id);
        return _hasAudit.ExecuteScalar() is not null;
    }

    public void StoreLast(long room, long last)
    {
        Bind(_last, last, room);
        _last.ExecuteNonQuery();
    }

    public void DeleteRoom(string streamId)
    {
        Bind(_deleteRoom, streamId);
        _deleteRoom.ExecuteNonQuery();
        Bind(_markDeleted, streamId);
        _markDeleted.ExecuteNonQuery();
    }

    public void Dispose()
    {
        foreach (var command in All) command.Dispose();
    }
}
