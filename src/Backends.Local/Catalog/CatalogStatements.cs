using ContentPages.Catalog;
using Microsoft.Data.Sqlite;

namespace ContentPages.Backends.Local.Catalog;

/// <summary>The writer's prepared statements. Each answers whether it found the row that it was allowed to change.</summary>
internal sealed class CatalogStatements : IDisposable
{
    public const int SweepBatch = 500;

    private const string Unexpired = "(expires_at IS NULL OR expires_at > $now)";

    private readonly SqliteCommand _insert;
    private readonly SqliteCommand _update;
    private readonly SqliteCommand _delete;
    private readonly SqliteCommand _version;
    private readonly SqliteCommand _sweep;
    private readonly SqliteCommand _revision;

    public CatalogStatements(SqliteConnection connection)
    {
        string[] keys = ["pk", "sk"];
        string[] values =
        [
            "version", "body", "status", "search_text", "listed", "expires_at",
            .. CatalogSchema.IndexNames.SelectMany(name => new[] { $"{name}_pk", $"{name}_sk" }),
        ];
        string[] all = [.. keys, .. values];
        var set = string.Join(", ", values.Select(column => $"{column} = ${column}"));
        _insert = Prepare($"""
            INSERT INTO items({string.Join(", ", all)}) VALUES({string.Join(", ", all.Select(column => $"${column}"))})
            ON CONFLICT(pk, sk) DO UPDATE SET {set} WHERE items.expires_at <= $now
            """, [.. all, "now"]);
        _update = Prepare($"UPDATE items SET {set} WHERE pk = $pk AND sk = $sk AND version = $expected AND {Unexpired}", [.. all, "now", "expected"]);
        _delete = Prepare($"DELETE FROM items WHERE pk = $pk AND sk = $sk AND version = $expected AND {Unexpired}", ["pk", "sk", "expected", "now"]);
        _version = Prepare($"SELECT version FROM items WHERE pk = $pk AND sk = $sk AND {Unexpired}", ["pk", "sk", "now"]);
        _sweep = Prepare($"DELETE FROM items WHERE rowid IN (SELECT rowid FROM items WHERE expires_at <= $now LIMIT {SweepBatch})", ["now"]);
        _revision = Prepare("UPDATE revision SET value = $value", ["value"]);

        SqliteCommand Prepare(string sql, string[] parameters)
        {
            var command = connection.CreateCommand();
#pragma warning disable CA2100 // Made of column names; every value is a parameter.
            command.CommandText = sql;
#pragma warning restore CA2100
            foreach (var name in parameters) command.Parameters.Add(new SqliteParameter("$" + name, null));
            return command;
        }
    }

    public bool Insert(CatalogItem item, long version, long now) => Store(_insert, item, version, now) == 1;

    public bool Update(CatalogItem item, long expected, long version, long now)
    {
        _update.Parameters["$expected"].Value = expected;
        return Store(_update, item, version, now) == 1;
    }

    public bool Delete(CatalogKey key, long expected, long now)
    {
        Bind(_delete, key.Partition, key.Sort, expected, now);
        return _delete.ExecuteNonQuery() == 1;
    }

    public string? VersionOf(CatalogKey key, long now)
    {
        Bind(_version, key.Partition, key.Sort, now);
        return _version.ExecuteScalar() is long number ? CatalogRow.Version(number) : null;
    }

    public int RemoveExpired(long now)
    {
        Bind(_sweep, now);
        return _sweep.ExecuteNonQuery();
    }

    public void StoreRevision(long revision)
    {
        Bind(_revision, revision);
        _revision.ExecuteNonQuery();
    }

    public IEnumerable<SqliteCommand> All => [_insert, _update, _delete, _version, _sweep, _revision];

    public void Dispose()
    {
        foreach (var command in All) command.Dispose();
    }

    private static int Store(SqliteCommand command, CatalogItem item, long version, long now)
    {
        var body = System.Runtime.InteropServices.MemoryMarshal.TryGetArray(item.Body, out var array)
            && array is { Offset: 0, Array: { } whole } && whole.Length == array.Count ? whole : item.Body.ToArray();
        Bind(command, item.Key.Partition, item.Key.Sort, version, body, item.Status, item.SearchText, item.Listed ? 1L : 0L,
            item.ExpiresAt?.ToUnixTimeMilliseconds());
        const int firstIndex = 8;
        for (var i = 0; i < CatalogSchema.IndexNames.Length * 2; i++) command.Parameters[firstIndex + i].Value = DBNull.Value;
        foreach (var entry in item.Entries)
        {
            command.Parameters[firstIndex + (2 * (int)entry.Index)].Value = entry.Partition;
            command.Parameters[firstIndex + (2 * (int)entry.Index) + 1].Value = entry.Sort;
        }

        command.Parameters["$now"].Value = now;
        return command.ExecuteNonQuery();
    }

    private static void Bind(SqliteCommand command, params ReadOnlySpan<object?> values)
    {
        for (var i = 0; i < values.Length; i++) command.Parameters[i].Value = values[i] ?? DBNull.Value;
    }
}
