using System.Net;
using ContentPages.Backends.Local.Streams.Packaging;
using ContentPages.Backends.Tests.Streams.Packaging;
using ContentPages.Backends.Tests.Videos;
using ContentPages.Streams;

namespace ContentPages.Backends.Tests.Streams.Playback;

/// <summary>What viewers and caches are answered.</summary>
public sealed class PlaybackTests(Clips clips) : IClassFixture<Clips>
{
    private const string Index = PlaybackHost.Public + "source/index.m3u8";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parts_segments_and_heads_are_what_the_playlist_says_and_may_be_kept()
    {
        await using var at = await PlaybackHost.Start();
        at.Playout.Begin(at.Session());
        using var run = await Send(at, 2.6);
        var head = await at.Get(PlaybackHost.Public + "source/init-0.mp4");
        Assert.Equal(("video/mp4", "public, max-age=31536000, immutable", "*"), (head.Content.Headers.ContentType!.ToString(), head.Headers.CacheControl!.ToString(), Header(head, "Access-Control-Allow-Origin")));
        var segment = await (await at.Get(PlaybackHost.Public + "source/0.m4s")).Content.ReadAsByteArrayAsync(Cancel);
        var parts = new List<byte>();
        for (var part = 0; part < 8; part++) parts.AddRange(await (await at.Get($"{PlaybackHost.Public}source/0.{part}.m4s")).Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(segment, parts);
        Assert.Equal(segment, await File.ReadAllBytesAsync(Path.Combine(at.Recording, "source", "0.m4s"), Cancel));
        var master = await at.Get(PlaybackHost.Public + "master.m3u8");
        Assert.Equal("application/vnd.apple.mpegurl", master.Content.Headers.ContentType!.ToString());
        Assert.Equal("public, max-age=2", master.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task A_reload_waits_for_the_part_that_it_asks_for()
    {
        await using var at = await PlaybackHost.Start();
        at.Playout.Begin(at.Session());
        var film = await clips.Encoder(4);
        var units = await Films.Units(film);
        var pipe = new System.IO.Pipelines.Pipe();
        using var run = at.Playout.Connect("st-1");
        var feed = run.Feed(Rendition.Source, pipe.Reader.AsStream(), Cancel);
        foreach (var unit in units[..2]) await Write(pipe, unit);
        await run.Playable.WaitAsync(Cancel);

        var ready = await at.Get(Index + "?_HLS_msn=0&_HLS_part=0");
        Assert.Equal("public, max-age=12", ready.Headers.CacheControl!.ToString());
        var playlist = at.Text(Index + "?_HLS_msn=0&_HLS_part=1");
        var part = at.Get(PlaybackHost.Public + "source/0.1.m4s");
        var segment = at.Text(Index + "?_HLS_msn=0");
        await Write(pipe, units[2]);
        Assert.Contains("URI=\"0.1.m4s\"", await playlist, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await part).StatusCode);
        foreach (var unit in units[3..]) await Write(pipe, unit);
        Assert.Contains("\n0.m4s\n", await segment, StringComparison.Ordinal);
        await pipe.Writer.CompleteAsync();
        await feed;
    }

    [Theory]
    [InlineData("?_HLS_msn=3")]
    [InlineData("?_HLS_part=1")]
    [InlineData("?_HLS_msn=x")]
    [InlineData("?_HLS_msn=-1")]
    [InlineData("?_HLS_msn=1&_HLS_part=99999999999")]
    public async Task A_reload_of_what_will_not_be_soon_is_refused(string query)
    {
        await using var at = await PlaybackHost.Start();
        at.Playout.Begin(at.Session());
        using var run = await Send(at, 2.6);
        Assert.Equal(HttpStatusCode.BadRequest, (await at.Get(Index + query)).StatusCode);
    }

    [Fact]
    public async Task Who_waits_in_vain_is_told_so_after_six_seconds()
    {
        await using var at = await PlaybackHost.Start();
        at.Playout.Begin(at.Session());
        using var run = await Send(at, 2.6);
        var playlist = at.Get(Index + "?_HLS_msn=1&_HLS_part=9");
        var part = at.Get(PlaybackHost.Public + "source/1.2.m4s");
        for (var round = 0; round < 1000 && !(playlist.IsCompleted && part.IsCompleted); round++)
        {
            at.Clock.Advance(TimeSpan.FromSeconds(3));
            await Task.Delay(5, Cancel);
        }

        Assert.Equal((HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable), ((await playlist).StatusCode, (await part).StatusCode));
    }

    [Fact]
    public async Task A_part_that_nobody_hinted_at_is_not_found()
    {
        await using var at = await PlaybackHost.Start();
        at.Playout.Begin(at.Session());
        using var run = await Send(at, 2.6);
        foreach (var name in (string[])["source/0.8.m4s", "source/1.9.m4s", "source/2.0.m4s", "source/1.m4s", "source/7.m4s", "source/00.m4s", "source/init-1.mp4", "low/index.m3u8", "session.json", ""])
            Assert.Equal((name, HttpStatusCode.NotFound), (name, (await at.Get(PlaybackHost.Public + name)).StatusCode));
    }

    [Fact]
    public async Task What_is_no_longer_in_memory_comes_from_disk_whole_or_in_ranges()
    {
        await using var at = await PlaybackHost.Start();
        at.Playout.Begin(at.Session());
        using var run = await Send(at, 40, size: "160x90");
        Assert.Null(at.Playout.Find(1)!.Source.View!.Find(0));
        var path = PlaybackHost.Public + "source/0.m4s";
        var bytes = await File.ReadAllBytesAsync(Path.Combine(at.Recording, "source", "0.m4s"), Cancel);
        Assert.Equal(bytes, await (await at.Get(path)).Content.ReadAsByteArrayAsync(Cancel));
        var range = await at.Get(path, ("Range", "bytes=10-19"));
        Assert.Equal((HttpStatusCode.PartialContent, $"bytes 10-19/{bytes.Length}"), (range.StatusCode, range.Content.Headers.ContentRange!.ToString()));
        Assert.Equal(bytes[10..20], await range.Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(bytes[^5..], await (await at.Get(path, ("Range", "bytes=-5"))).Content.ReadAsByteArrayAsync(Cancel));
        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, (await at.Get(path, ("Range", "bytes=999999999-"))).StatusCode);
        var head = await at.Send(HttpMethod.Head, path);
        Assert.Equal((bytes.Length, 0), (head.Content.Headers.ContentLength, (await head.Content.ReadAsByteArrayAsync(Cancel)).Length));
    }

    [Fact]
    public async Task Playlists_can_be_asked_for_again_and_long_ones_are_compressed()
    {
        await using var at = await PlaybackHost.Start();
        at.Playout.Begin(at.Session());
        using var run = await Send(at, 100, size: "160x90");
        var plain = await at.Get(Index);
        Assert.Equal(("\"49.8\"", "public, max-age=1"), (plain.Headers.ETag!.Tag, plain.Headers.CacheControl!.ToString()));
        Assert.Equal(HttpStatusCode.NotModified, (await at.Get(Index, ("If-None-Match", "\"49.8\""))).StatusCode);
        var packed = await at.Get(Index, ("Accept-Encoding", "gzip"));
        Assert.Equal(("gzip", "\"49.8z\"", "Accept-Encoding"), (packed.Content.Headers.ContentEncoding.Single(), packed.Headers.ETag!.Tag, packed.Headers.Vary.Single()));
        await using var unpacked = new System.IO.Compression.GZipStream(await packed.Content.ReadAsStreamAsync(Cancel), System.IO.Compression.CompressionMode.Decompress);
        Assert.Equal(await plain.Content.ReadAsStringAsync(Cancel), await new StreamReader(unpacked).ReadToEndAsync(Cancel));
        var delta = await at.Text(Index + "?_HLS_skip=YES");
        Assert.Contains("#EXT-X-SKIP:SKIPPED-SEGMENTS=44\n", delta, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_grant_opens_its_session_until_it_expires()
    {
        await using var at = await PlaybackHost.Start();
        at.Playout.Begin(at.Session());
        using var run = await Send(at, 2);
        at.IsOpen = false;
        var grant = at.Grants.Sign("streams/s1/1/", at.Clock.GetUtcNow().AddMinutes(1));
        var own = $"/live/{grant}/s1/1/master.m3u8";
        var fetched = await at.Get(own);
        Assert.Equal((HttpStatusCode.OK, "no-cache, private"), (fetched.StatusCode, fetched.Headers.CacheControl!.ToString()));
        Assert.False(fetched.Headers.Contains("Access-Control-Allow-Origin"));
        foreach (var other in (string[])[$"/live/{grant}/s1/2/master.m3u8", $"/live/{grant}/s1/preview/master.m3u8", $"/live/{grant}x/s1/1/master.m3u8", "/live/x/s1/1/master.m3u8"])
            Assert.Equal((other, HttpStatusCode.Forbidden), (other, (await at.Get(other)).StatusCode));
        at.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.Forbidden, (await at.Get(own)).StatusCode);
    }

    [Fact]
    public async Task What_is_public_is_shut_within_two_seconds_of_being_private()
    {
        await using var at = await PlaybackHost.Start();
        at.Playout.Begin(at.Session());
        using var run = await Send(at, 2);
        Assert.Equal(HttpStatusCode.OK, (await at.Get(PlaybackHost.Public + "master.m3u8")).StatusCode);
        at.IsOpen = false;
        at.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.NotFound, (await at.Get(PlaybackHost.Public + "master.m3u8")).StatusCode);
    }

    [Fact]
    public async Task The_preview_is_for_its_owner_alone()
    {
        await using var at = await PlaybackHost.Start();
        using var run = await Send(at, 2);
        Assert.Equal(HttpStatusCode.NotFound, (await at.Get("/live/public/s1/preview/master.m3u8")).StatusCode);
        var address = at.Addresses.PreviewOf(Snapshot(StreamStatus.Offline, Visibility.Public))!;
        Assert.Equal(HttpStatusCode.OK, (await at.Get(address.Url)).StatusCode);
        Assert.Equal(new DateTimeOffset(2026, 11, 23, 1, 0, 0, TimeSpan.Zero), address.ExpiresAt);
    }

    [Fact]
    public async Task A_session_that_is_over_says_so_for_a_while()
    {
        await using var at = await PlaybackHost.Start();
        at.Playout.Begin(at.Session());
        using (await Send(at, 3)) at.Clock.Advance(TimeSpan.FromSeconds(1));
        var waiting = at.Text(Index + "?_HLS_msn=2&_HLS_part=0");
        await at.Playout.End(at.Session());
        Assert.EndsWith("#EXT-X-ENDLIST\n", await waiting, StringComparison.Ordinal);
        Assert.EndsWith("#EXT-X-ENDLIST\n", await at.Text(Index), StringComparison.Ordinal);
        at.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal(HttpStatusCode.NotFound, (await at.Get(Index)).StatusCode);
    }

    [Fact]
    public async Task Addresses_are_public_or_signed_and_only_while_live()
    {
        await using var at = await PlaybackHost.Start();
        Assert.Equal(new StreamPlayback("hls", "/live/public/s1/1/master.m3u8", null, null), at.Addresses.Of(Snapshot(StreamStatus.Live, Visibility.Public)));
        Assert.StartsWith("/live/179539", at.Addresses.Of(Snapshot(StreamStatus.Reconnecting, Visibility.Private))!.Url, StringComparison.Ordinal);
        Assert.Null(at.Addresses.Of(Snapshot(StreamStatus.Ended, Visibility.Public)));
    }

    [Fact]
    public async Task Nothing_is_written()
    {
        await using var at = await PlaybackHost.Start();
        var refused = await at.Send(HttpMethod.Post, PlaybackHost.Public + "master.m3u8");
        Assert.Equal((HttpStatusCode.MethodNotAllowed, "application/problem+json"), (refused.StatusCode, refused.Content.Headers.ContentType!.ToString()));
    }

    private static LiveStreamSnapshot Snapshot(StreamStatus status, Visibility visibility) => new(
        "s1", "1", "o1", "Owner", status, StreamSignal.Receiving, new StreamDetails("Title", "", visibility), default, default, "s1", null, null,
        new StreamSession(1, "v1", default, default, null, null, RecordingStatus.Recording, 0, [], []), 0, null);

    private static string Header(HttpResponseMessage response, string name) => response.Headers.GetValues(name).Single();

    private static async Task Write(System.IO.Pipelines.Pipe pipe, Local.Streams.Packaging.Boxes.Mp4Unit unit)
    {
        await pipe.Writer.WriteAsync(unit.Bytes, Cancel);
        if (unit.Mdat is { } media) await pipe.Writer.WriteAsync(media, Cancel);
    }

    private async Task<PackagingRun> Send(PlaybackHost at, double seconds, string size = "320x180")
    {
        var run = at.Playout.Connect("st-1");
        await run.Feed(Rendition.Source, new MemoryStream(await clips.Encoder(seconds, size: size)), Cancel);
        return run;
    }
}
