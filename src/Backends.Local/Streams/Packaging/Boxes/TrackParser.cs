using System.Buffers.Binary;

namespace ContentPages.Backends.Local.Streams.Packaging.Boxes;

/// <summary>Reads one trak box.</summary>
internal static class TrackParser
{
    /// <returns>Null for what is neither picture nor sound.</returns>
    public static Mp4Track? Parse(ReadOnlySpan<byte> data, int start, int end)
    {
        var boxes = new BoxCursor(data, start, end);
        if (!boxes.Seek(BoxTypes.Tkhd)) throw BoxCursor.Unreadable();
        var id = Number(data, boxes, Version(data, boxes) == 1 ? 20 : 12);

        boxes = Inside(data, start, end, BoxTypes.Mdia);
        var (mdiaStart, mdiaEnd) = (boxes.Body, boxes.End);
        boxes = Inside(data, mdiaStart, mdiaEnd, BoxTypes.Mdhd);
        var timescale = Number(data, boxes, Version(data, boxes) == 1 ? 20 : 12);
        boxes = Inside(data, mdiaStart, mdiaEnd, BoxTypes.Hdlr);
        var handler = Number(data, boxes, 8);
        if (handler is not (BoxTypes.Video or BoxTypes.Sound)) return null;
        if (timescale == 0) throw BoxCursor.Unreadable();

        boxes = Inside(data, mdiaStart, mdiaEnd, BoxTypes.Minf);
        boxes = Inside(data, boxes.Body, boxes.End, BoxTypes.Stbl);
        boxes = Inside(data, boxes.Body, boxes.End, BoxTypes.Stsd);
        if (boxes.End - boxes.Body < 8) throw BoxCursor.Unreadable();
        var entry = new BoxCursor(data, boxes.Body + 8, boxes.End);
        if (!entry.MoveNext()) throw BoxCursor.Unreadable();
        var isVideo = handler == BoxTypes.Video;
        var (codec, name) = isVideo ? SampleEntries.Video(data, entry) : SampleEntries.Audio(data, entry);
        return isVideo
            ? new Mp4Track(id, true, timescale, codec, name, entry.Type, (int)(Number(data, entry, 24) >> 16), (int)(Number(data, entry, 24) & 0xffff))
            : new Mp4Track(id, false, timescale, codec, name, entry.Type, 0, 0);
    }

    public static uint Number(ReadOnlySpan<byte> data, BoxCursor box, int offset) => box.End - box.Body >= offset + 4
        ? BinaryPrimitives.ReadUInt32BigEndian(data[(box.Body + offset)..])
        : throw BoxCursor.Unreadable();

    private static byte Version(ReadOnlySpan<byte> data, BoxCursor box) => box.End > box.Body ? data[box.Body] : throw BoxCursor.Unreadable();

    private static BoxCursor Inside(ReadOnlySpan<byte> data, int start, int end, uint type)
    {
        var boxes = new BoxCursor(data, start, end);
        return boxes.Seek(type) ? boxes : throw BoxCursor.Unreadable();
    }
}
