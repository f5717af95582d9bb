using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace ContentPages.Web.Tests.Streams;

public sealed class BroadcastingTests(ContentPagesApp app)
{
    [Fact]
    public async Task The_address_to_send_to_has_the_name_that_the_site_was_reached_by()
    {
        var browser = await app.SignedIn();
        var id = await browser.NewStream();

        var ingest = (await browser.Send(HttpMethod.Get, $"/api/streams/{id}/ingest", null, ("Host", "live.example.com:8443"))).Is(HttpStatusCode.OK);

        Assert.Equal(["rtmpUrl", "streamKey", "browserIngestUrl", "rtmpUnavailable", "expiresAt"], ingest.Body.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("rtmp://live.example.com:1935/live", "key-1", $"/live/ingest/{id}"), (ingest.Text("rtmpUrl"), ingest.Text("streamKey"), ingest.Text("browserIngestUrl")));
        Assert.Equal(JsonValueKind.Null, ingest["rtmpUnavailable"].ValueKind);
        Assert.Equal(FakeChannels.IngestExpiresAt, ingest["expiresAt"].GetDateTimeOffset());
        Assert.True(ingest.Raw.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task A_rotated_key_is_another_one()
    {
        var browser = await app.SignedIn();
        var id = await browser.NewStream();

        var rotated = (await browser.Post($"/api/streams/{id}/ingest/rotate")).Is(HttpStatusCode.OK);

        Assert.Equal(("key-2", "rtmp://localhost:1935/live"), (rotated.Text("streamKey"), rotated.Text("rtmpUrl")));
        Assert.True(rotated.Raw.Headers.CacheControl!.NoStore);
        Assert.Equal("key-2", (await browser.Get($"/api/streams/{id}/ingest")).Text("streamKey"));
    }

    [Fact]
    public async Task It_goes_live_once_there_is_a_signal_and_ends_when_it_is_stopped()
    {
        var browser = await app.SignedIn();
        var path = $"/api/streams/{await browser.NewStream()}";
        (await browser.Post($"{path}/stop")).Is(HttpStatusCode.Conflict, "stream_state");

        var starting = (await browser.Post($"{path}/start")).Is(HttpStatusCode.OK);
        Assert.Equal(("starting", 1), (starting.Text("status"), starting["session"].GetInt32()));
        Assert.Equal("starting", (await browser.Post($"{path}/start")).Is(HttpStatusCode.OK).Text("status"));

        await app.Signal(path[^36..]);
        var live = (await app.NewBrowser().Get(path)).Is(HttpStatusCode.OK);
        Assert.Equal(("live", "receiving"), (live.Text("status"), live.Text("signal")));
        Assert.Equal(JsonValueKind.String, live["liveAt"].ValueKind);
        Assert.Equal(("recording", JsonValueKind.Null), (live["recording"].GetProperty("status").GetString(), live["recording"].GetProperty("videoId").ValueKind));
        Assert.EndsWith("/poster.jpg", live.Text("poster"), StringComparison.Ordinal);

        await app.Lose(path[^36..]);
        Assert.Equal("reconnecting", (await browser.Get(path)).Text("status"));
        await app.Signal(path[^36..]);
        Assert.Equal("live", (await browser.Get(path)).Text("status"));

        var ended = (await browser.Post($"{path}/stop")).Is(HttpStatusCode.OK);
        Assert.Equal(("ended", JsonValueKind.String, JsonValueKind.Null), (ended.Text("status"), ended["endedAt"].ValueKind, ended["poster"].ValueKind));
        Assert.Equal("ended", (await browser.Post($"{path}/stop")).Is(HttpStatusCode.OK).Text("status"));
        Assert.Equal(2, (await browser.Post($"{path}/start")).Is(HttpStatusCode.OK)["session"].GetInt32());
    }

    [Fact]
    public async Task It_is_played_while_it_is_live()
    {
        var browser = await app.SignedIn();
        var (open, secret) = (await browser.NewStream(), await app.Live(browser, "private"));
        (await browser.Get($"/api/streams/{open}/playback")).Is(HttpStatusCode.Conflict, "not_live");
        await app.GoLive(browser, open);

        var playback = (await app.NewBrowser().Get($"/api/streams/{open}/playback")).Is(HttpStatusCode.OK);
        Assert.Equal(["kind", "url", "poster", "expiresAt"], playback.Body.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("hls", $"/live/public/{open}/1/master.m3u8", $"/live/public/{open}/1/poster.jpg"), (playback.Text("kind"), playback.Text("url"), playback.Text("poster")));
        Assert.Equal(JsonValueKind.Null, playback["expiresAt"].ValueKind);

        var signed = (await browser.Get($"/api/streams/{secret}/playback")).Is(HttpStatusCode.OK);
        Assert.DoesNotContain("/public/", signed.Text("url"), StringComparison.Ordinal);
        Assert.True(signed["expiresAt"].GetDateTimeOffset() > Broadcasts.Now);

        await browser.Stop(open);
        (await browser.Get($"/api/streams/{open}/playback")).Is(HttpStatusCode.Conflict, "not_live");
    }

    [Fact]
    public async Task Its_owner_previews_it_before_it_is_live()
    {
        var browser = await app.SignedIn();
        var id = await browser.NewStream();
        await app.Signal(id);

        var preview = (await browser.Get($"/api/streams/{id}/playback?preview=true")).Is(HttpStatusCode.OK);

        Assert.EndsWith($"/{id}/preview/master.m3u8", preview.Text("url"), StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.String, preview["expiresAt"].ValueKind);
        Assert.Equal(("offline", "receiving"), ((await browser.Get($"/api/streams/{id}")).Text("status"), (await browser.Get($"/api/streams/{id}")).Text("signal")));
        (await app.NewBrowser().Get($"/api/streams/{id}/playback?preview=true")).Is(HttpStatusCode.NotFound, "not_found");
        (await browser.Get($"/api/streams/{id}/playback?preview=perhaps")).Is(HttpStatusCode.BadRequest, "invalid_request");
    }

    [Fact]
    public async Task Its_health_is_what_the_channel_measures()
    {
        var browser = await app.SignedIn();
        var health = (await browser.Get($"/api/streams/{await browser.NewStream()}/health")).Is(HttpStatusCode.OK);

        string[] fields =
        [
            "connectedSince", "source", "bitrateKbps", "frameRate", "keyframeIntervalSeconds", "width", "height", "videoCodec", "audioCodec",
            "droppedFrames", "advice", "history",
        ];
        Assert.Equal(fields, health.Body.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("rtmp", 4500, 30, 2), (health.Text("source"), health["bitrateKbps"].GetDouble(), health["frameRate"].GetDouble(), health["keyframeIntervalSeconds"].GetDouble()));
        Assert.Equal((1920, 1080, "h264", "aac", 3), (health["width"].GetInt32(), health["height"].GetInt32(), health.Text("videoCodec"), health.Text("audioCodec"), health["droppedFrames"].GetInt32()));
        Assert.Equal(("channel_says", "Something to change."), (health["advice"][0].GetProperty("code").GetString(), health["advice"][0].GetProperty("message").GetString()));
        Assert.Equal((4400, 29.5), (health["history"][0].GetProperty("bitrateKbps").GetDouble(), health["history"][0].GetProperty("frameRate").GetDouble()));
    }

    [Fact]
    public async Task A_session_is_told_with_its_recording_to_who_may_see_that()
    {
        var browser = await app.SignedIn();
        var (id, video) = await app.Recorded(browser);
        await app.GoLive(browser, id);

        var own = (await browser.Get($"/api/streams/{id}/sessions")).Is(HttpStatusCode.OK);
        string[] fields =
        [
            "number", "startedAt", "liveAt", "endedAt", "end", "recording", "videoId", "peakViewers", "viewersByMinute", "breaks",
        ];
        Assert.Equal(fields, own.Items[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal([2, 1], own.Items.Select(session => session.GetProperty("number").GetInt32()));
        Assert.Equal(["recording", "ready"], own.Items.Select(session => session.GetProperty("recording").GetString()));
        Assert.Equal("stopped", own.Items[1].GetProperty("end").GetString());
        Assert.Equal(video, own.Items[1].GetProperty("videoId").GetString());

        var foreign = (await app.NewBrowser().Get($"/api/streams/{id}/sessions")).Is(HttpStatusCode.OK);
        Assert.Equal([video], foreign.Items.Select(session => session.GetProperty("videoId").GetString()));

        (await browser.Put($"/api/videos/{video}", new { title = "Hidden", visibility = "private" })).Is(HttpStatusCode.OK);
        Assert.Empty((await app.NewBrowser().Get($"/api/streams/{id}/sessions")).Is(HttpStatusCode.OK).Items);
        Assert.Equal(2, (await browser.Get($"/api/streams/{id}/sessions")).Items.Count);
    }

    [Fact]
    public async Task A_recording_is_a_video_that_tells_of_its_stream()
    {
        var browser = await app.SignedIn();
        var (id, video) = await app.Recorded(browser);

        var stream = (await app.NewBrowser().Get($"/api/streams/{id}")).Is(HttpStatusCode.OK);
        Assert.Equal(("ready", video), (stream["recording"].GetProperty("status").GetString(), stream["recording"].GetProperty("videoId").GetString()));

        var recording = (await app.NewBrowser().Get($"/api/videos/{video}")).Is(HttpStatusCode.OK);
        Assert.Equal(["streamId", "session", "liveAt", "breaks"], recording["recording"].EnumerateObject().Select(field => field.Name));
        Assert.Equal((id, 1), (recording["recording"].GetProperty("streamId").GetString(), recording["recording"].GetProperty("session").GetInt32()));
        Assert.Equal([12.5], recording["recording"].GetProperty("breaks").EnumerateArray().Select(at => at.GetDouble()));
        Assert.True(recording["playable"].GetBoolean());
        (await app.NewBrowser().Get($"/api/videos/{video}/stream")).Is(HttpStatusCode.OK);

        (await browser.Delete($"/api/videos/{video}")).Is(HttpStatusCode.NoContent);
        Assert.Equal(JsonValueKind.Null, (await browser.Get($"/api/streams/{id}"))["recording"].GetProperty("videoId").ValueKind);
    }

    [Fact]
    public async Task A_recording_whose_renditions_failed_is_still_watched()
    {
        var (_, video) = await app.Recorded(await app.SignedIn());
        await app.Grains.GetGrain<ContentPages.Videos.IVideoGrain>(video).ReportJob(
            new ContentPages.Videos.JobFailed(Videos.FakeTranscoder.JobOf(video), 1, Broadcasts.Now, 1404, "The bucket is not there."));

        var failed = (await app.NewBrowser().Get($"/api/videos/{video}")).Is(HttpStatusCode.OK);
        Assert.Equal(("failed", true), (failed.Text("status"), failed["playable"].GetBoolean()));
        Assert.Equal($"/media/public/videos/{video}/0/master.m3u8", (await app.NewBrowser().Get($"/api/videos/{video}/stream")).Is(HttpStatusCode.OK).Text("url"));
    }

    [Fact]
    public async Task A_cover_is_sent_straight_to_the_object_store_and_then_shown()
    {
        var browser = await app.SignedIn();
        var id = await browser.NewStream();
        var ticket = (await browser.Post($"/api/streams/{id}/thumbnail/presigned", new { contentType = "image/png", size = 5 })).Is(HttpStatusCode.OK);
        Assert.Equal(["url", "headers", "expiresAt"], ticket.Body.EnumerateObject().Select(field => field.Name));

        var put = new HttpRequestMessage(HttpMethod.Put, ticket.Text("url")) { Content = new ByteArrayContent("a png"u8.ToArray()) };
        put.Content.Headers.ContentType = MediaTypeHeaderValue.Parse("image/png");
        (await browser.Send(put)).Is(HttpStatusCode.OK);
        await app.Grains.GetGrain<ContentPages.Streams.ILiveStreamGrain>(id).Reconcile();

        var cover = (await app.NewBrowser().Get($"/api/streams/{id}")).Text("cover")!;
        Assert.StartsWith($"/media/public/streams/{id}/cover/", cover, StringComparison.Ordinal);
        var picture = (await app.NewBrowser().Get(cover)).Is(HttpStatusCode.OK);
        Assert.Equal(("a png", "image/png"), (picture.Content, picture.Raw.Content.Headers.ContentType?.MediaType));
    }

    [Fact]
    public async Task A_planned_start_is_a_calendar_file()
    {
        var browser = await app.SignedIn();
        var time = new DateTimeOffset(Broadcasts.Now.AddDays(3).Date.AddHours(20), TimeSpan.Zero);
        var id = await browser.NewStream(title: "A show, live", scheduledFor: time);

        var calendar = (await app.NewBrowser().Get($"/api/streams/{id}/calendar.ics")).Is(HttpStatusCode.OK);

        Assert.Equal("text/calendar; charset=utf-8", calendar.Raw.Content.Headers.ContentType?.ToString());
        Assert.Equal($"{id}.ics", calendar.Raw.Content.Headers.ContentDisposition?.FileName);
        Assert.Contains($"\r\nDTSTART:{time:yyyyMMdd}T200000Z\r\nSUMMARY:A show\\, live\r\nURL:http://localhost/streams/{id}\r\n", calendar.Content, StringComparison.Ordinal);
        (await browser.Get($"/api/streams/{await browser.NewStream()}/calendar.ics")).Is(HttpStatusCode.NotFound, "not_found");
    }
}
