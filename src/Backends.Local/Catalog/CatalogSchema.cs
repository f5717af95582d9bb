using ContentPages.Catalog;

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

    /// <summary>What makes an empty file one of this version.</summary>
    public static IEnumerable<string> Statements()
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
    }
}
