
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
}
