using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Backends.Tests.Streams.Packaging;
using ContentPages.Backends.Tests.Videos;

namespace ContentPages.Backends.Tests.Streams.Playback;

/// <summary>ffmpeg plays over HTTP what ffmpeg has sent.</summary>
public sealed class RealPlayerTests(Clips clips) : IClassFixture<Clips>
{
    [Fact]
    public async Task A_session_of_two_connections_plays_from_start_to_end_without_a_complaint()
    {
        await using var at = await PlaybackHost.Start();
        at.Playout.Begin(at.Session());
        using (var first = at.Playout.Connect("st-1")) await first.Feed(Rendition.Source, new MemoryStream(await clips.Encoder(4)), CancellationToken.None);
        using (var second = at.Playout.Connect("st-2")) await second.Feed(Rendition.Source, new MemoryStream(await clips.Encoder(3)), CancellationToken.None);
        var recorded = await at.Playout.End(at.Session());

        Assert.Equal((7.0, 320, 180, "master.m3u8"), (recorded!.DurationSeconds, recorded.Width, recorded.Height, recorded.Playlist));
        Assert.Equal([4.0], recorded.Breaks);
        var frames = await Frames($"{at.Http.BaseAddress}{PlaybackHost.Public[1..]}master.m3u8");
        Assert.Equal(175, frames);
        Assert.Equal(175, await Frames(Path.Combine(at.Recording, "master.m3u8")));
    }

    private static async Task<int> Frames(string address)
    {
        var text = await Clips.Quiet(Clips.Ffmpeg, "/", "-nostdin", "-v", "error", "-i", address, "-map", "0:v", "-f", "framehash", "-hash", "crc32", "-");
        return text.Split('\n').Count(line => line.StartsWith("0,", StringComparison.Ordinal));
    }
}
