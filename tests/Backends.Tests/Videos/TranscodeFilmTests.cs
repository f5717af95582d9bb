using ContentPages.Videos;


namespace ContentPages.Backends.Tests.Videos;

/// <summary>Whole jobs with real ffmpeg: what comes out of ordinary and odd films.</summary>
public sealed class TranscodeFilmTests(Clips clips) : IClassFixture<Clips>
{
    [Fact]
    public async Task A_film_becomes_rungs_a_poster_and_a_storyboard_that_decode_without_errors()
    {
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Film(5, "1280x720"));

        var last = await at.Run(request);

        Assert.Equal("COMPLETE", last.GetProperty("status").GetString());
        var master = await File.ReadAllTextAsync(at.Output(request, "master.m3u8"));
        Assert.Contains("RESOLUTION=1280x720,CODECS=\"avc1.64001f,mp4a.40.2\",FRAME-RATE=25.000\n720p/index.m3u8", master, StringComparison.Ordinal);
        Assert.Contains("RESOLUTION=640x360,CODECS=\"avc1.64001e,mp4a.40.2\",FRAME-RATE=25.000\n360p/index.m3u8", master, StringComparison.Ordinal);
        foreach (var folder in new[] { "720p", "360p" })
        {
            var made = await Made.Look(at, request, folder);
            Assert.Equal(5, made.VideoSeconds, 0.05);
            Assert.Equal(5, made.AudioSeconds, 0.05);
            Assert.Equal(0, made.VideoStart - made.AudioStart, 0.05);
            var playlist = await File.ReadAllLinesAsync(at.Output(request, $"{folder}/index.m3u8"));
            Assert.Contains("#EXT-X-PLAYLIST-TYPE:EVENT", playlist);
            Assert.Contains("#EXT-X-INDEPENDENT-SEGMENTS", playlist);
            Assert.Contains("#EXT-X-TARGETDURATION:2", playlist);
            Assert.Equal("#EXT-X-ENDLIST", playlist[^1]);
        }

        var poster = await Made.Picture(at.Output(request, "poster.jpg"));
        Assert.Equal((1280, 720), poster);
        Assert.Equal((480, 90), await Made.Picture(at.Output(request, "storyboard.jpg")));
        Assert.Equal(3, (await File.ReadAllTextAsync(at.Output(request, "storyboard.vtt"))).Split("#xywh=").Length - 1);
        Assert.Empty(Directory.GetFiles(at.Output(request), "*.tmp", SearchOption.AllDirectories));
    }

    [Fact]
    public async Task A_film_that_is_turned_comes_out_upright()
    {
        var flat = await clips.Film(1);
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Make($"-i {flat} -c copy -metadata:s:v:0 rotate=90 turned.mp4"));
        Assert.Equal("COMPLETE", TranscoderHarness.StatusOf(await at.Run(request)));
        var made = await Made.Look(at, request, "180p");
        Assert.Equal((180, 320), (made.Width, made.Height));
        Assert.Equal((180, 320), await Made.Picture(at.Output(request, "poster.jpg")));
    }

    [Fact]
    public async Task Wide_pixels_become_square()
    {
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Film(1, "240x180", more: "-vf setsar=4/3"));
        Assert.Equal("COMPLETE", TranscoderHarness.StatusOf(await at.Run(request)));
        var made = await Made.Look(at, request, "180p");
        Assert.Equal((320, 180, "1:1"), (made.Width, made.Height, made.Aspect));
    }

    [Theory]
    [InlineData("-f lavfi -i testsrc=s=321x181:r=25:d=1 -c:v ffv1 -pix_fmt yuv422p10le odd.mkv")]
    [InlineData("-f lavfi -i testsrc=s=321x181:r=25:d=1 -c:v libx264 -preset ultrafast -pix_fmt yuv444p10le odd.mp4")]
    [InlineData("-f lavfi -i testsrc=s=321x181:r=25:d=1 -c:v libvpx -deadline realtime -pix_fmt yuv420p odd.webm")]
    [InlineData("-f lavfi -i testsrc=s=321x181:r=25:d=1 -c:v png odd.mov")]
    [InlineData("-f lavfi -i testsrc=s=321x181:r=25:d=1 -c:v mjpeg -pix_fmt yuvj422p odd.avi")]
    public async Task Odd_sizes_and_formats_become_even_and_8_bit(string clip)
    {
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Make(clip));
        Assert.Equal("COMPLETE", TranscoderHarness.StatusOf(await at.Run(request)));
        var made = await Made.Look(at, request, "181p");
        Assert.Equal((320, 180, "yuv420p"), (made.Width, made.Height, made.PixelFormat));
        Assert.Equal(1, made.VideoSeconds, 0.05);
        Assert.Equal(0, made.Channels);
    }

    [Fact]
    public async Task High_dynamic_range_becomes_8_bit()
    {
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Make(
            "-f lavfi -i testsrc2=s=320x180:r=25:d=1 -c:v libx265 -preset ultrafast -x265-params log-level=error -pix_fmt yuv420p10le "
            + "-color_trc smpte2084 -color_primaries bt2020 -colorspace bt2020nc hdr.mp4"));
        Assert.Equal("COMPLETE", TranscoderHarness.StatusOf(await at.Run(request)));
        Assert.Equal("yuv420p", (await Made.Look(at, request, "180p")).PixelFormat);
    }

    [Fact]
    public async Task Fast_films_are_capped_and_slow_ones_get_enough_frames_to_cut_between()
    {
        await using var at = new TranscoderHarness();
        var fast = at.Upload(await clips.Film(1, rate: 120), "fast");
        Assert.Equal("COMPLETE", TranscoderHarness.StatusOf(await at.Run(fast)));
        Assert.Equal(60, (await Made.Look(at, fast, "180p")).Rate);

        var slow = at.Upload(await clips.Film(6, rate: 1), "slow");
        Assert.Equal("COMPLETE", TranscoderHarness.StatusOf(await at.Run(slow)));
        var made = await Made.Look(at, slow, "180p");
        Assert.Equal((10, 60), (made.Rate, made.Frames));
        Assert.Equal(3, Directory.GetFiles(at.Output(slow, "180p"), "*.m4s").Length);
    }

    [Fact]
    public async Task A_variable_frame_rate_becomes_constant_at_the_same_length()
    {
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Make(
            "-f lavfi -i testsrc2=s=320x180:r=60:d=3 -vf select='lt(t\\,1)+not(mod(n\\,7))' -fps_mode vfr -c:v libx264 -preset ultrafast -pix_fmt yuv420p vfr.mp4"));
        Assert.Equal("COMPLETE", TranscoderHarness.StatusOf(await at.Run(request)));
        var made = await Made.Look(at, request, "180p");
        Assert.Equal(3, made.VideoSeconds, 0.12);
    }

    [Fact]
    public async Task Interlaced_films_are_deinterlaced_at_the_same_length()
    {
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Film(2, more: "-flags +ildct+ilme -x264opts tff=1"));
        Assert.Equal("COMPLETE", TranscoderHarness.StatusOf(await at.Run(request)));
        var details = at.Details.Single(detail => TranscoderHarness.StatusOf(detail) == "INPUT_INFORMATION");
        Assert.Equal("INTERLACED", details.GetProperty("inputDetails")[0].GetProperty("video")[0].GetProperty("interlaceMode").GetString());
        Assert.Equal((25, 50), ((await Made.Look(at, request, "180p")).Rate, (await Made.Look(at, request, "180p")).Frames));
    }

    [Theory]
    [InlineData("-itsoffset 1 -f lavfi -i sine=d=3 -f lavfi -i testsrc2=s=320x180:r=25:d=4 -map 1 -map 0 -shortest late-sound.mp4")]
    [InlineData("-f lavfi -i sine=d=4 -itsoffset 1 -f lavfi -i testsrc2=s=320x180:r=25:d=3 -map 1 -map 0 late-picture.mp4")]
    [InlineData("-f lavfi -i sine=d=4 -f lavfi -i testsrc2=s=320x180:r=25:d=2 -map 1 -map 0 long-sound.mp4")]
    [InlineData("-f lavfi -i sine=d=2 -f lavfi -i testsrc2=s=320x180:r=25:d=4 -map 1 -map 0 long-picture.mp4")]
    [InlineData("-f lavfi -i sine=d=4 -f lavfi -i testsrc2=s=320x180:r=25:d=4 -map 1 -map 0 -output_ts_offset 5000 late.ts")]
    public async Task Picture_and_sound_begin_and_end_together(string clip)
    {
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Make(clip.Replace(" -map 1", " -c:v libx264 -preset ultrafast -pix_fmt yuv420p -c:a aac -map 1", StringComparison.Ordinal)));
        Assert.Equal("COMPLETE", TranscoderHarness.StatusOf(await at.Run(request)));
        var made = await Made.Look(at, request, "180p");
        Assert.Equal(0, made.VideoStart - made.AudioStart, 0.1);
        Assert.Equal(4, made.VideoSeconds, 0.1);
        Assert.Equal(4, made.AudioSeconds, 0.1);
    }

    [Fact]
    public async Task A_change_of_size_midway_is_scaled_away()
    {
        var first = await clips.Film(2, "320x180", more: "-bsf:v h264_mp4toannexb", name: "a.ts");
        var second = await clips.Film(2, "640x360", more: "-bsf:v h264_mp4toannexb", name: "b.ts");
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Make($"-i concat:{first}|{second} -c copy changed.ts"));
        Assert.Equal("COMPLETE", TranscoderHarness.StatusOf(await at.Run(request)));
        var made = await Made.Look(at, request, "180p");
        Assert.Equal((320, 180), (made.Width, made.Height));
        Assert.Equal(4, made.VideoSeconds, 0.2);
    }

    [Theory]
    [InlineData("-f lavfi -i testsrc2=s=320x180:r=25:d=1 -frames:v 1 -c:v libx264 -preset ultrafast -pix_fmt yuv420p one.mp4", 0.04)]
    [InlineData("-f lavfi -i testsrc2=s=320x180:r=25:d=1 -frames:v 2 -c:v libx264 -preset ultrafast -pix_fmt yuv420p two.mkv", 0.08)]
    public async Task The_shortest_films_can_be_watched(string clip, double seconds)
    {
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Make(clip));
        Assert.Equal("COMPLETE", TranscoderHarness.StatusOf(await at.Run(request)));
        Assert.Equal(seconds, (await Made.Look(at, request, "180p")).VideoSeconds, 0.03);
        Assert.Equal((320, 180), await Made.Picture(at.Output(request, "poster.jpg")));
        Assert.True(File.Exists(at.Output(request, "storyboard.jpg")));
        Assert.Contains("#EXT-X-TARGETDURATION:1", await File.ReadAllLinesAsync(at.Output(request, "180p/index.m3u8")));
    }

    [Fact]
    public async Task Six_channels_become_two_and_other_streams_are_ignored()
    {
        var subtitles = clips.Write("words.srt", "1\n00:00:00,000 --> 00:00:01,000\nHello\n"u8.ToArray());
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Make(
            $"-f lavfi -i testsrc2=s=320x180:r=25:d=2 -f lavfi -i anoisesrc=d=2:r=96000 -i {subtitles} -map 0 -map 1 -map 2 -map 0 "
            + "-c:v:0 libx264 -preset ultrafast -pix_fmt yuv420p -c:v:1 png -frames:v:1 1 -disposition:v:1 attached_pic -c:a flac -ac 6 -c:s srt all.mkv"));
        Assert.Equal("COMPLETE", TranscoderHarness.StatusOf(await at.Run(request)));
        Assert.Equal(2, (await Made.Look(at, request, "180p")).Channels);
    }

    [Theory]
    [InlineData("-f lavfi -i sine=d=5 -c:a libmp3lame plain.mp3", 1280, 720)]
    [InlineData("-f lavfi -i sine=d=5 -f lavfi -i testsrc2=s=300x300:r=1:d=1 -map 0 -map 1 -c:a libmp3lame -c:v png -disposition:v attached_pic cover.mp3", 300, 300)]
    [InlineData("-f lavfi -i sine=d=5:r=44100 -c:a flac plain.flac", 1280, 720)]
    public async Task A_recording_becomes_sound_alone_with_a_still(string clip, int width, int height)
    {
        await using var at = new TranscoderHarness();
        var request = at.Upload(await clips.Make(clip));
        var last = await at.Run(request);
        Assert.Equal("COMPLETE", TranscoderHarness.StatusOf(last));
        Assert.False(last.GetProperty("outputGroupDetails")[0].GetProperty("outputDetails")[0].TryGetProperty("videoDetails", out _));
        var made = await Made.Look(at, request, "audio");
        Assert.Equal((0, 2), (made.Width, made.Channels));
        Assert.Equal(5, made.AudioSeconds, 0.1);
        Assert.Contains("CODECS=\"mp4a.40.2\"\naudio/index.m3u8", await File.ReadAllTextAsync(at.Output(request, "master.m3u8")), StringComparison.Ordinal);
        Assert.Equal((width, height), await Made.Picture(at.Output(request, "poster.jpg")));
        var report = Assert.IsType<JobCompleted>(await at.Transcoder.Get(request.IdempotencyKey, request, CancellationToken.None));
        Assert.Equal((0, 0, null), (report.Media.Width, report.Media.Height, report.Media.Storyboard));
    }
}
