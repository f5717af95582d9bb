using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Backends.Tests.Videos;

namespace ContentPages.Backends.Tests.Streams.Packaging;

/// <summary>What an encoder sends that cannot be played, and the sentence for its broadcaster.</summary>
public sealed class RefusedTests(Clips clips) : IClassFixture<Clips>
{
    [Fact]
    public async Task Sound_alone_is_refused()
    {
        await Refused("no_video", "Only sound arrives.", await clips.Sent("-f lavfi -i sine=440:r=48000:d=2 -c:a aac"));
    }

    [Fact]
    public async Task Hevc_is_refused()
    {
        await Refused("video_codec", "The picture is HEVC (H.265). Set the video encoder to H.264.", await clips.Sent(
            "-f lavfi -i testsrc2=s=320x180:r=25:d=1 -c:v libx265 -preset ultrafast -x265-params log-level=error -pix_fmt yuv420p"));
    }

    [Fact]
    public async Task A_picture_without_keyframes_is_refused_after_20_seconds()
    {
        var film = await clips.Encoder(25, keyframes: 100, rate: 5);
        await Refused("no_keyframe", "No keyframe came for 20 seconds, so viewers cannot join. Set the keyframe interval of your encoder to 2 seconds.", film);
    }

    [Fact]
    public async Task Sound_that_goes_on_when_the_picture_has_stopped_is_refused_after_20_seconds()
    {
        var film = await clips.Sent(
            "-f lavfi -i testsrc2=s=320x180:r=25:d=2 -f lavfi -i sine=440:r=48000:d=30 -c:v libx264 -preset ultrafast -g 25 -pix_fmt yuv420p -c:a aac");
        await Refused("no_keyframe", "No keyframe came for 20 seconds", film);
    }

    [Fact]
    public async Task A_connection_keeps_no_more_than_its_share_of_memory()
    {
        using var at = new PlayoutHarness(options => options.MaximumPendingBytes = 300_000);
        var film = await clips.Encoder(10, keyframes: 10, size: "640x360");
        var refused = await Assert.ThrowsAsync<MediaRefusedException>(() => at.Send(film));
        Assert.Equal("too_much", refused.Code);
    }

    private static async Task Refused(string code, string sentence, byte[] film)
    {
        using var at = new PlayoutHarness();
        var refused = await Assert.ThrowsAsync<MediaRefusedException>(() => at.Send(film));
        Assert.Equal(code, refused.Code);
        Assert.StartsWith(sentence, refused.Message, StringComparison.Ordinal);
    }
}
