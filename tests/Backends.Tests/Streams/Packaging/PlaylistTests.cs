using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Backends.Tests.Videos;
using ContentPages.Streams;

namespace ContentPages.Backends.Tests.Streams.Packaging;

/// <summary>What viewers are told, to the letter.</summary>
public sealed class PlaylistTests(Clips clips) : IClassFixture<Clips>
{
    private const string Head =
        """
        #EXTM3U
        #EXT-X-VERSION:9
        #EXT-X-TARGETDURATION:2
        #EXT-X-PART-INF:PART-TARGET=0.281
        #EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,CAN-SKIP-UNTIL=12.0,PART-HOLD-BACK=0.843
        #EXT-X-INDEPENDENT-SEGMENTS
        #EXT-X-MEDIA-SEQUENCE:0

        """;

    [Fact]
    public async Task A_low_latency_playlist_lists_parts_and_hints_at_the_next()
    {
        using var at = new PlayoutHarness();
        at.Playout.Begin(at.Session());
        using var run = await at.Send(await clips.Encoder(2.6));
        Assert.Equal(
            Head +
            """
            #EXT-X-MAP:URI="init-0.mp4"
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T11:59:59.760Z
            #EXT-X-PART:DURATION=0.24000,URI="0.0.m4s",INDEPENDENT=YES
            #EXT-X-PART:DURATION=0.28000,URI="0.1.m4s"
            #EXT-X-PART:DURATION=0.24000,URI="0.2.m4s"
            #EXT-X-PART:DURATION=0.24000,URI="0.3.m4s"
            #EXT-X-PART:DURATION=0.28000,URI="0.4.m4s",INDEPENDENT=YES
            #EXT-X-PART:DURATION=0.24000,URI="0.5.m4s"
            #EXT-X-PART:DURATION=0.28000,URI="0.6.m4s"
            #EXT-X-PART:DURATION=0.20000,URI="0.7.m4s"
            #EXTINF:2.00000,
            0.m4s
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T11:59:59.761Z
            #EXT-X-PART:DURATION=0.28000,URI="1.0.m4s",INDEPENDENT=YES
            #EXT-X-PART:DURATION=0.24000,URI="1.1.m4s"
            #EXT-X-PRELOAD-HINT:TYPE=PART,URI="1.2.m4s"

            """,
            PlayoutHarness.Text(at.View().Playlist));
    }

    [Fact]
    public async Task A_session_lists_all_since_its_start_and_a_delta_only_the_end()
    {
        using var at = new PlayoutHarness();
        at.Playout.Begin(at.Session());
        using var run = await at.Send(await clips.Encoder(20.3));
        var full = PlayoutHarness.Text(at.View().Playlist);
        var delta = PlayoutHarness.Text(at.View().Delta);
        Assert.StartsWith(Head + "#EXT-X-MAP:URI=\"init-0.mp4\"\n#EXT-X-PROGRAM-DATE-TIME:2026-11-22T11:59:59.760Z\n#EXTINF:2.00000,\n0.m4s\n", full, StringComparison.Ordinal);
        Assert.Equal(10, full.Split("#EXTINF:2.00000,").Length - 1);
        Assert.StartsWith(
            Head + "#EXT-X-SKIP:SKIPPED-SEGMENTS=4\n#EXT-X-MAP:URI=\"init-0.mp4\"\n#EXT-X-PROGRAM-DATE-TIME:2026-11-22T11:59:59.764Z\n#EXTINF:2.00000,\n4.m4s\n",
            delta, StringComparison.Ordinal);
        Assert.EndsWith(full[full.IndexOf("4.m4s", StringComparison.Ordinal)..], delta, StringComparison.Ordinal);
        // Parts are listed for the last three target durations.
        Assert.DoesNotContain("URI=\"6.7.m4s\"", full, StringComparison.Ordinal);
        Assert.Contains("URI=\"7.7.m4s\"", full, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Normal_latency_lists_whole_segments_only()
    {
        using var at = new PlayoutHarness();
        at.Playout.Begin(at.Session(latency: StreamLatency.Normal));
        using var run = await at.Send(await clips.Encoder(2.6));
        Assert.Equal(
            """
            #EXTM3U
            #EXT-X-VERSION:9
            #EXT-X-TARGETDURATION:2
            #EXT-X-SERVER-CONTROL:CAN-BLOCK-RELOAD=YES,CAN-SKIP-UNTIL=12.0
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-MEDIA-SEQUENCE:0
            #EXT-X-MAP:URI="init-0.mp4"
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T11:59:59.760Z
            #EXTINF:2.00000,
            0.m4s

            """,
            PlayoutHarness.Text(at.View().Playlist));
    }

    [Theory]
    [InlineData(0.4, "2.00000 2.00000 2.00000")]
    [InlineData(1.6, "1.60000 1.60000 1.60000 1.60000")]
    [InlineData(4, "4.00000")]
    public async Task Segments_are_cut_at_the_keyframe_that_is_nearest_to_two_seconds(double keyframes, string expected)
    {
        using var at = new PlayoutHarness();
        at.Playout.Begin(at.Session());
        using var run = await at.Send(await clips.Encoder(6.8, keyframes));
        var lengths = at.Playout.Find(1)!.Source.Segments.Select(segment => FormattableString.Invariant($"{segment.Seconds:0.00000}"));
        Assert.Equal(expected, string.Join(' ', lengths));
    }

    [Fact]
    public async Task Another_connection_is_a_break_and_another_picture_has_a_map_of_its_own()
    {
        using var at = new PlayoutHarness();
        at.Playout.Begin(at.Session());
        using (await at.Send(await clips.Encoder(1))) at.Clock.Advance(TimeSpan.FromSeconds(7));
        using (await at.Send(await clips.Encoder(1), "st-2")) at.Clock.Advance(TimeSpan.FromSeconds(1));
        using (await at.Send(await clips.Encoder(1, size: "640x360"), "st-3")) at.Clock.Advance(TimeSpan.FromSeconds(1));
        await at.Playout.End(at.Session());
        var expected =
            """
            #EXTM3U
            #EXT-X-VERSION:9
            #EXT-X-TARGETDURATION:2
            #EXT-X-PLAYLIST-TYPE:VOD
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-MEDIA-SEQUENCE:0
            #EXT-X-MAP:URI="init-0.mp4"
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T11:59:59.760Z
            #EXTINF:1.00000,
            0.m4s
            #EXT-X-DISCONTINUITY
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T12:00:06.760Z
            #EXTINF:1.00000,
            1.m4s
            #EXT-X-DISCONTINUITY
            #EXT-X-MAP:URI="init-1.mp4"
            #EXT-X-PROGRAM-DATE-TIME:2026-11-22T12:00:07.760Z
            #EXTINF:1.00000,
            2.m4s
            #EXT-X-ENDLIST

            """;
        Assert.Equal(expected, PlayoutHarness.Text(at.View().Playlist));
        Assert.Equal(expected, await File.ReadAllTextAsync(at.File("source/index.m3u8")));
    }

    [Fact]
    public async Task The_preview_slides_and_its_numbers_are_never_used_again()
    {
        using var at = new PlayoutHarness(options => options.PreviewSegments = 3);
        using var first = await at.Send(await clips.Encoder(13));
        var text = PlayoutHarness.Text(at.Preview.Playlist);
        var zero = at.Clock.GetUtcNow().ToUnixTimeSeconds();
        Assert.Contains($"#EXT-X-MEDIA-SEQUENCE:{zero + 3}\n#EXT-X-MAP:URI=\"init-{zero}.mp4\"\n", text, StringComparison.Ordinal);
        Assert.Equal(3, text.Split("#EXTINF:").Length - 1);
        Assert.False(Directory.Exists(at.Recording));
        using var second = await at.Send(await clips.Encoder(13), "st-2");
        text = PlayoutHarness.Text(at.Preview.Playlist);
        Assert.Contains($"#EXT-X-MEDIA-SEQUENCE:{zero + 10}\n#EXT-X-DISCONTINUITY-SEQUENCE:1\n#EXT-X-MAP:URI=\"init-{zero}.mp4\"\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_renditions_share_timeline_boundaries_and_a_master()
    {
        using var at = new PlayoutHarness();
        at.Playout.Begin(at.Session());
        using var run = await at.Send(await clips.Encoder(5.2, size: "640x360"));
        await at.Send(await clips.Encoder(5.2, size: "320x180"), rendition: Rendition.Low, run: run);
        var output = at.Playout.Find(1)!;
        Assert.Equal(output.Source.Segments.Select(segment => (segment.Number, segment.Start, segment.Seconds, segment.At)),
            output.Low!.Segments.Select(segment => (segment.Number, segment.Start, segment.Seconds, segment.At)));
        Assert.Contains("#EXT-X-RENDITION-REPORT:URI=\"../source/index.m3u8\",LAST-MSN=2,LAST-PART=4\n", PlayoutHarness.Text(output.Low.View!.Playlist), StringComparison.Ordinal);
        await at.Playout.End(at.Session());
        Assert.Matches(
            """
            ^#EXTM3U
            #EXT-X-VERSION:9
            #EXT-X-INDEPENDENT-SEGMENTS
            #EXT-X-STREAM-INF:BANDWIDTH=\d+0000,AVERAGE-BANDWIDTH=\d+0000,RESOLUTION=640x360,FRAME-RATE=25.000,CODECS="avc1.42c01e,mp4a.40.2"
            source/index.m3u8
            #EXT-X-STREAM-INF:BANDWIDTH=\d+0000,AVERAGE-BANDWIDTH=\d+0000,RESOLUTION=320x180,FRAME-RATE=25.000,CODECS="avc1.42c00c,mp4a.40.2"
            low/index.m3u8
            $
            """.ReplaceLineEndings("\n"),
            await File.ReadAllTextAsync(at.File("master.m3u8")));
    }
}
