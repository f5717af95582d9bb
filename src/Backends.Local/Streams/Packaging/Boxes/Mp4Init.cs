namespace ContentPages.Backends.Local.Streams.Packaging.Boxes;

/// <summary>The head of fragmented MP4: what an EXT-X-MAP leads to.</summary>
/// <param name="Bytes">ftyp and moov.</param>
/// <param name="Video">The first picture track.</param>
internal sealed record Mp4Init(ReadOnlyMemory<byte> Bytes, IReadOnlyList<Mp4Track> Tracks, Mp4Track Video, Mp4Track? Audio)
{
    public string Codecs => Audio is null ? Video.Codec : $"{Video.Codec},{Audio.Codec}";

    public Mp4Track? Track(uint id) => Tracks.FirstOrDefault(track => track.Id == id);

    public bool SameAs(Mp4Init other) => Bytes.Span.SequenceEqual(other.Bytes.Span);
}
