using System.Buffers.Binary;
using ContentPages.Backends.Local.Streams.Packaging.Boxes;

namespace ContentPages.Backends.Local.Streams.Packaging.Output;

/// <summary>The part that fragments are added to.</summary>
internal sealed class PendingPart
{
    private const int SequenceAt = 20;

    private readonly List<ReadOnlyMemory<byte>> _pieces = [];
    private bool _independent;

    public double Seconds { get; private set; }

    public int Length { get; private set; }

    public bool IsEmpty => _pieces.Count == 0;

    /// <summary>Adds a fragment with its times moved.</summary>
    /// <returns>The pieces that were added.</returns>
    public ReadOnlyMemory<byte>[] Add(Mp4Fragment fragment, double offset, uint sequence)
    {
        if (IsEmpty) _independent = fragment.StartsWithKeyframe;
        var moof = Moved(fragment, offset, sequence);
        ReadOnlyMemory<byte>[] added = [moof, fragment.Mdat];
        _pieces.AddRange(added);
        Length += fragment.Length;
        if (fragment.Video is { } video) Seconds += video.Track.Seconds(video.Duration);
        return added;
    }

    public MediaPart Take()
    {
        var bytes = new byte[Length];
        var at = 0;
        foreach (var piece in _pieces)
        {
            piece.CopyTo(bytes.AsMemory(at));
            at += piece.Length;
        }

        var part = new MediaPart(bytes, Seconds, _independent);
        _pieces.Clear();
        (Length, Seconds) = (0, 0);
        return part;
    }

    private static byte[] Moved(Mp4Fragment fragment, double offset, uint sequence)
    {
        var moof = (byte[])fragment.Moof.Clone();
        if (moof.Length >= SequenceAt + 4 && BinaryPrimitives.ReadUInt32BigEndian(moof.AsSpan(12)) == BoxTypes.Mfhd)
            BinaryPrimitives.WriteUInt32BigEndian(moof.AsSpan(SequenceAt), sequence);
        foreach (var run in fragment.Runs)
        {
            var time = Math.Max(0, run.Start + (long)Math.Round(offset * run.Track.Timescale));
            if (run.Wide) BinaryPrimitives.WriteInt64BigEndian(moof.AsSpan(run.TimeAt), time);
            else BinaryPrimitives.WriteUInt32BigEndian(moof.AsSpan(run.TimeAt), (uint)time);
        }

        return moof;
    }
}
