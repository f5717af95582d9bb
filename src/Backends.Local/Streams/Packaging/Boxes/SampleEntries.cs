namespace ContentPages.Backends.Local.Streams.Packaging.Boxes;

/// <summary>Reads which codec a sample entry is of (RFC 6381).</summary>
internal static class SampleEntries
{
    private const int VideoFields = 78;
    private const int AudioFields = 28;

    public static (string Codec, string Name) Video(ReadOnlySpan<byte> data, BoxCursor entry)
    {
        switch (entry.Type)
        {
            case BoxTypes.Hvc1 or BoxTypes.Hev1: return ("hvc1", "hevc");
            case BoxTypes.Av01: return ("av01", "av1");
            case BoxTypes.Vp09: return ("vp09", "vp9");
            case not (BoxTypes.Avc1 or BoxTypes.Avc3): return ("", "other");
        }

        var config = AvcConfig(data, entry);
        return ($"avc1.{data[config.Body + 1]:x2}{data[config.Body + 2]:x2}{data[config.Body + 3]:x2}", "h264");
    }

    /// <summary>The AVCDecoderConfigurationRecord of a picture's sample entry.</summary>
    public static BoxCursor AvcConfig(ReadOnlySpan<byte> data, BoxCursor entry)
    {
        if (entry.End - entry.Body < VideoFields) throw BoxCursor.Unreadable();
        var boxes = new BoxCursor(data, entry.Body + VideoFields, entry.End);
        return boxes.Seek(BoxTypes.AvcC) && boxes.End - boxes.Body >= 7 ? boxes : throw BoxCursor.Unreadable();
    }

    public static (string Codec, string Name) Audio(ReadOnlySpan<byte> data, BoxCursor entry)
    {
        if (entry.Type == BoxTypes.Opus) return ("opus", "opus");
        if (entry.Type != BoxTypes.Mp4a) return ("", "other");
        if (entry.End - entry.Body < AudioFields) throw BoxCursor.Unreadable();
        var boxes = new BoxCursor(data, entry.Body + AudioFields, entry.End);
        if (!boxes.Seek(BoxTypes.Esds)) return ("mp4a", "aac");
        return Elementary(data[(boxes.Body + 4)..boxes.End]);
    }

    // Descriptors of ISO/IEC 14496-1: 3 holds 4 (object type), which holds 5 (AAC's own).
    private static (string Codec, string Name) Elementary(ReadOnlySpan<byte> esds)
    {
        var at = Descriptor(esds, 0, 3) + 3;
        at = Descriptor(esds, at, 4);
        if (at >= esds.Length) throw BoxCursor.Unreadable();
        var kind = esds[at];
        if (kind is 0x69 or 0x6b) return ("mp4a.6b", "mp3");
        if (kind != 0x40) return ($"mp4a.{kind:x2}", "other");
        at = Descriptor(esds, at + 13, 5);
        if (at + 1 >= esds.Length) throw BoxCursor.Unreadable();
        var type = esds[at] >> 3;
        if (type == 31) type = 32 + ((esds[at] & 7) << 3) + (esds[at + 1] >> 5);
        return ($"mp4a.40.{type}", "aac");
    }

    private static int Descriptor(ReadOnlySpan<byte> data, int at, byte tag)
    {
        if (at >= data.Length || data[at++] != tag) throw BoxCursor.Unreadable();
        while (at < data.Length && data[at] >= 0x80) at++;
        return at + 1;
    }
}
