using System.Globalization;
using ContentPages.Catalog;
using Microsoft.Data.Sqlite;

namespace ContentPages.Backends.Local.Catalog;

/// <summary>The columns of an item, read in one order everywhere.</summary>
internal static class CatalogRow
{
    public static readonly string Columns = $"pk, sk, version, body, status, search_text, listed, expires_at, {CatalogSchema.IndexColumns}";

    private const int FirstIndexColumn = 8;

    public static CatalogItem Read(SqliteDataReader row)
    {
        var entries = new List<CatalogEntry>(4);
        for (var index = 0; index < CatalogSchema.IndexNames.Length; index++)
        {
            var column = FirstIndexColumn + (2 * index);
            if (!row.IsDBNull(column))
                entries.Add(new CatalogEntry((CatalogIndex)index, row.GetString(column), row.GetString(column + 1)));
        }

        return new CatalogItem(
            new CatalogKey(row.GetString(0), row.GetString(1)),
            row.GetFieldValue<byte[]>(3),
            entries,
            Status: row.IsDBNull(4) ? null : row.GetString(4),
            SearchText: row.IsDBNull(5) ? null : row.GetString(5),
            Listed: row.GetInt64(6) != 0,
            Version: Version(row.GetInt64(2)),
            ExpiresAt: row.IsDBNull(7) ? null : DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(7)));
    }

    public static string Version(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>Which version a caller means, or null for a string that no version of ours looks like.</summary>
    public static long? Number(string version) =>
        long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
