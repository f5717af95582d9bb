using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Backends.Tests.Videos;

namespace ContentPages.Backends.Tests.Streams.Packaging;

/// <summary>Where frames come to lie on a session's timeline, whatever the encoder's clock says.</summary>
public sealed class TimelineTests(Clips clips) : IClassFixture<Clips>
{
    [Theory]
    [InlineData(3600)]
    [InlineData(-1.5)]
    public async Task A_jump_of_the_clock_is_a_break_and_no_hour(double seconds)
    {
        using var at = new PlayoutHarness();
        at.Playout.Begin(at.Session());
        var film = await clips.Encoder(6);
        var keyframe = await FragmentAt(film, 3);
        using (await at.Send(await Films.Jump(film, keyframe, seconds))) at.Clock.Advance(TimeSpan.FromSeconds(1));
        var recorded = await at.Playout.End(at.Session());
        Assert.Equal((6.0, 3.0), (Math.Round(recorded!.DurationSeconds, 1), Math.Round(Assert.Single(recorded.Breaks), 1)));
    }

    [Fact]
    public async Task A_jump_that_one_track_makes_before_the_other_is_a_break()
    {
        using var at = new PlayoutHarness();
        at.Playout.Begin(at.Session());
        var film = await clips.Encoder(6);
        var keyframe = await FragmentAt(film, 3);
        var soundFirst = await Films.Jump(film, keyframe, 3600, run => run.Track.Id != 1);
        using (await at.Send(await Films.Jump(soundFirst, keyframe + 1, 3600, run => run.Track.Id == 1))) at.Clock.Advance(TimeSpan.FromSeconds(1));
        var recorded = await at.Playout.End(at.Session());
        Assert.InRange(recorded!.DurationSeconds, 5, 6.5);
        Assert.Single(recorded.Breaks.Select(place => Math.Round(place)).Distinct());
    }

    [Fact]
    public async Task Any_split_of_the_bytes_makes_the_same_parts()
    {
        var film = await clips.Encoder(5);
        var expected = await Made(new MemoryStream(film));
        for (var seed = 0; seed < 20; seed++) Assert.Equal(expected, await Made(new SplitStream(film, seed)));
    }

    [Fact]
    public async Task A_stream_that_is_cut_off_anywhere_gives_the_whole_fragments_before_it()
    {
        var film = await clips.Encoder(3);
        var random = new Random(11);
        for (var round = 0; round < 30; round++)
        {
            using var at = new PlayoutHarness();
            at.Playout.Begin(at.Session());
            using (await at.Send(film[..random.Next(film.Length)])) at.Clock.Advance(TimeSpan.FromSeconds(1));
            var recorded = await at.Playout.End(at.Session());
            Assert.InRange(recorded?.DurationSeconds ?? 0, 0, 3);
        }
    }

    [Fact]
    public async Task A_session_that_begins_late_starts_at_the_newest_keyframe()
    {
        using var at = new PlayoutHarness();
        using var run = await at.Send(await clips.Encoder(5.5));
        at.Playout.Begin(at.Session());
        Assert.Equal(1, at.Playout.Session);
        run.Dispose();
        var recorded = await at.Playout.End(at.Session());
        Assert.Equal((0.52, 0), (recorded!.DurationSeconds, recorded.Breaks.Count));
        Assert.Null(at.Playout.Session);
    }

    [Fact]
    public async Task A_connection_that_another_has_followed_adds_nothing()
    {
        using var at = new PlayoutHarness();
        at.Playout.Begin(at.Session());
        using var old = at.Playout.Connect("st-1");
        using var taken = await at.Send(await clips.Encoder(2), "st-2");
        await at.Send(await clips.Encoder(4), run: old);
        old.Dispose();
        Assert.Equal(2.0, (await at.Playout.End(at.Session()))!.DurationSeconds);
        Assert.True(taken.Playable.IsCompletedSuccessfully);
        Assert.True(old.Playable.IsCanceled);
    }

    [Fact]
    public async Task A_picture_that_changes_its_size_in_one_connection_goes_on_behind_a_break()
    {
        using var at = new PlayoutHarness();
        at.Playout.Begin(at.Session());
        using (var run = await at.Send(await clips.Encoder(2))) await at.Send(await clips.Encoder(2, size: "640x360"), run: run);
        var recorded = await at.Playout.End(at.Session());
        Assert.Equal((4.0, 640, "2"), (recorded!.DurationSeconds, recorded.Width, string.Join(' ', recorded.Breaks)));
    }

    [Fact]
    public async Task Who_is_woken_for_nothing_waits_again()
    {
        using var at = new PlayoutHarness();
        at.Playout.Begin(at.Session());
        using var run = await at.Send(await clips.Encoder(2));
        var before = at.View();
        at.Clock.Advance(TimeSpan.FromSeconds(3));
        Assert.True(before.Changed.IsCompleted);
        Assert.False(at.View().Changed.IsCompleted);
        Assert.Equal((before.Ticks + 1, before.Playlist), (at.View().Ticks, at.View().Playlist));
    }

    [Fact]
    public async Task A_connection_is_measured()
    {
        using var at = new PlayoutHarness();
        using var run = await at.Send(await clips.Encoder(4));
        var measured = run.Measure();
        Assert.Equal(("h264", "aac", 320, 180, 1.0, 0), (measured.VideoCodec, measured.AudioCodec, measured.Width, measured.Height, measured.KeyframeIntervalSeconds, measured.DroppedFrames));
        Assert.Equal(at.Clock.GetUtcNow(), measured.LastArrival);
        at.Clock.Advance(TimeSpan.FromSeconds(8));
        measured = run.Measure();
        Assert.Equal((0.0, 0.0, 8.0), (measured.BitrateKbps, measured.FrameRate, measured.KeyframeIntervalSeconds));
    }

    [Fact]
    public async Task Frames_that_the_encoder_left_out_are_counted()
    {
        using var at = new PlayoutHarness();
        using var run = await at.Send(await clips.Encoder(4, more: "-vf select=not(between(n\\,30\\,34)) -fps_mode passthrough"));
        Assert.Equal(5, run.Measure().DroppedFrames);
    }

    private static async Task<int> FragmentAt(byte[] film, double seconds)
    {
        var units = await Films.Units(film);
        var parser = new Local.Streams.Packaging.Boxes.Mp4FragmentParser(Local.Streams.Packaging.Boxes.Mp4InitParser.Parse(units[0].Bytes), 1e9);
        return units.FindIndex(1, unit => parser.Parse(unit.Bytes, unit.Mdat!) is { StartsWithKeyframe: true, Video.StartSeconds: var start } && start >= seconds);
    }

    private static async Task<string> Made(Stream stream)
    {
        using var at = new PlayoutHarness();
        at.Playout.Begin(at.Session());
        using var run = at.Playout.Connect("st-1");
        await run.Feed(Rendition.Source, stream, CancellationToken.None);
        var media = at.View().Recent.SelectMany(segment => segment.Parts).Select(part => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(part.Bytes)));
        return PlayoutHarness.Text(at.View().Playlist) + string.Join('\n', media);
    }
}
