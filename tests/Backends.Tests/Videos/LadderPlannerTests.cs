using ContentPages.Backends.Local.Videos;

namespace ContentPages.Backends.Tests.Videos;

public sealed class LadderPlannerTests
{
    private static readonly TranscoderOptions Limits = new();

    [Theory]
    [InlineData(1920, 1080, "1080p 1920x1080, 720p 1280x720, 360p 640x360")]
    [InlineData(3840, 2160, "1080p 1920x1080, 720p 1280x720, 360p 640x360")]
    [InlineData(1280, 720, "720p 1280x720, 360p 640x360")]
    [InlineData(1600, 900, "720p 1280x720, 360p 640x360")]
    [InlineData(640, 360, "360p 640x360")]
    // Portrait and wide films are judged by the box they fit in.
    [InlineData(1080, 1920, "1080p 1080x1920, 720p 720x1280, 360p 360x640")]
    [InlineData(1920, 800, "1080p 1920x800, 720p 1280x532, 360p 640x266")]
    [InlineData(1440, 1080, "1080p 1440x1080, 720p 960x720, 360p 480x360")]
    [InlineData(1080, 1080, "1080p 1080x1080, 720p 720x720, 360p 360x360")]
    // A size of its own where the next rung would lose much.
    [InlineData(854, 480, "480p 854x480, 360p 640x358")]
    [InlineData(640, 480, "480p 640x480, 360p 480x360")]
    [InlineData(1024, 576, "576p 1024x576, 360p 640x360")]
    // Smaller than the smallest rung: as it is, but even.
    [InlineData(320, 180, "180p 320x180")]
    [InlineData(321, 241, "241p 320x240")]
    [InlineData(1, 1, "1p 2x2")]
    // A few lines short of a rung are that rung, and nothing is enlarged.
    [InlineData(1918, 1072, "1080p 1918x1072, 720p 1280x714, 360p 640x356")]
    public void Rungs_never_exceed_the_source_and_keep_its_aspect(int width, int height, string expected) =>
        Assert.Equal(expected, Text(Plan(Film() with { Width = width, Height = height })));

    [Theory]
    [InlineData(90)]
    [InlineData(270)]
    public void A_film_that_is_turned_swaps_its_sides(int rotation) =>
        Assert.Equal("1080p 1080x1920, 720p 720x1280, 360p 360x640", Text(Plan(Film() with { Rotation = rotation })));

    [Theory]
    [InlineData(720, 576, 64, 45, "576p 1024x576, 360p 640x360")]
    [InlineData(1440, 1080, 4, 3, "1080p 1920x1080, 720p 1280x720, 360p 640x360")]
    [InlineData(720, 480, 8, 9, "480p 640x480, 360p 480x360")]
    public void Pixels_become_square(int width, int height, int above, int below, string expected) =>
        Assert.Equal(expected, Text(Plan(Film() with { Width = width, Height = height, SampleAspect = new(above, below) })));

    [Theory]
    [InlineData("25/1", "25/1", "25")]
    [InlineData("30000/1001", "30000/1001", "30000/1001")]
    [InlineData("60/1", "60/1", "60")]
    [InlineData("120/1", "120/1", "120/2")]
    [InlineData("144/1", "144/1", "144/3")]
    [InlineData("1/2", "1/2", "20/2")]
    [InlineData("90000/1", "2997/100", "30000/1001")]
    [InlineData("60/1", "13/1", "24000/1001")]
    [InlineData("240/1", "110/1", "60")]
    [InlineData("0/0", "0/0", "24000/1001")]
    public void The_frame_rate_is_constant_and_at_most_sixty(string rate, string average, string expected) =>
        Assert.Equal(expected, Plan(Film() with { Rate = Rational.Parse(rate), AverageRate = Rational.Parse(average) }).Video!.Rate.ToString());

    [Theory]
    [InlineData("tt", true)]
    [InlineData("bb", true)]
    [InlineData("progressive", false)]
    [InlineData("", false)]
    public void Only_interlaced_films_are_deinterlaced(string order, bool expected) =>
        Assert.Equal(expected, Plan(Film() with { FieldOrder = order }).Video!.Deinterlace);

    [Fact]
    public void High_dynamic_range_is_mapped_and_rgb_converted()
    {
        Assert.Equal(ToneMapping.PerceptualQuantizer, Plan(Film() with { Transfer = "smpte2084" }).Video!.ToneMapping);
        Assert.Equal(ToneMapping.HybridLogGamma, Plan(Film() with { Transfer = "arib-std-b67" }).Video!.ToneMapping);
        Assert.Equal(ToneMapping.None, Plan(Film() with { Transfer = "bt709" }).Video!.ToneMapping);
        Assert.True(Plan(Film() with { PixelFormat = "bgra" }).Video!.FromRgb);
        Assert.False(Plan(Film()).Video!.FromRgb);
    }

    [Fact]
    public void A_film_without_sound_has_no_audio() => Assert.Null(Plan(Film()).Audio);

    [Theory]
    [InlineData(44_100, 44_100)]
    [InlineData(88_200, 44_100)]
    [InlineData(22_050, 44_100)]
    [InlineData(48_000, 48_000)]
    [InlineData(96_000, 48_000)]
    [InlineData(8_000, 48_000)]
    public void Sound_keeps_its_family_of_sample_rates(int rate, int expected) =>
        Assert.Equal(expected, Plan(Film(), Sound() with { SampleRate = rate }).Audio!.SampleRate);

    [Fact]
    public void What_ends_first_is_filled_up()
    {
        var early = Plan(Film() with { Duration = 4 }, Sound() with { Duration = 10 });
        Assert.Equal((6, null), (early.Video!.HoldLastFrame, early.Audio!.PadTo));
        var silent = Plan(Film() with { Duration = 10 }, Sound() with { Duration = 4 });
        Assert.Equal((0, 10), (silent.Video!.HoldLastFrame, silent.Audio!.PadTo));
        var near = Plan(Film() with { Duration = 10 }, Sound() with { Duration = 9.9 });
        Assert.Equal((0, null), (near.Video!.HoldLastFrame, near.Audio!.PadTo));
    }

    [Fact]
    public void A_recording_uses_its_cover_for_the_poster_alone()
    {
        var cover = Film() with { Index = 1, Width = 600, Height = 600 };
        var plan = LadderPlanner.Plan(new MediaProbe("mp3", 51, 180, [], [Sound()], [cover]), Limits);
        Assert.Equal((null, 1), (plan.Video, plan.Cover));
        Assert.Equal(["audio"], plan.Folders);
    }

    [Fact]
    public void The_default_tracks_win_and_what_is_left_out_is_told()
    {
        var probe = new MediaProbe(
            "matroska,webm", 100, 10,
            [Film() with { Index = 0, Width = 320, Height = 180 }, Film() with { Index = 1 }],
            [Sound() with { Index = 2 }, Sound() with { Index = 3, IsDefault = true }],
            []);
        var plan = LadderPlanner.Plan(probe, Limits);
        Assert.Equal((1, 3), (plan.Video!.Track, plan.Audio!.Track));
        Assert.Equal(["Of 2 video tracks, one is used.", "Of 2 audio tracks, one is used."], plan.Warnings);
    }

    [Fact]
    public void What_cannot_be_made_is_refused_as_the_uploaders_file()
    {
        Assert.Equal(1076, Refusal(new MediaProbe("mov", 100, 10, [], [], [])));
        Assert.Equal(1030, Refusal(new MediaProbe("mov", 100, 10, [Film() with { Codec = "" }], [], [])));
        Assert.Equal(1030, Refusal(new MediaProbe("mov", 100, 10, [Film() with { Width = 10_000, Height = 10_000 }], [], [])));
        Assert.Equal(1030, Refusal(new MediaProbe("mov", 100, (12 * 3600) + 1, [Film()], [], [])));
        Assert.Equal(1030, Refusal(new MediaProbe("mov", 100, 10, [], [Sound() with { Codec = "" }], [])));
    }

    private static int Refusal(MediaProbe probe) => Assert.Throws<JobFailedException>(() => LadderPlanner.Plan(probe, Limits)).Failure.Code;

    private static LadderPlan Plan(VideoTrack video, params AudioTrack[] sound) =>
        LadderPlanner.Plan(new MediaProbe("mov,mp4,m4a,3gp,3g2,mj2", 100, 10, [video], sound, []), Limits);

    private static string Text(LadderPlan plan) =>
        string.Join(", ", plan.Video!.Rungs.Select(rung => $"{rung.Name} {rung.Width}x{rung.Height}"));

    private static VideoTrack Film() => new(
        0, "h264", "avc1", 1920, 1080, Rational.One, 0, new(25, 1), new(25, 1), "yuv420p", "progressive", "", "", null, IsDefault: false);

    private static AudioTrack Sound() => new(1, "aac", 2, 48_000, "und", null, IsDefault: false);
}
