using ContentPages.Backends.Tests.Streams.Packaging;
using ContentPages.Grains.Videos;

namespace ContentPages.Backends.Tests.Videos;

/// <summary>What a live stream has left becomes a ladder.</summary>
public sealed class RecordingSourceTests(Clips clips) : IClassFixture<Clips>
{
    [Fact]
    public async Task A_recording_with_a_break_becomes_a_ladder_of_its_whole_length()
    {
        await using var at = new TranscoderHarness();
        var request = await Record(at, await clips.Encoder(4), await clips.Encoder(3));
        Assert.Equal("COMPLETE", TranscoderHarness.StatusOf(await at.Run(request)));
        var made = await Made.Look(at, request, "180p");
        Assert.Equal((320, 180), (made.Width, made.Height));
        Assert.Equal(7, made.VideoSeconds, 0.1);
        Assert.Equal(7, made.AudioSeconds, 0.1);
        Assert.Empty(Directory.GetFiles(at.Output(request), "recording*"));
    }

    [Fact]
    public async Task A_recording_whose_picture_changes_becomes_a_ladder_of_its_whole_length()
    {
        await using var at = new TranscoderHarness();
        var request = await Record(at, await clips.Encoder(4, size: "640x360"), await clips.Encoder(3), await clips.Encoder(2, size: "640x360"));
        Assert.Equal("COMPLETE", TranscoderHarness.StatusOf(await at.Run(request)));
        foreach (var (folder, width) in new[] { ("360p", 640) })
        {
            var made = await Made.Look(at, request, folder);
            Assert.Equal(width, made.Width);
            Assert.Equal(9, made.VideoSeconds, 0.15);
            Assert.Equal(9, made.AudioSeconds, 0.15);
        }

        Assert.Equal([], Directory.EnumerateFiles(at.Output(request)).Select(Path.GetFileName).Where(name => name!.StartsWith("recording", StringComparison.Ordinal) || name.StartsWith("piece", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_recording_that_lacks_a_segment_fails_as_a_missing_source()
    {
        await using var at = new TranscoderHarness();
        var request = await Record(at, await clips.Encoder(5));
        File.Delete(at.PathOf("videos/v1/0/source/1.m4s"));
        Assert.Equal(1404, (await at.Run(request)).GetProperty("errorCode").GetInt32());
        Assert.Equal(["job.json"], Directory.EnumerateFileSystemEntries(at.Output(request)).Select(Path.GetFileName));
    }

    private static async Task<TranscodeRequest> Record(TranscoderHarness at, params byte[][] films)
    {
        using var live = new PlayoutHarness();
        var session = live.Session() with { Folder = Path.GetDirectoryName(at.PathOf("videos/v1/0/master.m3u8"))! };
        live.Playout.Begin(session);
        foreach (var film in films)
            using (await live.Send(film)) live.Clock.Advance(TimeSpan.FromSeconds(1));
        await live.Playout.End(session);
        return new TranscodeRequest("v1", 1, "o1", "videos/v1/0/master.m3u8", "videos/v1/1/");
    }
}
