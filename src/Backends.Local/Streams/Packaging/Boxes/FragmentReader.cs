using System.Buffers.Binary;

namespace ContentPages.Backends.Local.Streams.Packaging.Boxes;

/// <summary>What stands at the top of fragmented MP4: a head, or a fragment.</summary>
/// <param name="Mdat">Null for a head.</param>
internal readonly record struct Mp4Unit(byte[] Bytes, byte[]? Mdat);

/// <summary>Cuts a stream of fragmented MP4 into heads and fragments. Holds one of them at most, and none over its limit.</summary>
/// <param name="longest">The largest box in bytes; a larger one is refused.</param>
internal sealed class FragmentReader(Stream stream, int longest) : IAsyncDisposable
{
    private const int HeaderSize = 8;
    private const int LongestHead = 1 << 20;

    private readonly BufferedStream _stream = new(stream, 64 * 1024);
    private readonly byte[] _header = new byte[HeaderSize];
    private byte[]? _ftyp;
    private byte[]? _moof;

    /// <returns>Null at the end. What is cut off by it is left out.</returns>
    /// <exception cref="MediaRefusedException">This is no fragmented MP4.</exception>
    public async ValueTask<Mp4Unit?> Read(CancellationToken cancel)
    {
        while (await Fill(_header, 0, cancel))
        {
            var (size, type) = (BinaryPrimitives.ReadUInt32BigEndian(_header), BinaryPrimitives.ReadUInt32BigEndian(_header.AsSpan(4)));
            Check(size, type);
            var box = new byte[size];
            _header.CopyTo(box, 0);
            if (!await Fill(box, HeaderSize, cancel)) return null;
            switch (type)
            {
                case BoxTypes.Ftyp:
                    _ftyp = box;
                    break;
                case BoxTypes.Moov:
                    return new Mp4Unit([.. _ftyp!, .. box], null);
                case BoxTypes.Moof:
                    _moof = box;
                    break;
                case BoxTypes.Mdat when _moof is { } moof:
                    _moof = null;
                    return new Mp4Unit(moof, box);
            }
        }

        return null;
    }

    public ValueTask DisposeAsync() => _stream.DisposeAsync();

    private void Check(uint size, uint type)
    {
        var known = type is BoxTypes.Ftyp or BoxTypes.Moov or BoxTypes.Moof or BoxTypes.Mdat || BoxTypes.IsSkipped(type);
        if (!known || (_ftyp is null && type != BoxTypes.Ftyp) || size < HeaderSize) throw BoxCursor.Unreadable();
        if (type == BoxTypes.Mdat && size > longest)
            throw new MediaRefusedException("too_much", "The encoder sends more than can be taken. Lower its bitrate.");
        if (type != BoxTypes.Mdat && size > LongestHead) throw BoxCursor.Unreadable();
    }

    private async ValueTask<bool> Fill(byte[] buffer, int from, CancellationToken cancel)
    {
        var wanted = buffer.Length - from;
        return await _stream.ReadAtLeastAsync(buffer.AsMemory(from), wanted, throwOnEndOfStream: false, cancel) == wanted;
    }
}
