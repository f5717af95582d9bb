using System.Buffers.Binary;
using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Backends.Local.Streams.Packaging.Boxes;
using ContentPages.Backends.Tests.Videos;

namespace ContentPages.Backends.Tests.Streams.Packaging;

/// <summary>What encoders send, made by ffmpeg as the ingest makes it.</summary>
internal static class Films
{
    private static readonly string s_output = string.Join(' ', FragmentArguments.Output);

    /// <summary>A picture of 320x180 at 25 frames a second, a keyframe every second, and a tone.</summary>
    public static Task<byte[]> Encoder(this Clips clips, double seconds, double keyframes = 1, string size = "320x180", int rate = 25, string more = "") => clips.Sent(
        FormattableString.Invariant($"-f lavfi -i testsrc2=s={size}:r={rate}:d={seconds} -f lavfi -i sine=440:r=48000:d={seconds} ")
        + FormattableString.Invariant($"-c:v libx264 -preset ultrafast -bf 0 -g {(int)(keyframes * rate)} -keyint_min {(int)(keyframes * rate)} -sc_threshold 0 -pix_fmt yuv420p -c:a aac {more}"));

    public static async Task<byte[]> Sent(this Clips clips, string arguments) =>
        await File.ReadAllBytesAsync(await clips.Make($"{arguments} {s_output} sent.mp4"));

    public static async Task<List<Mp4Unit>> Units(byte[] film)
    {
        await using var reader = new FragmentReader(new MemoryStream(film), 64 << 20);
        var units = new List<Mp4Unit>();
        while (await reader.Read(CancellationToken.None) is { } unit) units.Add(unit);
        return units;
    }

    /// <summary>The film with the clock of everything from a fragment on moved.</summary>
    /// <param name="from">1 for the first fragment.</param>
    /// <param name="which">The tracks that jump; null for all.</param>
    public static async Task<byte[]> Jump(byte[] film, int from, double seconds, Func<TrackRun, bool>? which = null)
    {
        var units = await Units(film);
        var init = Mp4InitParser.Parse(units[0].Bytes);
        var parser = new Mp4FragmentParser(init, 1e9);
        foreach (var unit in units.Skip(from))
            foreach (var run in parser.Parse(unit.Bytes, unit.Mdat!).Runs.Where(which ?? (_ => true)))
                BinaryPrimitives.WriteInt64BigEndian(unit.Bytes.AsSpan(run.TimeAt), run.Start + (long)(seconds * run.Track.Timescale));
        // As ffmpeg does it: the last frame before the jump lasts until the first one after it.
        if (seconds > 0 && which is null) StretchLastFrame(units[from - 1].Bytes, init, (uint)(seconds * init.Video.Timescale));
        return [.. units.SelectMany(unit => unit.Bytes.Concat(unit.Mdat ?? []))];
    }

    public static void StretchLastFrame(byte[] moof, Mp4Init init, uint ticks)
    {
        var traf = new BoxCursor(moof, 8, moof.Length);
        Assert.True(traf.Seek(BoxTypes.Traf));
        var tfhd = new BoxCursor(moof, traf.Body, traf.End);
        Assert.True(tfhd.Seek(BoxTypes.Tfhd));
        Assert.Equal(init.Video.Id, TrackParser.Number(moof, tfhd, 4));
        var trun = new BoxCursor(moof, traf.Body, traf.End);
        Assert.True(trun.Seek(BoxTypes.Trun));
        var flags = TrackParser.Number(moof, trun, 0);
        var width = 4 * System.Numerics.BitOperations.PopCount(flags & 0xf00);
        if ((flags & 0x100) != 0) BinaryPrimitives.WriteUInt32BigEndian(moof.AsSpan(trun.End - width), ticks);
        else BinaryPrimitives.WriteUInt32BigEndian(moof.AsSpan(TrackDefaults.Read(moof, tfhd, init.Video).DurationAt), ticks);
    }
}
