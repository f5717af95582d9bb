using System.Net;
using System.Text.Json;

namespace ContentPages.Web.Tests.Streams;

public sealed class StreamTests(ContentPagesApp app)
{
    [Fact]
    public async Task A_stream_has_exactly_the_fields_of_the_contract()
    {
        var browser = await app.SignedIn();

        var stream = (await browser.Post("/api/streams", new { title = " A show ", visibility = "unlisted" })).Is(HttpStatusCode.OK);

        string[] fields =
        [
            "id", "title", "description", "status", "signal", "visibility", "owner", "scheduledFor", "record", "latency", "cover", "poster",
            "createdAt", "updatedAt", "liveAt", "endedAt", "viewers", "session", "recording", "trouble", "mine",
        ];
        Assert.Equal(fields, stream.Body.EnumerateObject().Select(property => property.Name));
        Assert.Equal(("A show", "", "offline", "none", "unlisted"), (stream.Text("title"), stream.Text("description"), stream.Text("status"), stream.Text("signal"), stream.Text("visibility")));
        Assert.Equal((browser.Id, "Ann"), (stream["owner"].GetProperty("id").GetString(), stream["owner"].GetProperty("displayName").GetString()));
        Assert.Equal((true, "low", 0, 0, true), (stream["record"].GetBoolean(), stream.Text("latency"), stream["viewers"].GetInt32(), stream["session"].GetInt32(), stream["mine"].GetBoolean()));
        foreach (var name in new[] { "scheduledFor", "cover", "poster", "liveAt", "endedAt", "recording", "trouble" }) Assert.Equal(JsonValueKind.Null, stream[name].ValueKind);
        Assert.Equal(stream.Content, (await browser.Get($"/api/streams/{stream.Text("id")}")).Content);
    }

    [Fact]
    public async Task What_was_asked_for_is_kept()
    {
        var browser = await app.SignedIn();
        var time = new DateTimeOffset(Broadcasts.Now.AddDays(3).Date.AddHours(20), TimeSpan.FromHours(2));
        var body = new { title = "T", description = "Two\nlines", visibility = "private", scheduledFor = time, record = false, latency = "normal" };

        var stream = (await browser.Post("/api/streams", body)).Is(HttpStatusCode.OK);

        Assert.Equal(("Two\nlines", "scheduled", "private", "normal"), (stream.Text("description"), stream.Text("status"), stream.Text("visibility"), stream.Text("latency")));
        Assert.False(stream["record"].GetBoolean());
        Assert.Equal(time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss+00:00", null), stream.Text("scheduledFor"));
    }

    [Fact]
    public async Task An_edit_is_kept_and_one_meant_for_an_older_version_is_refused()
    {
        var browser = await app.SignedIn();
        var path = $"/api/streams/{await browser.NewStream()}";
        var etag = (await browser.Get(path)).Raw.Headers.ETag!.Tag;
        var body = new { title = "New", visibility = "private" };

        var edited = (await browser.Send(HttpMethod.Put, path, body, ("If-Match", etag))).Is(HttpStatusCode.OK);

        Assert.Equal(("New", "private"), (edited.Text("title"), edited.Text("visibility")));
        Assert.NotEqual(etag, edited.Raw.Headers.ETag!.Tag);
        (await browser.Send(HttpMethod.Put, path, body, ("If-Match", etag))).Is(HttpStatusCode.PreconditionFailed, "version_mismatch");
        (await browser.Send(HttpMethod.Delete, path, null, ("If-Match", etag))).Is(HttpStatusCode.PreconditionFailed, "version_mismatch");
        (await browser.Send(HttpMethod.Delete, path, null, ("If-Match", edited.Raw.Headers.ETag!.Tag))).Is(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task A_deleted_stream_is_gone_and_one_that_is_live_stays()
    {
        var browser = await app.SignedIn();
        var id = await app.Live(browser);
        (await browser.Delete($"/api/streams/{id}")).Is(HttpStatusCode.Conflict, "stream_state");

        await browser.Stop(id);
        (await browser.Delete($"/api/streams/{id}")).Is(HttpStatusCode.NoContent);

        (await browser.Get($"/api/streams/{id}")).Is(HttpStatusCode.NotFound, "not_found");
        (await browser.Delete($"/api/streams/{id}")).Is(HttpStatusCode.NotFound, "not_found");
        (await browser.Post($"/api/streams/{id}/start")).Is(HttpStatusCode.NotFound, "not_found");
        Assert.DoesNotContain(id, (await browser.Get("/api/streams?owner=me")).Ids);
    }

    [Fact]
    public async Task Somebody_else_sees_it_without_its_troubles()
    {
        var browser = await app.SignedIn();
        var id = await browser.NewStream("unlisted");
        await app.Report(id, new ContentPages.Streams.SignalReport(
            Broadcasts.Now, "st-x", ContentPages.Streams.SignalChange.Failed, new("video_codec", "Send H.264.", Broadcasts.Now)));

        var own = (await browser.Get($"/api/streams/{id}")).Is(HttpStatusCode.OK);
        var foreign = (await app.NewBrowser().Get($"/api/streams/{id}")).Is(HttpStatusCode.OK);

        Assert.Equal(["code", "message", "at"], own["trouble"].EnumerateObject().Select(field => field.Name));
        Assert.Equal("video_codec", own["trouble"].GetProperty("code").GetString());
        Assert.Equal(JsonValueKind.Null, foreign["trouble"].ValueKind);
        Assert.False(foreign["mine"].GetBoolean());
    }

    [Fact]
    public async Task Nobody_else_may_touch_it_or_learn_of_a_private_one()
    {
        var (ann, eve, visitor) = (await app.SignedIn("Ann"), await app.SignedIn("Eve"), app.NewBrowser());
        var (secret, open) = (await app.Live(ann, "private"), await app.Live(ann));
        await ann.Put($"/api/streams/{secret}", Broadcasts.Request("private", scheduledFor: Broadcasts.Now.AddDays(1)));

        foreach (var path in new[] { "", "/playback", "/sessions", "/calendar.ics" })
        {
            (await eve.Get($"/api/streams/{secret}{path}")).Is(HttpStatusCode.NotFound, "not_found");
            (await visitor.Get($"/api/streams/{secret}{path}")).Is(HttpStatusCode.NotFound, "not_found");
            (await ann.Get($"/api/streams/{secret}{path}")).Is(HttpStatusCode.OK);
        }

        foreach (var id in new[] { secret, open })
        {
            var path = $"/api/streams/{id}";
            (await eve.Put(path, Broadcasts.Request(title: "Mine now"))).Is(HttpStatusCode.NotFound, "not_found");
            (await eve.Delete(path)).Is(HttpStatusCode.NotFound, "not_found");
            (await eve.Get($"{path}/ingest")).Is(HttpStatusCode.NotFound, "not_found");
            (await eve.Get($"{path}/health")).Is(HttpStatusCode.NotFound, "not_found");
            (await eve.Get($"{path}/playback?preview=true")).Is(HttpStatusCode.NotFound, "not_found");
            foreach (var action in new[] { "start", "stop", "ingest/rotate" }) (await eve.Post($"{path}/{action}")).Is(HttpStatusCode.NotFound, "not_found");
            (await eve.Post($"{path}/thumbnail/presigned", new { contentType = "image/png", size = 5 })).Is(HttpStatusCode.NotFound, "not_found");
            (await visitor.Post($"{path}/start")).Is(HttpStatusCode.Unauthorized, "sign_in_required");
            (await visitor.Get($"{path}/ingest")).Is(HttpStatusCode.Unauthorized, "sign_in_required");
            (await visitor.Get($"{path}/playback?preview=true")).Is(HttpStatusCode.NotFound, "not_found");
        }

        Assert.Equal(("A show", "live"), ((await ann.Get($"/api/streams/{open}")).Text("title"), (await ann.Get($"/api/streams/{open}")).Text("status")));
        Assert.Equal(1, app.Channels.Keys[open]);
    }
}
