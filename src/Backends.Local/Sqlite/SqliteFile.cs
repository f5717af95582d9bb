using System.Globalization;
using Microsoft.Data.Sqlite;

namespace ContentPages.Backends.Local.Sqlite;

/// <summary>A file of ours: how it is opened, and which layout it has.</summary>
internal static class SqliteFile
{
    public static SqliteConnection Open(string path, SqliteOpenMode mode)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Mode = mode, Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    /// <summary>
    /// Opens or creates the file for its only writer. WAL with <c>synchronous = FULL</c>: what is acknowledged survives a lost power supply, not only
    /// a killed process. The flush that this costs is shared by a batch: with 32 writers <c>NORMAL</c> was a tenth faster, for a lone one three times.
    /// </summary>
    /// <param name="what">Names it in the error.</param>
    /// <param name="layout">Number of the layout that this program writes; grows when it changes, and is kept in the file's <c>user_version</c>.</param>
    /// <param name="statements">Make that layout in an empty file.</param>
    /// <exception cref="InvalidOperationException">The file was written by a newer program.</exception>
    public static SqliteConnection OpenForWriting(string path, string what, int layout, IEnumerable<string> statements)
    {
        var connection = Open(path, SqliteOpenMode.ReadWriteCreate);
        try
        {
            foreach (var pragma in new[] { "journal_mode = WAL", "synchronous = FULL", "busy_timeout = 5000", "journal_size_limit = 67108864" })
                Execute(connection, $"PRAGMA {pragma}");
            Ensure(connection, what, layout, statements);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = Command(connection, sql);
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    public static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = Command(connection, sql);
        return command.ExecuteScalar();
    }

    public static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of constants; every value is a parameter.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var name in parameters) command.Parameters.Add(new SqliteParameter("$" + name, null));
        return command;
    }

    /// <param name="values">In the order of the parameters.</param>
    public static void Bind(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }

    private static void Ensure(SqliteConnection connection, string what, int layout, IEnumerable<string> statements)
    {
        var stored = Convert.ToInt32(Scalar(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (stored > layout)
            throw new InvalidOperationException(
                $"The {what} {connection.DataSource} has layout {stored}, this program knows layouts up to {layout}. Start the newer program, or use another data directory.");
        if (stored == layout) return;

        using var transaction = connection.BeginTransaction();
        foreach (var statement in statements) Execute(connection, statement, transaction);
        Execute(connection, $"PRAGMA user_version = {layout}", transaction);
        transaction.Commit();
    }
}
