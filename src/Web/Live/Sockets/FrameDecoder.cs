using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace ContentPages.Web.Live.Sockets;

/// <summary>
/// Takes a client's frames apart. What they carry is kept until it is consumed, up to a bound; beyond it the rest is left where it is. Every rule of
/// RFC 6455 for frames is kept to but one: text is not checked to be UTF-8, since the hub's parser does so.
/// </summary>
/// <param name="capacity">Bytes.</param>
/// <param name="onPing">Gets what is to be answered.</param>
internal sealed class FrameDecoder(int capacity, FrameDecoder.PingHandler onPing)
{
    private const int MinBuffer = 512;
    private byte[]? _bytes;
    private int _start;
    private int _end;
    private long _left;
    private uint _mask;
    private bool _isFragmented;

    public delegate void PingHandler(ReadOnlySpan<byte> payload);

    public int Length => _end - _start;

    public ReadOnlySequence<byte> Data => _bytes is null ? default : new(_bytes, _start, Length);

    /// <summary>What to close with, once the client has closed or broken the rules.</summary>
    public int? Ended { get; private set; }

    public bool HasClosed { get; private set; }

    /// <param name="buffer">Becomes what was not decoded.</param>
    /// <returns>Whether more bytes are needed; otherwise what is there must be consumed first.</returns>
    public bool Decode(ref ReadOnlySequence<byte> buffer)
    {
        while (Ended is null)
        {
            if (_left > 0)
            {
                if (buffer.IsEmpty) return true;
                if (Length >= capacity) return false;
                TakePayload(ref buffer);
                continue;
            }

            if (!FrameHeader.TryRead(buffer, out var header)) return true;
            if (!IsAllowed(header))
            {
                Ended = CloseCodes.ProtocolError;
            }
            else if (header.IsControl)
            {
                if (buffer.Length < header.Length + header.Payload) return true;
                TakeControl(header, buffer.Slice(header.Length, header.Payload));
                buffer = buffer.Slice(header.Length + header.Payload);
            }
            else
            {
                (_left, _mask, _isFragmented) = (header.Payload, header.Mask, !header.IsFinal);
                buffer = buffer.Slice(header.Length);
            }
        }

        // Nothing that comes after the end matters.
        buffer = buffer.Slice(buffer.End);
        return true;
    }

    public void Consume(int bytes)
    {
        _start += bytes;
        if (_start == _end) Release();
    }

    /// <summary>Drops what is there.</summary>
    public void Release()
    {
        if (_bytes is { } bytes) ArrayPool<byte>.Shared.Return(bytes);
        (_bytes, _start, _end) = (null, 0, 0);
    }

    private bool IsAllowed(in FrameHeader header) => !header.HasReservedBits && header.IsMasked && header.Payload >= 0 && header.Opcode switch
    {
        FrameFormat.Continuation => _isFragmented,
        FrameFormat.Text or FrameFormat.Binary => !_isFragmented,
        FrameFormat.Close or FrameFormat.Ping or FrameFormat.Pong => header.IsFinal && header.Payload <= FrameFormat.MaxControlPayload,
        _ => false,
    };

    private void TakePayload(ref ReadOnlySequence<byte> buffer)
    {
        // The first part of what is left may be empty.
        var position = buffer.Start;
        ReadOnlyMemory<byte> part;
        while (buffer.TryGet(ref position, out part) && part.IsEmpty)
        {
        }

        var chunk = part.Span;
        chunk = chunk[..(int)Math.Min(Math.Min(chunk.Length, _left), capacity - Length)];
        Reserve(chunk.Length);
        var target = _bytes.AsSpan(_end, chunk.Length);
        chunk.CopyTo(target);
        _mask = Unmask(target, _mask);
        _end += chunk.Length;
        _left -= chunk.Length;
        buffer = buffer.Slice(chunk.Length);
    }

    private void TakeControl(in FrameHeader header, in ReadOnlySequence<byte> payload)
    {
        Span<byte> copy = stackalloc byte[FrameFormat.MaxControlPayload];
        copy = copy[..(int)payload.Length];
        payload.CopyTo(copy);
        Unmask(copy, header.Mask);
        if (header.Opcode is FrameFormat.Ping) onPing(copy);
        if (header.Opcode is not FrameFormat.Close) return;
        HasClosed = true;
        var code = copy.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(copy) : 0;
        Ended = copy.Length == 0 || CloseCodes.IsValid(code) ? code : CloseCodes.ProtocolError;
    }

    private void Reserve(int bytes)
    {
        if (_bytes is null) _bytes = ArrayPool<byte>.Shared.Rent(Math.Max(bytes, MinBuffer));
        if (_bytes.Length - _end >= bytes) return;
        var target = _bytes.Length - Length >= bytes ? _bytes : ArrayPool<byte>.Shared.Rent((Length + bytes) * 2);
        _bytes.AsSpan(_start, Length).CopyTo(target);
        if (target != _bytes) ArrayPool<byte>.Shared.Return(_bytes);
        (_bytes, _start, _end) = (target, 0, Length);
    }

    /// <returns>The mask for what follows.</returns>
    private static uint Unmask(Span<byte> bytes, uint mask)
    {
        if (mask == 0) return 0;
        var words = MemoryMarshal.Cast<byte, uint>(bytes);
        // The first byte of the mask is its lowest, as on machines of this byte order.
        var wordMask = BitConverter.IsLittleEndian ? mask : BinaryPrimitives.ReverseEndianness(mask);
        foreach (ref var word in words) word ^= wordMask;
        var rest = bytes[(words.Length * sizeof(uint))..];
        for (var i = 0; i < rest.Length; i++) rest[i] ^= (byte)(mask >> (8 * i));
        return uint.RotateRight(mask, 8 * rest.Length);
    }
}
