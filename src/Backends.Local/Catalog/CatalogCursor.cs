using System.Buffers.Binary;
using System.Buffers.Text;
using System.IO.Hashing;
using System.Text.Json;
using ContentPages.Catalog;

namespace ContentPages.Backends.Local.Catalog;

/// <summary>
/// Where a page ended: the sort key and the primary key of its last item, with a checksum over them and over the query that made it.
/// The checksum finds damage and mix-ups; it is no secret, since a forged place reveals nothing that the query would not.
/// </summary>
internal readonly record struct CatalogCursor(string Sort, CatalogKey Key)
{
    public string Encode(CatalogQuery query)
    {
        var place = JsonSerializer.SerializeToUtf8Bytes<string[]>([Sort, Key.Partition, Key.Sort]);
        var bytes = new byte[sizeof(ulong) + place.Length];
        place.CopyTo(bytes, sizeof(ulong));
        BinaryPrimitives.WriteUInt64BigEndian(bytes, Checksum(query, place));
        return Base64Url.EncodeToString(bytes);
    }

    /// <exception cref="InvalidCursorException">Damaged, or made by another query.</exception>
    public static CatalogCursor Decode(CatalogQuery query, string text)
    {
        try
        {
            var bytes = Base64Url.DecodeFromChars(text);
            if (bytes.Length <= sizeof(ulong)) throw new InvalidCursorException();
            var place = bytes.AsSpan(sizeof(ulong));
            if (BinaryPrimitives.ReadUInt64BigEndian(bytes) != Checksum(query, place)) throw new InvalidCursorException();
            return JsonSerializer.Deserialize<string[]>(place) is [var sort, var partition, var itemSort]
                ? new CatalogCursor(sort, new CatalogKey(partition, itemSort))
                : throw new InvalidCursorException();
        }
        catch (Exception exception) when (exception is FormatException or JsonException)
        {
            throw new InvalidCursorException();
        }
    }

    /// <summary>The limit may change from page to page; everything else decides what the list is.</summary>
    private static ulong Checksum(CatalogQuery query, ReadOnlySpan<byte> place)
    {
        var hash = new XxHash64();
        hash.Append(JsonSerializer.SerializeToUtf8Bytes(query with { Cursor = null, Limit = 0 }));
        hash.Append(place);
        return hash.GetCurrentHashAsUInt64();
    }
}
