using System.Buffers.Binary;

namespace ContentPages.Backends.Local.Streams.Packaging.Boxes;

/// <summary>Reads the head of fragmented MP4.</summary>
internal static class Mp4InitParser
{
    private const int MaximumTracks = 16;

    /// <param name="bytes">ftyp and moov.</param>
    /// <exception cref="MediaRefusedException">No picture, not H.264, or damaged.</exception>
    public static Mp4Init Parse(ReadOnlyMemory<byte> bytes)
    {
        var data = bytes.Span;
        var top = new BoxCursor(data, 0, data.Length);
        if (!top.Seek(BoxTypes.Moov)) throw BoxCursor.Unreadable();

        var tracks = new List<Mp4Track>();
        var boxes = new BoxCursor(data, top.Body, top.End);
        while (boxes.MoveNext())
            if (boxes.Type == BoxTypes.Trak && tracks.Count < MaximumTracks && TrackParser.Parse(data, boxes.Body, boxes.End) is { } track) tracks.Add(track);
        boxes = new BoxCursor(data, top.Body, top.End);
        if (boxes.Seek(BoxTypes.Mvex)) WithDefaults(data, boxes.Body, boxes.End, tracks);

        var video = tracks.FirstOrDefault(track => track.IsVideo)
            ?? throw new MediaRefusedException("no_video", "Only sound arrives. Add a camera, a screen or a still picture to the scene of your encoder.");
        if (video.Entry is not (BoxTypes.Avc1 or BoxTypes.Avc3))
            throw new MediaRefusedException("video_codec", $"The picture is {Shown(video.Name)}. Set the video encoder to H.264.");
        return new Mp4Init(bytes, tracks, video, tracks.FirstOrDefault(track => !track.IsVideo));
    }

    private static void WithDefaults(ReadOnlySpan<byte> data, int start, int end, List<Mp4Track> tracks)
    {
        const int Length = 24;
        var boxes = new BoxCursor(data, start, end);
        while (boxes.Seek(BoxTypes.Trex))
        {
            if (boxes.End - boxes.Body < Length) throw BoxCursor.Unreadable();
            var trex = data[boxes.Body..];
            var id = BinaryPrimitives.ReadUInt32BigEndian(trex[4..]);
            if (tracks.FindIndex(track => track.Id == id) is >= 0 and var index)
            {
                tracks[index] = tracks[index] with
                {
                    DefaultDuration = BinaryPrimitives.ReadUInt32BigEndian(trex[12..]),
                    DefaultSize = BinaryPrimitives.ReadUInt32BigEndian(trex[16..]),
                    DefaultFlags = BinaryPrimitives.ReadUInt32BigEndian(trex[20..]),
                };
            }
        }
    }

    private static string Shown(string name) => name switch
    {
        "hevc" => "HEVC (H.265)",
        "av1" => "AV1",
        "vp9" => "VP9",
        _ => "not H.264",
    };
}
