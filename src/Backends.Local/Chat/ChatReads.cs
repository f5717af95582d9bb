using ContentPages.Chat;
using ContentPages.Grains.Chat;
using Microsoft.Data.Sqlite;
using static ContentPages.Backends.Local.Sqlite.SqliteFile;

namespace ContentPages.Backends.Local.Chat;

/// <summary>One connection that reads, with its prepared statements. Used by one caller at a time.</summary>
internal sealed class ChatReads : IDisposable
{
    /// <summary>Entries that are looked through for what a removal took away; further back it is in the history alone.</summary>
    private const int RemovedReach = 20_000;

    /// <summary>
    /// Whether entry <c>e</c> is a message that no removal covers, except the one with the number <c>$except</c>. Each question is answered from an
    /// index that has removals alone.
    /// </summary>
    private const string Seen = """
        (e.kind = 0
        AND e.seq > coalesce((SELECT max(c.seq) FROM entries c
          WHERE c.room = e.room AND c.kind = 1 AND c.undone = 0 AND c.target IS NULL AND c.target_user IS NULL AND c.seq <> $except), 0)
        AND NOT EXISTS (SELECT 1 FROM entries o WHERE o.room = e.room AND o.kind = 1 AND o.undone = 0 AND o.target = e.seq AND o.seq <> $except)
        AND NOT EXISTS (SELECT 1 FROM entries u WHERE u.room = e.room AND u.kind = 1 AND u.undone = 0 AND u.target_user = e.user_id AND u.seq > e.seq AND u.seq <> $except))
        """;

    private const string InRoom = "e.room = (SELECT id FROM rooms WHERE stream = $stream) AND e.at >= $oldest AND e.seq > $after AND e.seq < $before";

    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _last;
    private readonly SqliteCommand _entries;
    private readonly SqliteCommand _back;
    private readonly SqliteCommand _between;
    private readonly SqliteCommand _removal;
    private readonly SqliteCommand _removed;
    private readonly SqliteCommand _place;
    private readonly SqliteCommand _audit;
    private readonly SqliteCommand _audits;

    public ChatReads(string path)
    {
        _connection = Open(path, SqliteOpenMode.ReadOnly);
        Execute(_connection, "PRAGMA mmap_size = 268435456");
        string[] part = ["stream", "oldest", "after", "before", "except", "limit"];
        _last = Command(_connection, "SELECT max(last, 0) FROM rooms WHERE stream = $stream", "stream");
        _entries = Command(_connection, $"SELECT {ChatRows.Columns}, {Seen} FROM entries e WHERE {InRoom} ORDER BY e.seq LIMIT $limit", part);
        _back = Command(_connection, $"SELECT {ChatRows.Columns} FROM entries e WHERE {InRoom} AND {Seen} ORDER BY e.seq DESC LIMIT $limit", part);
        _between = Command(_connection, $"SELECT {ChatRows.Columns} FROM entries e WHERE {InRoom} AND {Seen} ORDER BY e.seq LIMIT $limit", part);
        _removal = Command(_connection,
            "SELECT target, target_user FROM entries e WHERE e.room = (SELECT id FROM rooms WHERE stream = $stream) AND e.seq = $seq AND kind = 1 AND undone = 0",
            "stream", "seq");
        _removed = Command(_connection,
            $"SELECT {ChatRows.Columns} FROM entries e WHERE {InRoom} AND {Seen} AND ($user IS NULL OR e.user_id = $user) ORDER BY e.seq DESC LIMIT $limit",
            [.. part, "user"]);
        _place = Command(_connection,
            "SELECT seq, at FROM entries WHERE room = (SELECT id FROM rooms WHERE stream = $stream) AND seq >= $seq ORDER BY seq LIMIT 1", "stream", "seq");
        _audit = Command(_connection,
            "SELECT body, undone_by FROM audit WHERE room = (SELECT id FROM rooms WHERE stream = $stream) AND id = $id AND at >= $oldest", "stream", "id", "oldest");
        _audits = Command(_connection,
            """
            SELECT body, undone_by FROM audit WHERE room = (SELECT id FROM rooms WHERE stream = $stream) AND at >= $oldest AND id < $before
            ORDER BY id DESC LIMIT $limit
            """,
            "stream", "oldest", "before", "limit");
    }

    public long Last(string streamId)
    {
        Bind(_last, streamId);
        return _last.ExecuteScalar() is long last ? last : 0;
    }

    public IReadOnlyList<ChatEntry> Entries(string streamId, long oldest, long after, int limit)
    {
        Bind(_entries, streamId, oldest, after, long.MaxValue, 0L, limit);
        return All(_entries, ChatRows.Entry);
    }

    public IReadOnlyList<ChatMessage> Back(string streamId, long oldest, long? before, int limit)
    {
        Bind(_back, streamId, oldest, 0L, before ?? long.MaxValue, 0L, limit);
        return All(_back, ChatRows.Message);
    }

    public IReadOnlyList<ChatMessage> Between(string streamId, long oldest, long from, long until, long after, int limit)
    {
        var first = PlaceOf(streamId, from);
        Bind(_between, streamId, oldest, Math.Max(after, first - 1), PlaceOf(streamId, until), 0L, limit);
        return All(_between, ChatRows.Message);
    }

    public IReadOnlyList<ChatMessage> Removed(string streamId, long oldest, long removal, int limit)
    {
        Bind(_removal, streamId, removal);
        long? target;
        string? user;
        using (var row = _removal.ExecuteReader())
        {
            if (!row.Read()) return [];
            (target, user) = (row.IsDBNull(0) ? null : row.GetInt64(0), row.IsDBNull(1) ? null : row.GetString(1));
        }

        var (after, before) = target is { } one ? (one - 1, one + 1) : (removal - RemovedReach, removal);
        Bind(_removed, streamId, oldest, after, before, removal, limit, user);
        var messages = All(_removed, ChatRows.Message);
        messages.Reverse();
        return messages;
    }

    public ChatAuditEntry? Audit(string streamId, long oldest, string id)
    {
        Bind(_audit, streamId, id, oldest);
        return All(_audit, ChatRows.Audit) is [var entry] ? entry : null;
    }

    public IReadOnlyList<ChatAuditEntry> Audits(string streamId, long oldest, string? before, int limit)
    {
        // Ids are made of digits and letters up to f.
        Bind(_audits, streamId, oldest, before ?? "g", limit);
        return All(_audits, ChatRows.Audit);
    }

    public void Dispose()
    {
        foreach (var command in new[] { _last, _entries, _back, _between, _removal, _removed, _place, _audit, _audits }) command.Dispose();
        _connection.Dispose();
    }

    /// <summary>Number of the first entry at or after a time. Times never go back, so that halving finds it without an index of times.</summary>
    private long PlaceOf(string streamId, long ticks)
    {
        var (low, high) = (1L, Last(streamId) + 1);
        while (low < high)
        {
            var middle = low + ((high - low) / 2);
            Bind(_place, streamId, middle);
            using var row = _place.ExecuteReader();
            if (!row.Read() || row.GetInt64(1) >= ticks) high = middle;
            else low = row.GetInt64(0) + 1;
        }

        return low;
    }

    private static List<T> All<T>(SqliteCommand command, Func<SqliteDataReader, T> read)
    {
        var all = new List<T>();
        using var row = command.ExecuteReader();
        while (row.Read()) all.Add(read(row));
        return all;
    }
}
