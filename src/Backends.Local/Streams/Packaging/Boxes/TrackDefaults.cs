namespace ContentPages.Backends.Local.Streams.Packaging.Boxes;

/// <summary>What holds for the samples of a fragment that say nothing themselves.</summary>
/// <param name="DurationAt">Where in the moof the duration stands, or 0.</param>
internal readonly record struct TrackDefaults(uint Duration, int DurationAt, uint Size, uint Flags)
{
    public static TrackDefaults Read(ReadOnlySpan<byte> moof, BoxCursor tfhd, Mp4Track track)
    {
        var flags = TrackParser.Number(moof, tfhd, 0) & 0xffffff;
        var at = 8;
        if ((flags & 1) != 0) at += 8;
        if ((flags & 2) != 0) at += 4;
        var defaults = new TrackDefaults(track.DefaultDuration, 0, track.DefaultSize, track.DefaultFlags);
        if ((flags & 8) != 0)
        {
            defaults = defaults with { Duration = TrackParser.Number(moof, tfhd, at), DurationAt = tfhd.Body + at };
            at += 4;
        }

        if ((flags & 16) != 0)
        {
            defaults = defaults with { Size = TrackParser.Number(moof, tfhd, at) };
            at += 4;
        }

        return (flags & 32) != 0 ? defaults with { Flags = TrackParser.Number(moof, tfhd, at) } : defaults;
    }
}
