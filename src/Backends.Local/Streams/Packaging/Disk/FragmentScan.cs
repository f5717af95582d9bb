using System.Buffers.Binary;
using ContentPages.Backends.Local.Streams.Packaging.Boxes;

namespace ContentPages.Backends.Local.Streams.Packaging.Disk;

/// <summary>What a segment's file holds.</summary>
/// <param name="Torn">Whether something was cut off.</param>
internal sealed record FragmentScan(double PictureStart, double PictureEnd, double End, bool Torn)
{
    /// <summary>Reads a segment and cuts off the fragment that was not written whole.</summary>
    /// <returns>Null when it starts with no keyframe.</returns>
    public static FragmentScan? Of(string path, Mp4Init init)
    {
        var data = File.ReadAllBytes(path);
        var parser = new Mp4FragmentParser(init, longest: double.MaxValue / uint.MaxValue);
        var (whole, moof, fragments) = (0, Range.All, new List<Mp4Fragment>());
        try
        {
            for (var at = 0; data.Length - at >= 8;)
            {
                var size = BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at));
                if (size < 8 || size > data.Length - at) break;
                var box = at..(at + (int)size);
                var type = BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at + 4));
                if (type == BoxTypes.Moof) moof = box;
                at += (int)size;
                if (type != BoxTypes.Mdat) continue;
                fragments.Add(parser.Parse(data[moof], []));
                whole = at;
            }
        }
        catch (MediaRefusedException)
        {
            // What is before it is whole.
        }

        if (fragments.Count == 0 || !fragments[0].StartsWithKeyframe) return null;
        if (whole < data.Length)
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Write);
            RandomAccess.SetLength(file, whole);
        }

        return new FragmentScan(
            fragments[0].Video!.StartSeconds,
            fragments.FindLast(fragment => fragment.Video is not null)!.Video!.EndSeconds,
            fragments.Max(fragment => fragment.EndSeconds),
            whole < data.Length);
    }
}
