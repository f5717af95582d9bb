using ContentPages.Catalog;
using Microsoft.Data.Sqlite;

namespace ContentPages.Backends.Local.Catalog;

/// <summary>The one table, its index columns and the version of both.</summary>
internal static class CatalogSchema
{
    /// <summary>Grows when the layout changes; kept in the file's <c>user_version</c>. A new <see cref="CatalogIndex"/> is such a change.</summary>
    public const int Version = 1;

    /// <summary>Column prefixes by index. The order is that of the enum.</summary>
    public static readonly string[] IndexNames =
    [
        .. Enum.GetValues<CatalogIndex>().Select(index => index switch
        {
            CatalogIndex.Owner => "owner",
            CatalogIndex.Public => "public",
            CatalogIndex.Track => "track",
            CatalogIndex.Album => "album",
            CatalogIndex.Title => "title",
            CatalogIndex.OpenWork => "open_work",
            CatalogIndex.Live => "live",
            CatalogIndex.Scheduled => "scheduled",
        }),
    ];

    /// <summary>Columns of every index, in the order of the enum: partition, sort, partition, sort ...</summary>
    public static readonly string IndexColumns = string.Join(", ", IndexNames.Select(name => $"{name}_pk, {name}_sk"));

    /// <exception cref="InvalidOperationException">The file was written by a newer program.</exception>
    public static void Ensure(SqliteConnection connection)
    {
        var stored = Convert.ToInt32(Scalar(connection, "PRAGMA user_version"), System.Globalization.CultureInfo.InvariantCulture);
        if (stored > Version)
            throw new InvalidOperationException(
                $"The catalog {connection.DataSource} has layout {stored}, this program knows layouts up to {Version}. Start the newer program, or use another data directory.");
        if (stored == Version) return;

        using var transaction = connection.BeginTransaction();
        foreach (var statement in Statements()) Execute(connection, statement, transaction);
        transaction.Commit();
    }

    public static void Execute(SqliteConnection connection, string sql, SqliteTransaction? transaction = null)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Built from constants of this folder.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.Transaction = transaction;
        command.ExecuteNonQuery();
    }

    public static object? Scalar(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Built from constants of this folder.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }

    private static IEnumerable<string> Statements()
    {
        yield return $"""
            CREATE TABLE items(
              pk TEXT NOT NULL, sk TEXT NOT NULL, version INTEGER NOT NULL, body BLOB NOT NULL,
              status TEXT, search_text TEXT, listed INTEGER NOT NULL, expires_at INTEGER,
              {string.Join(", ", IndexNames.Select(name => $"{name}_pk TEXT, {name}_sk TEXT"))},
              PRIMARY KEY(pk, sk))
            """;
        foreach (var name in IndexNames)
            yield return $"CREATE INDEX items_{name} ON items({name}_pk, {name}_sk, pk, sk) WHERE {name}_pk IS NOT NULL";
        yield return "CREATE INDEX items_expires_at ON items(expires_at) WHERE expires_at IS NOT NULL";
        // The last version given out. Kept apart from the items, so that deleting the newest one never makes its version come again.
        yield return "CREATE TABLE revision(value INTEGER NOT NULL)";
        yield return "INSERT INTO revision VALUES(0)";
        yield return $"PRAGMA user_version = {Version}";
    }
}
