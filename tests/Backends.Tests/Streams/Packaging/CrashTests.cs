using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Backends.Tests.Videos;

namespace ContentPages.Backends.Tests.Streams.Packaging;

/// <summary>What is left of a recording when its process is killed.</summary>
public sealed class CrashTests(Clips clips) : IClassFixture<Clips>
{
    [Fact]
    public async Task A_recording_goes_on_after_a_restart_with_a_break()
    {
        using var at = new PlayoutHarness();
        at.Playout.Begin(at.Session());
        await at.Send(await clips.Encoder(5));
        at.Restart();
        at.Playout.Begin(at.Session());
        Assert.Contains("#EXTINF:1.00000,\n2.m4s\n", PlayoutHarness.Text(at.View().Playlist), StringComparison.Ordinal);
        using (await at.Send(await clips.Encoder(3), "st-2")) at.Clock.Advance(TimeSpan.FromSeconds(1));
        var recorded = await at.Playout.End(at.Session());
        Assert.Equal((8.0, "5"), (recorded!.DurationSeconds, string.Join(' ', recorded.Breaks)));
        Assert.Equal(200, await Frames(at));
    }

    [Fact]
    public async Task A_recording_is_ended_from_what_is_there()
    {
        using var at = new PlayoutHarness();
        at.Playout.Begin(at.Session());
        await at.Send(await clips.Encoder(5));
        at.Restart();
        var recorded = await at.Playout.End(at.Session());
        Assert.Equal(5.0, recorded!.DurationSeconds);
        at.Restart();
        Assert.Equivalent(recorded, await at.Playout.End(at.Session()));
        Assert.Equivalent(recorded, RecordedFolder.Read(at.Recording));
        // One that has ended stays ended.
        at.Playout.Begin(at.Session());
        Assert.Null(at.Playout.Session);
        Assert.Equal(125, await Frames(at));
    }

    [Fact]
    public async Task Whatever_was_torn_the_rest_plays()
    {
        var film = await clips.Encoder(7);
        var random = new Random(17);
        for (var round = 0; round < 12; round++)
        {
            using var at = new PlayoutHarness();
            at.Playout.Begin(at.Session());
            await at.Send(film);
            at.Playouts.Dispose();
            foreach (var name in (string[])["source/3.m4s", "source/index.m3u8"])
            {
                if (random.Next(3) == 0) continue;
                using var file = File.OpenHandle(at.File(name), FileMode.Open, FileAccess.Write);
                RandomAccess.SetLength(file, random.NextInt64(RandomAccess.GetLength(file)));
            }

            at.Restart();
            at.Playout.Begin(at.Session());
            using (await at.Send(film, "st-2")) at.Clock.Advance(TimeSpan.FromSeconds(1));
            var recorded = await at.Playout.End(at.Session());
            // The playlist may have lost any segment's line, but what it lists plays, and what came after the crash is whole.
            Assert.InRange(recorded!.DurationSeconds, 7, 14);
            Assert.Equal(recorded.DurationSeconds * 25, await Frames(at), 1.0);
        }
    }

    [Fact]
    public async Task Nothing_recorded_leaves_nothing()
    {
        using var at = new PlayoutHarness();
        Assert.Null(await at.Playout.End(at.Session()));
        at.Playout.Begin(at.Session(2));
        Assert.Null(await at.Playout.End(at.Session(2)));
        Assert.False(Directory.Exists(at.Recording));
    }

    [Fact]
    public async Task A_session_that_is_not_recorded_can_be_rewound_and_is_gone_after_it()
    {
        using var at = new PlayoutHarness();
        at.Playout.Begin(at.Session(record: false));
        using (await at.Send(await clips.Encoder(3))) at.Clock.Advance(TimeSpan.FromSeconds(1));
        var folder = at.Playout.Find(1)!.Folder!;
        Assert.Null(await at.Playout.End(at.Session(record: false)));
        Assert.False(Directory.Exists(at.Recording));
        Assert.True(File.Exists(Path.Combine(folder, "source", "0.m4s")));
        at.Clock.Advance(TimeSpan.FromSeconds(at.Options.EndedKeepSeconds + 10));
        Assert.Null(at.Playout.Find(1));
        Assert.False(Directory.Exists(folder));
    }

    [Fact]
    public async Task A_recording_has_a_still()
    {
        using var at = new PlayoutHarness(stills: true);
        at.Playout.Begin(at.Session());
        using (await at.Send(await clips.Encoder(3))) at.Clock.Advance(TimeSpan.FromSeconds(1));
        var recorded = await at.Playout.End(at.Session());
        Assert.Equal("poster.jpg", recorded!.Poster);
        Assert.Equal((320, 180), await Made.Picture(at.File("poster.jpg")));
        Assert.Equal(await File.ReadAllBytesAsync(at.File("poster.jpg")), at.Playout.Poster);
    }

    private static async Task<int> Frames(PlayoutHarness at)
    {
        var text = await Clips.Quiet(Clips.Ffmpeg, "/", "-nostdin", "-v", "error", "-i", at.File("master.m3u8"), "-map", "0:v", "-f", "framehash", "-hash", "crc32", "-");
        return text.Split('\n').Count(line => line.StartsWith("0,", StringComparison.Ordinal));
    }
}
