using System.Buffers.Binary;

namespace ContentPages.Backends.Local.Streams.Packaging.Boxes;

/// <summary>
/// Reads the moof boxes of one connection. A sample that lasts longer than a break (ffmpeg lets a sample last until the next one, whatever the
/// encoder's clock did between them) is given the length of the one before it, in place.
/// </summary>
/// <param name="longest">Seconds that a sample may last.</param>
internal sealed class Mp4FragmentParser(Mp4Init init, double longest)
{
    private readonly Dictionary<uint, uint> _usual = [];

    /// <exception cref="MediaRefusedException">It is damaged.</exception>
    public Mp4Fragment Parse(byte[] moof, byte[] mdat)
    {
        var runs = new List<TrackRun>(2);
        var boxes = new BoxCursor(moof, 8, moof.Length);
        while (boxes.MoveNext())
        {
            if (boxes.Type != BoxTypes.Traf) continue;
            if (Traf(moof, boxes.Body, boxes.End) is { Samples: > 0 } run && runs.TrueForAll(other => other.Track != run.Track)) runs.Add(run);
        }

        return new Mp4Fragment(moof, mdat, runs, runs.Find(run => run.Track == init.Video));
    }

    private TrackRun? Traf(byte[] moof, int start, int end)
    {
        var boxes = new BoxCursor(moof, start, end);
        if (!boxes.Seek(BoxTypes.Tfhd) || init.Track(TrackParser.Number(moof, boxes, 4)) is not { } track) return null;
        var defaults = TrackDefaults.Read(moof, boxes, track);

        boxes = new BoxCursor(moof, start, end);
        if (!boxes.Seek(BoxTypes.Tfdt)) throw BoxCursor.Unreadable();
        var wide = moof[boxes.Body] == 1;
        if (boxes.End - boxes.Body < (wide ? 12 : 8)) throw BoxCursor.Unreadable();
        var timeAt = boxes.Body + 4;
        var time = wide
            ? BinaryPrimitives.ReadInt64BigEndian(moof.AsSpan(timeAt))
            : BinaryPrimitives.ReadUInt32BigEndian(moof.AsSpan(timeAt));

        var samples = new SampleWalk(defaults, (uint)Math.Min(uint.MaxValue, longest * track.Timescale), _usual.GetValueOrDefault(track.Id));
        boxes = new BoxCursor(moof, start, end);
        while (boxes.Seek(BoxTypes.Trun)) samples.Trun(moof, boxes);
        _usual[track.Id] = samples.Usual;
        return new TrackRun(
            track, time, samples.Duration, samples.Count, samples.Missing, timeAt, wide,
            samples.FirstIsKeyframe, samples.FirstOffset - moof.Length, samples.FirstSize);
    }
}
