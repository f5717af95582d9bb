using System.Buffers.Binary;

namespace ContentPages.Backends.Local.Streams.Packaging.Boxes;

/// <summary>Walks over the boxes between two places of a buffer (ISO/IEC 14496-12, 4.2).</summary>
internal ref struct BoxCursor(ReadOnlySpan<byte> data, int start, int end)
{
    private const int Header = 8;

    private readonly ReadOnlySpan<byte> _data = data;
    private int _next = start;

    /// <summary>The four characters of its type, big-endian.</summary>
    public uint Type { get; private set; }

    public int Start { get; private set; }

    /// <summary>Where what is behind its header starts.</summary>
    public int Body { get; private set; }

    public int End { get; private set; }

    /// <exception cref="MediaRefusedException">A box is longer than what holds it.</exception>
    public bool MoveNext()
    {
        if (_next >= end) return false;
        if (end - _next < Header) throw Unreadable();
        var size = BinaryPrimitives.ReadUInt32BigEndian(_data[_next..]);
        if (size < Header || size > (uint)(end - _next)) throw Unreadable();
        Type = BinaryPrimitives.ReadUInt32BigEndian(_data[(_next + 4)..]);
        (Start, Body, End) = (_next, _next + Header, _next + (int)size);
        _next = End;
        return true;
    }

    /// <summary>Whether there is a box of a type from here on; then this stands on it.</summary>
    public bool Seek(uint type)
    {
        while (MoveNext())
            if (Type == type) return true;
        return false;
    }

    public static MediaRefusedException Unreadable() =>
        new("unreadable", "What the encoder sends cannot be read. Stop it and start it again.");
}
