using System.Text;
using ContentPages.Catalog;
using Microsoft.Data.Sqlite;

namespace ContentPages.Backends.Local.Catalog;

/// <summary>Which conditions a query has. Queries of one shape share one prepared statement; there are at most 1,024 shapes.</summary>
internal readonly record struct CatalogQueryShape(
    CatalogIndex Index, bool Descending, bool Cursor, bool UpTo, bool SortPrefix, bool Status, bool Contains, bool ListedOnly)
{
    public static CatalogQueryShape Of(CatalogQuery query) => new(
        query.Index, query.Descending, query.Cursor is not null, query.UpTo is not null, query.SortPrefix is { Length: > 0 },
        query.Status is not null, query.Contains is { Length: > 0 }, query.ListedOnly);

    /// <summary>Text comparison is SQLite's BINARY: by UTF-8 bytes, as DynamoDB's.</summary>
    public string Sql()
    {
        var name = CatalogSchema.IndexNames[(int)Index];
        var (after, order) = Descending ? ("<", " DESC") : (">", "");
        var sql = new StringBuilder(
            $"SELECT {CatalogRow.Columns} FROM items INDEXED BY items_{name} WHERE {name}_pk = $partition AND (expires_at IS NULL OR expires_at > $now)");
        if (Cursor) sql.Append($" AND ({name}_sk, pk, sk) {after} ($cursor_sort, $cursor_pk, $cursor_sk)");
        if (UpTo) sql.Append($" AND {name}_sk <= $up_to");
        if (SortPrefix) sql.Append($" AND {name}_sk >= $prefix AND {name}_sk < $prefix_end");
        if (Status) sql.Append(" AND status = $status");
        if (Contains) sql.Append(" AND instr(search_text, $contains) > 0");
        if (ListedOnly) sql.Append(" AND listed = 1");
        return sql.Append($" ORDER BY {name}_sk{order}, pk{order}, sk{order} LIMIT $limit").ToString();
    }

    public void Bind(SqliteParameterCollection parameters, CatalogQuery query, DateTimeOffset now)
    {
        parameters.AddWithValue("$partition", query.Partition);
        parameters.AddWithValue("$now", now.ToUnixTimeMilliseconds());
        // One more than asked for tells whether more follow.
        parameters.AddWithValue("$limit", query.Limit + 1);
        if (query.Cursor is { } text)
        {
            var cursor = CatalogCursor.Decode(query, text);
            parameters.AddWithValue("$cursor_sort", cursor.Sort);
            parameters.AddWithValue("$cursor_pk", cursor.Key.Partition);
            parameters.AddWithValue("$cursor_sk", cursor.Key.Sort);
        }

        if (UpTo) parameters.AddWithValue("$up_to", query.UpTo);
        if (SortPrefix)
        {
            parameters.AddWithValue("$prefix", query.SortPrefix);
            parameters.AddWithValue("$prefix_end", (object?)EndOf(query.SortPrefix!) ?? Array.Empty<byte>());
        }

        if (Status) parameters.AddWithValue("$status", query.Status);
        if (Contains) parameters.AddWithValue("$contains", SearchText.Fold(query.Contains!));
    }

    /// <summary>The first text after all that start with <paramref name="prefix"/>, or null when nothing comes after (a blob does: it sorts after every text).</summary>
    internal static string? EndOf(string prefix)
    {
        var runes = prefix.EnumerateRunes().ToList();
        for (var last = runes.Count - 1; last >= 0; last--)
        {
            var next = runes[last].Value == 0xD7FF ? 0xE000 : runes[last].Value + 1;
            if (Rune.IsValid(next)) return string.Concat(runes.Take(last)) + new Rune(next);
        }

        return null;
    }
}
