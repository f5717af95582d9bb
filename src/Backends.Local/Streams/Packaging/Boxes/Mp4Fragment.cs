namespace ContentPages.Backends.Local.Streams.Packaging.Boxes;

/// <summary>What a fragment holds of one track.</summary>
/// <param name="Start">Decode time of its first sample, in ticks of the track.</param>
/// <param name="Duration">In ticks of the track.</param>
/// <param name="TimeAt">Where in the moof its decode time stands.</param>
/// <param name="Wide">Whether that has 64 bits.</param>
/// <param name="Keyframe">Whether its first sample is a keyframe.</param>
/// <param name="FirstAt">Where in the mdat its first sample stands.</param>
/// <param name="FirstSize">Bytes of that.</param>
internal sealed record TrackRun(
    Mp4Track Track, long Start, long Duration, int Samples, int Missing, int TimeAt, bool Wide, bool Keyframe, int FirstAt, uint FirstSize)
{
    public double StartSeconds => Track.Seconds(Start);

    public double EndSeconds => Track.Seconds(Start + Duration);
}

/// <summary>A moof box and the mdat that belongs to it.</summary>
/// <param name="Runs">At most one of each track.</param>
internal sealed record Mp4Fragment(byte[] Moof, byte[] Mdat, IReadOnlyList<TrackRun> Runs, TrackRun? Video)
{
    public bool StartsWithKeyframe => Video is { Keyframe: true };

    public int Length => Moof.Length + Mdat.Length;

    public double StartSeconds => Runs.Min(run => run.StartSeconds);

    public double EndSeconds => Runs.Max(run => run.EndSeconds);
}
