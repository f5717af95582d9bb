using ContentPages.Backends.Local.Videos;

namespace ContentPages.Backends.Tests.Videos;

public sealed class PlaylistTests
{
    private static readonly string[] Media =
    [
        "#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-TARGETDURATION:2", "#EXT-X-MAP:URI=\"init.mp4\"",
        "#EXTINF:2.000000,", "00001.m4s", "#EXTINF:2.000000,", "00002.m4s", "#EXTINF:0.500000,", "00003.m4s", "#EXT-X-ENDLIST",
    ];

    [Fact]
    public void Segments_and_their_rates_are_read()
    {
        var playlist = MediaPlaylist.Parse(Media);
        Assert.Equal(["00001.m4s", "00002.m4s", "00003.m4s"], playlist.Segments.Select(segment => segment.Name));
        Assert.Equal((4.5, true), (playlist.Duration, playlist.Ended));
        Assert.Equal((8000, 5334), playlist.BitRates([1000, 2000, 0]));
        // The last, short one has the highest rate, but is no peak by itself.
        Assert.Equal((8000, 6223), playlist.BitRates([1000, 2000, 500]));
        Assert.False(MediaPlaylist.Parse(Media[..^1]).Ended);
    }

    [Fact]
    public void Measured_rates_replace_the_highest_possible()
    {
        string[] master =
        [
            "#EXTM3U", "#EXT-X-VERSION:7", "#EXT-X-STREAM-INF:BANDWIDTH=6740800,RESOLUTION=1920x1080,CODECS=\"avc1.640028,mp4a.40.2\"", "1080p/index.m3u8", "",
            "#EXT-X-STREAM-INF:BANDWIDTH=1130800,RESOLUTION=640x360,CODECS=\"avc1.64001e,mp4a.40.2\"", "360p/index.m3u8", "",
        ];
        var measured = new Dictionary<string, (long, long)> { ["1080p"] = (5000, 4000), ["360p"] = (900, 800) };
        Assert.Equal(
            "#EXTM3U\n#EXT-X-VERSION:7\n#EXT-X-INDEPENDENT-SEGMENTS\n"
            + "#EXT-X-STREAM-INF:BANDWIDTH=5000,AVERAGE-BANDWIDTH=4000,RESOLUTION=1920x1080,CODECS=\"avc1.640028,mp4a.40.2\",FRAME-RATE=29.970\n1080p/index.m3u8\n"
            + "#EXT-X-STREAM-INF:BANDWIDTH=900,AVERAGE-BANDWIDTH=800,RESOLUTION=640x360,CODECS=\"avc1.64001e,mp4a.40.2\",FRAME-RATE=29.970\n360p/index.m3u8\n",
            MasterPlaylist.WithMeasured(master, measured, 30000.0 / 1001));
    }
}
