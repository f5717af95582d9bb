using ContentPages.Backends.Local.Sqlite;
using ContentPages.Catalog;
using Microsoft.Data.Sqlite;

namespace ContentPages.Backends.Local.Catalog;

/// <summary>One connection that reads, with its prepared statements. Used by one caller at a time.</summary>
internal sealed class CatalogConnection : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _get;
    private readonly Dictionary<CatalogQueryShape, SqliteCommand> _queries = [];

    public CatalogConnection(string path)
    {
        _connection = SqliteFile.Open(path, SqliteOpenMode.ReadOnly);
        SqliteFile.Execute(_connection, "PRAGMA mmap_size = 268435456");
        _get = _connection.CreateCommand();
        _get.CommandText = $"SELECT {CatalogRow.Columns} FROM items WHERE pk = $pk AND sk = $sk AND (expires_at IS NULL OR expires_at > $now)";
        _get.Parameters.Add("$pk", SqliteType.Text);
        _get.Parameters.Add("$sk", SqliteType.Text);
        _get.Parameters.Add("$now", SqliteType.Integer);
    }

    public CatalogItem? Get(CatalogKey key, DateTimeOffset now)
    {
        _get.Parameters[0].Value = key.Partition;
        _get.Parameters[1].Value = key.Sort;
        _get.Parameters[2].Value = now.ToUnixTimeMilliseconds();
        using var row = _get.ExecuteReader();
        return row.Read() ? CatalogRow.Read(row) : null;
    }

    public CatalogPage Query(CatalogQuery query, DateTimeOffset now)
    {
        var shape = CatalogQueryShape.Of(query);
        if (!_queries.TryGetValue(shape, out var command))
        {
            command = SqliteFile.Command(_connection, shape.Sql());
            _queries.Add(shape, command);
        }

        command.Parameters.Clear();
        shape.Bind(command.Parameters, query, now);
        var items = new List<CatalogItem>(query.Limit);
        using var row = command.ExecuteReader();
        while (items.Count < query.Limit && row.Read()) items.Add(CatalogRow.Read(row));
        return new CatalogPage(items, items.Count == query.Limit && row.Read() ? PlaceOf(items[^1], query) : null);
    }

    public void Dispose()
    {
        foreach (var command in _queries.Values) command.Dispose();
        _get.Dispose();
        _connection.Dispose();
    }

    private static string PlaceOf(CatalogItem last, CatalogQuery query) =>
        new CatalogCursor(last.Entries.First(entry => entry.Index == query.Index).Sort, last.Key).Encode(query);
}
