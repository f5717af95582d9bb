using System.Buffers.Binary;

namespace ContentPages.Backends.Local.Streams.Packaging.Boxes;

/// <summary>Adds up the samples of a fragment's track, and shortens those that last too long.</summary>
internal sealed class SampleWalk(TrackDefaults defaults, uint longest, uint usual)
{
    private const uint NotSync = 0x10000;

    public long Duration { get; private set; }

    public int Count { get; private set; }

    /// <summary>Samples that would fit between those that are there.</summary>
    public int Missing { get; private set; }

    public bool FirstIsKeyframe { get; private set; }

    /// <summary>From the start of the moof.</summary>
    public int FirstOffset { get; private set; }

    public uint FirstSize { get; private set; }

    /// <summary>How long a sample usually lasts, in ticks.</summary>
    public uint Usual { get; private set; } = usual;

    public void Trun(byte[] moof, BoxCursor box)
    {
        var flags = TrackParser.Number(moof, box, 0) & 0xffffff;
        var count = TrackParser.Number(moof, box, 4);
        var at = 8;
        if ((flags & 1) != 0)
        {
            if (Count == 0) FirstOffset = (int)TrackParser.Number(moof, box, at);
            at += 4;
        }

        uint? first = null;
        if ((flags & 4) != 0)
        {
            first = TrackParser.Number(moof, box, at);
            at += 4;
        }

        var width = 4 * ((flags & 0x100) >> 8) + 4 * ((flags & 0x200) >> 9) + 4 * ((flags & 0x400) >> 10) + 4 * ((flags & 0x800) >> 11);
        // Without fields of their own, samples cost nothing to claim.
        if (count > (width == 0 ? 100_000 : (box.End - box.Body - at) / width)) throw BoxCursor.Unreadable();
        for (var index = 0; index < count; index++, at += (int)width) Sample(moof, box.Body + at, flags, index == 0 ? first : null);
    }

    private void Sample(byte[] moof, int at, uint flags, uint? firstFlags)
    {
        var durationAt = (flags & 0x100) != 0 ? at : defaults.DurationAt;
        var duration = Read(moof, ref at, flags, 0x100, defaults.Duration);
        var size = Read(moof, ref at, flags, 0x200, defaults.Size);
        var kind = Read(moof, ref at, flags, 0x400, defaults.Flags);
        if (duration > longest)
        {
            duration = Usual == 0 ? longest / 100 : Usual;
            if (durationAt > 0) BinaryPrimitives.WriteUInt32BigEndian(moof.AsSpan(durationAt), duration);
        }

        if (Count == 0) (FirstIsKeyframe, FirstSize) = (((firstFlags ?? kind) & NotSync) == 0, size);
        if (Usual > 0 && duration > Usual + (Usual / 2)) Missing += (int)Math.Round((double)duration / Usual) - 1;
        // Slowly, so that neither the missing ones nor a rounded clock move it much.
        Usual = Usual == 0 ? duration : (uint)(Usual + (((long)Math.Min(duration, Usual * 2L) - Usual) / 8));
        Duration += duration;
        Count++;
    }

    private static uint Read(byte[] moof, ref int at, uint flags, uint flag, uint otherwise)
    {
        if ((flags & flag) == 0) return otherwise;
        at += 4;
        return BinaryPrimitives.ReadUInt32BigEndian(moof.AsSpan(at - 4));
    }
}
