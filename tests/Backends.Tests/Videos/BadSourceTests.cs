using System.Text;
using ContentPages.Videos;

namespace ContentPages.Backends.Tests.Videos;

/// <summary>Files that are no films, all under a film's name.</summary>
public sealed class BadSourceTests(Clips clips) : IClassFixture<Clips>
{
    public static TheoryData<string, string> NoMedia => new()
    {
        { "empty", "" },
        { "text", "All work and no play makes Jack a dull boy.\n" },
        { "playlist of a local file", "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nfile:///etc/passwd\n#EXT-X-ENDLIST\n" },
        { "playlist of an address", "#EXTM3U\n#EXT-X-TARGETDURATION:2\n#EXTINF:2,\nhttp://127.0.0.1:9/secret\n#EXT-X-ENDLIST\n" },
        { "concat script", "ffconcat version 1.0\nfile /etc/passwd\n" },
        { "dash manifest", "<?xml version=\"1.0\"?><MPD xmlns=\"urn:mpeg:dash:schema:mpd:2011\" type=\"static\"><Period><BaseURL>file:///etc/passwd</BaseURL></Period></MPD>" },
        { "session description", "v=0\no=- 0 0 IN IP4 127.0.0.1\ns=-\nc=IN IP4 127.0.0.1\nm=video 9 RTP/AVP 96\na=rtpmap:96 H264/90000\n" },
        { "subtitles", "1\n00:00:00,000 --> 00:00:01,000\nHello\n" },
        { "drawing", "<svg xmlns=\"http://www.w3.org/2000/svg\"><image href=\"file:///etc/passwd\"/></svg>" },
    };

    [Theory]
    [MemberData(nameof(NoMedia))]
    public async Task What_is_no_media_is_the_uploaders_file_and_leaves_nothing(string name, string content)
    {
        await using var at = new TranscoderHarness();
        await Refuses(at, clips.Write($"{name}.mp4", Encoding.UTF8.GetBytes(content)), 1010);
    }

    [Fact]
    public async Task Random_bytes_are_refused()
    {
        var bytes = new byte[300_000];
        new Random(7).NextBytes(bytes);
        await using var at = new TranscoderHarness();
        await Refuses(at, clips.Write("random.mp4", bytes), 1010);
    }

    [Theory]
    [InlineData("-f lavfi -i testsrc2=s=320x180 -frames:v 1 -f image2 picture.png")]
    [InlineData("-f lavfi -i testsrc2=s=320x180 -frames:v 1 -f image2 picture.jpg")]
    [InlineData("-f lavfi -i testsrc2=s=320x180 -frames:v 1 picture.gif")]
    public async Task Pictures_are_refused(string picture)
    {
        await using var at = new TranscoderHarness();
        await Refuses(at, await clips.Make(picture), 1010);
    }

    [Fact]
    public async Task A_film_whose_index_was_cut_off_is_refused()
    {
        var whole = await File.ReadAllBytesAsync(await clips.Film(3));
        await using var at = new TranscoderHarness();
        await Refuses(at, clips.Write("half.mp4", whole[..(whole.Length / 2)]), 1010);
    }

    [Fact]
    public async Task A_film_that_ends_in_the_middle_of_its_promise_is_refused()
    {
        var whole = await File.ReadAllBytesAsync(await clips.Film(6, more: "-movflags +faststart", name: "fast.mp4"));
        await using var at = new TranscoderHarness();
        await Refuses(at, clips.Write("short.mp4", whole[..(whole.Length / 2)]), 1021);
    }

    [Fact]
    public async Task Subtitles_alone_are_nothing_to_play()
    {
        var words = clips.Write("words.srt", "1\n00:00:00,000 --> 00:00:01,000\nHello\n"u8.ToArray());
        await using var at = new TranscoderHarness();
        await Refuses(at, await clips.Make($"-i {words} -c:s srt words.mkv"), 1076);
    }

    [Fact]
    public async Task Frames_that_are_too_large_are_refused()
    {
        await using var at = new TranscoderHarness(options => options.MaximumPixels = 320 * 180);
        await Refuses(at, await clips.Film(1, "640x360"), 1030);
    }

    [Fact]
    public async Task A_missing_source_and_a_missing_ffmpeg_are_our_set_up()
    {
        await using var at = new TranscoderHarness();
        Assert.Equal(1404, (await at.Run(at.Upload(null))).GetProperty("errorCode").GetInt32());

        await using var without = new TranscoderHarness(options => options.Ffmpeg = "/nowhere/ffmpeg");
        Assert.Equal(1040, (await without.Run(without.Upload(await clips.Film(1)))).GetProperty("errorCode").GetInt32());
    }

    [Fact]
    public async Task A_file_over_the_limit_is_our_set_up_and_a_job_out_of_time_may_pass()
    {
        await using var small = new TranscoderHarness(options => options.MaximumFileBytes = 2_000);
        Assert.Equal(1040, (await small.Run(small.Upload(await clips.Film(3)))).GetProperty("errorCode").GetInt32());

        await using var slow = new TranscoderHarness(options => (options.MinimumJobSeconds, options.TimeLimitFactor) = (1, 0.01));
        var last = await slow.Run(slow.Upload(await clips.Film(20, "1280x720")));
        Assert.Equal((1550, "The job ran out of time."), (last.GetProperty("errorCode").GetInt32(), last.GetProperty("errorMessage").GetString()));
    }

    private static async Task Refuses(TranscoderHarness at, string file, int code)
    {
        var request = at.Upload(file);
        var last = await at.Run(request);
        Assert.Equal("ERROR", TranscoderHarness.StatusOf(last));
        Assert.Equal(code, last.GetProperty("errorCode").GetInt32());
        var message = last.GetProperty("errorMessage").GetString()!;
        Assert.DoesNotContain("/", message, StringComparison.Ordinal);
        Assert.DoesNotContain(at.Events, sent => sent.ToString().Contains("root:", StringComparison.Ordinal));
        Assert.Equal(["job.json"], Directory.EnumerateFileSystemEntries(at.Output(request)).Select(Path.GetFileName));
        var report = Assert.IsType<JobFailed>(await at.Transcoder.Get(request.IdempotencyKey, request, CancellationToken.None));
        Assert.Equal((code, message), (report.ErrorCode, report.Message));
    }
}
