namespace ContentPages.Backends.Local.Streams.Packaging.Boxes;

/// <summary>A track as the head of a file describes it.</summary>
/// <param name="Timescale">Ticks a second.</param>
/// <param name="Codec">As in the CODECS attribute of RFC 8216, for instance <c>avc1.64001f</c>.</param>
/// <param name="Name">For instance <c>h264</c>.</param>
/// <param name="Entry">Type of its sample entry.</param>
internal sealed record Mp4Track(
    uint Id, bool IsVideo, uint Timescale, string Codec, string Name, uint Entry, int Width, int Height,
    uint DefaultDuration = 0, uint DefaultSize = 0, uint DefaultFlags = 0)
{
    public double Seconds(long ticks) => (double)ticks / Timescale;
}
