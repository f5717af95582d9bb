using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Backends.Local.Streams.Packaging.Boxes;
using ContentPages.Backends.Tests.Videos;

namespace ContentPages.Backends.Tests.Streams.Packaging;

/// <summary>What is read from boxes that ffmpeg really writes.</summary>
public sealed class BoxTests(Clips clips) : IClassFixture<Clips>
{
    [Fact]
    public async Task A_head_tells_codecs_sizes_and_clocks()
    {
        var units = await Films.Units(await clips.Encoder(1));
        var init = Mp4InitParser.Parse(units[0].Bytes);
        Assert.Equal("avc1.42c00c,mp4a.40.2", init.Codecs);
        Assert.Equal((1u, 320, 180, "h264", 12_800u), (init.Video.Id, init.Video.Width, init.Video.Height, init.Video.Name, init.Video.Timescale));
        Assert.Equal((2u, "aac", 48_000u), (init.Audio!.Id, init.Audio.Name, init.Audio.Timescale));
    }

    [Fact]
    public async Task Fragments_tell_their_times_frames_and_keyframes()
    {
        var units = await Films.Units(await clips.Encoder(2));
        var parser = new Mp4FragmentParser(Mp4InitParser.Parse(units[0].Bytes), longest: 3);
        var fragments = units.Skip(1).Select(unit => parser.Parse(unit.Bytes, unit.Mdat!)).ToList();
        var pictures = fragments.Select(fragment => fragment.Video).OfType<TrackRun>().ToList();
        Assert.Equal(50, pictures.Sum(run => run.Samples));
        Assert.Equal(25_600, pictures.Sum(run => run.Duration));
        Assert.Equal([0, 12_800], pictures.Where(run => run.Keyframe).Select(run => run.Start));
        Assert.Equal(0, pictures.Sum(run => run.Missing));
        foreach (var (before, after) in pictures.Zip(pictures.Skip(1))) Assert.Equal(before.Start + before.Duration, after.Start);
        // Each access unit starts with the length of its first NAL unit.
        Assert.All(fragments.Where(fragment => fragment.StartsWithKeyframe), fragment => Assert.Equal(0, fragment.Mdat[fragment.Video!.FirstAt]));
    }

    [Fact]
    public async Task A_sample_that_lasts_an_hour_is_given_the_length_of_the_one_before()
    {
        var units = await Films.Units(await clips.Encoder(1));
        var init = Mp4InitParser.Parse(units[0].Bytes);
        var moof = units[2].Bytes;
        Films.StretchLastFrame(moof, init, ticks: 3600 * 12_800);
        var parser = new Mp4FragmentParser(init, longest: 3);
        parser.Parse(units[1].Bytes, units[1].Mdat!);
        var fragment = parser.Parse(moof, units[2].Mdat!);
        Assert.Equal(fragment.Video!.Samples * 512, fragment.Video.Duration);
        Assert.Equal(fragment.Video.Duration, new Mp4FragmentParser(init, longest: 1e5).Parse(moof, units[2].Mdat!).Video!.Duration);
    }

    public static TheoryData<string, byte[]> Damaged => new()
    {
        { "random", ObjectBytes(4000) },
        { "text", "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"u8.ToArray() },
        { "a box without an end", [0, 0, 0, 0, .. "ftyp"u8] },
        { "a head as large as memory", [0, 0, 0, 16, .. "ftypisom0000"u8, 0x7f, 0xff, 0xff, 0xff, .. "moov"u8] },
        { "a fragment without a head", [0, 0, 0, 16, .. "ftypisom0000"u8, 0, 0, 0, 8, .. "moof"u8, 0, 0, 0, 8, .. "mdat"u8] },
    };

    [Theory]
    [MemberData(nameof(Damaged))]
    public async Task What_is_no_fragmented_film_is_refused(string name, byte[] bytes)
    {
        using var at = new PlayoutHarness();
        var refused = await Assert.ThrowsAsync<MediaRefusedException>(() => at.Send(bytes));
        Assert.Equal(("unreadable", name), (refused.Code, name));
        Assert.Null(at.Playout.Find(null)!.Source.View);
    }

    [Fact]
    public async Task Any_damaged_byte_of_a_head_or_fragment_is_refused_or_played_but_never_thrown_over()
    {
        var film = await clips.Encoder(1);
        var units = await Films.Units(film);
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var damaged = (byte[])film.Clone();
            damaged[random.Next(units[0].Bytes.Length + units[1].Bytes.Length)] = (byte)random.Next(256);
            using var at = new PlayoutHarness();
            try
            {
                await at.Send(damaged);
            }
            catch (MediaRefusedException refused)
            {
                Assert.Contains(refused.Code, (string[])["unreadable", "no_video", "video_codec", "too_much", "no_keyframe", "timestamps"]);
            }
        }
    }

    private static byte[] ObjectBytes(int size)
    {
        var bytes = new byte[size];
        new Random(3).NextBytes(bytes);
        return bytes;
    }
}
