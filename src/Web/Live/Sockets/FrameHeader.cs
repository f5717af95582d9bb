using System.Buffers;
using System.Buffers.Binary;

namespace ContentPages.Web.Live.Sockets;

/// <summary>The header of a client's frame.</summary>
/// <param name="Length">Of the header itself.</param>
/// <param name="Mask">Its bytes in the order of the wire, the first one lowest.</param>
internal readonly record struct FrameHeader(int Length, byte Opcode, bool IsFinal, bool HasReservedBits, bool IsMasked, uint Mask, long Payload)
{
    private const int MaxLength = 14;

    public bool IsControl => Opcode >= FrameFormat.Close;

    /// <returns>False when more bytes are needed.</returns>
    public static bool TryRead(in ReadOnlySequence<byte> buffer, out FrameHeader header)
    {
        Span<byte> copy = stackalloc byte[MaxLength];
        scoped var bytes = buffer.FirstSpan;
        if (bytes.Length < MaxLength && !buffer.IsSingleSegment)
        {
            var length = (int)Math.Min(MaxLength, buffer.Length);
            buffer.Slice(0, length).CopyTo(copy);
            bytes = copy[..length];
        }

        header = default;
        if (bytes.Length < 2) return false;
        var (isMasked, payload) = ((bytes[1] & 0x80) != 0, (long)(bytes[1] & 0x7F));
        var maskAt = payload switch { 126 => 4, 127 => 10, _ => 2 };
        var total = maskAt + (isMasked ? 4 : 0);
        if (bytes.Length < total) return false;
        if (payload == 126) payload = BinaryPrimitives.ReadUInt16BigEndian(bytes[2..]);
        else if (payload == 127) payload = BinaryPrimitives.ReadInt64BigEndian(bytes[2..]);
        var mask = isMasked ? BinaryPrimitives.ReadUInt32LittleEndian(bytes[maskAt..]) : 0;
        header = new(total, (byte)(bytes[0] & 0x0F), (bytes[0] & 0x80) != 0, (bytes[0] & 0x70) != 0, isMasked, mask, payload);
        return true;
    }
}
