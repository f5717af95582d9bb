using System.Buffers.Binary;

namespace ContentPages;

/// <summary>Ids are UUIDv7 in lower case: unique without coordination, and sorted by creation time.</summary>
public static class EntityId
{
    /// <summary>
    /// Where the random part comes from on this thread; null for the system. A simulation sets it, so that a seed gives the same ids again.
    /// </summary>
    [field: ThreadStatic]
    internal static Func<ulong>? Bits { get; set; }

    public static string New(DateTimeOffset now) => (Bits is { } bits ? Made(now, bits) : Guid.CreateVersion7(now)).ToString();

    /// <summary>Whether the text is an id as <see cref="New"/> writes it; anything else cannot exist and need not be looked up.</summary>
    public static bool IsValid(string? text) =>
        Guid.TryParseExact(text, "D", out var id) && id.Version == 7 && text == id.ToString();

    private static Guid Made(DateTimeOffset now, Func<ulong> bits)
    {
        Span<byte> id = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(id, ((ulong)now.ToUnixTimeMilliseconds() << 16) | 0x7000 | (bits() & 0xFFF));
        BinaryPrimitives.WriteUInt64BigEndian(id[8..], (bits() >> 2) | 0x8000_0000_0000_0000);
        return new(id, bigEndian: true);
    }
}
