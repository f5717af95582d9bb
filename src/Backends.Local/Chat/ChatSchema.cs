using Microsoft.Data.Sqlite;

namespace ContentPages.Backends.Local.Chat;

/// <summary>
/// Rooms, their entries and their audit. What a removal hides is not written down: it is asked for when messages are read, so that clearing a room
/// of a million messages costs one row, and so does taking that back.
/// </summary>
internal static class ChatSchema
{
    /// <summary>Grows when the layout changes; kept in the file's <c>user_version</c>.</summary>
    public const int Version = 1;

    private static readonly string[] s_statements =
    [
        // A deleted room has no stream any more; the sweep removes the rest of it.
        "CREATE TABLE rooms(id INTEGER PRIMARY KEY, stream TEXT UNIQUE, last INTEGER NOT NULL)",
        // Times are ticks. The enums' numbers are part of the layout.
        """
        CREATE TABLE entries(
          room INTEGER NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, kind INTEGER NOT NULL, user_id TEXT NOT NULL, user_name TEXT NOT NULL,
          role INTEGER NOT NULL, client_id TEXT NOT NULL, text TEXT, target INTEGER, target_user TEXT, undone INTEGER NOT NULL DEFAULT 0,
          PRIMARY KEY(room, seq)) WITHOUT ROWID
        """,
        "CREATE INDEX removals_of_one ON entries(room, target, seq) WHERE kind = 1 AND undone = 0 AND target IS NOT NULL",
        "CREATE INDEX removals_of_user ON entries(room, target_user, seq) WHERE kind = 1 AND undone = 0 AND target_user IS NOT NULL",
        "CREATE INDEX removals_of_all ON entries(room, seq) WHERE kind = 1 AND undone = 0 AND target IS NULL AND target_user IS NULL",
        "CREATE TABLE audit(room INTEGER NOT NULL, id TEXT NOT NULL, at INTEGER NOT NULL, body TEXT NOT NULL, undone_by TEXT, PRIMARY KEY(room, id)) WITHOUT ROWID",
        "CREATE INDEX audit_at ON audit(at)",
        $"PRAGMA user_version = {Version}",
    ];

    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <exception cref="InvalidOperationException">The file was written by a newer program.</exception>
    public static void Ensure(SqliteConnection connection)
    {
        using var version = Command(connection, "PRAGMA user_version");
        var stored = Convert.ToInt32(version.ExecuteScalar(), System.Globalization.CultureInfo.InvariantCulture);
        if (stored > Version)
            throw new InvalidOperationException(
                $"The chat log {connection.DataSource} has layout {stored}, this program knows layouts up to {Version}. Start the newer program, or use another data directory.");
        if (stored == Version) return;

        using var transaction = connection.BeginTransaction();
        foreach (var statement in s_statements) Execute(connection, statement, transaction);
        transaction.Commit();
    }

    public static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = Command(connection, sql);
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    public static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of constants of this folder; every value is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter("$" + name, null));
        return command;
    }

    public static void Bind(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
