using System.Net;
using System.Text.Json;

namespace ContentPages.Web.Tests.Videos;

public sealed class VideoTests(ContentPagesApp app)
{
    [Fact]
    public async Task A_video_has_exactly_the_fields_of_the_contract()
    {
        var browser = await app.SignedIn();

        var video = (await browser.Get($"/api/videos/{await app.Ready(browser)}")).Is(HttpStatusCode.OK);

        string[] fields =
        [
            "id", "title", "description", "status", "visibility", "owner", "trackId", "albumId", "source", "createdAt", "updatedAt", "publishedAt",
            "durationSeconds", "width", "height", "poster", "storyboard", "playable", "progress", "failure", "recording",
            "attempt", "mine",
        ];
        Assert.Equal(fields, video.Body.EnumerateObject().Select(property => property.Name));
        Assert.Equal("ready", video.Text("status"));
        Assert.Equal("public", video.Text("visibility"));
        Assert.Equal(browser.Id, video["owner"].GetProperty("id").GetString());
        Assert.Equal("film.mp4", video["source"].GetProperty("fileName").GetString());
        Assert.Equal(12.5, video["durationSeconds"].GetDouble());
        Assert.Equal((1920, 1080), (video["width"].GetInt32(), video["height"].GetInt32()));
        Assert.True(video["playable"].GetBoolean());
        Assert.True(video["mine"].GetBoolean());
    }

    [Fact]
    public async Task Somebody_else_sees_it_without_the_source()
    {
        var id = await app.Ready(await app.SignedIn());

        var video = (await app.NewBrowser().Get($"/api/videos/{id}")).Is(HttpStatusCode.OK);

        Assert.Equal(JsonValueKind.Null, video["source"].ValueKind);
        Assert.False(video["mine"].GetBoolean());
    }

    [Fact]
    public async Task While_it_is_transcoded_progress_is_live_and_it_plays_from_the_first_segments_on()
    {
        var browser = await app.SignedIn();
        var id = await browser.Processing();
        (await browser.Get($"/api/videos/{id}/stream")).Is(HttpStatusCode.Conflict, "not_playable");
        (await app.NewBrowser().Get($"/api/videos/{id}")).Is(HttpStatusCode.NotFound, "not_found");

        await app.Playable(id, 40);

        var video = (await app.NewBrowser().Get($"/api/videos/{id}")).Is(HttpStatusCode.OK);
        Assert.Equal("transcoding", video["progress"].GetProperty("phase").GetString());
        Assert.Equal(40, video["progress"].GetProperty("percent").GetDouble());
        Assert.True(video["playable"].GetBoolean());
        var stream = (await app.NewBrowser().Get($"/api/videos/{id}/stream")).Is(HttpStatusCode.OK);
        Assert.Equal("application/vnd.apple.mpegurl", stream.Text("type"));
        Assert.Equal($"/media/public/videos/{id}/1/master.m3u8", stream.Text("url"));
        Assert.Equal("#EXTM3U\n", (await app.NewBrowser().Get(stream.Text("url")!)).Is(HttpStatusCode.OK).Content);
    }

    [Fact]
    public async Task What_is_not_public_is_played_through_addresses_that_expire()
    {
        var browser = await app.SignedIn();
        var id = await app.Ready(browser, "private");

        var stream = (await browser.Get($"/api/videos/{id}/stream")).Is(HttpStatusCode.OK);

        Assert.DoesNotContain("/public/", stream.Text("url"), StringComparison.Ordinal);
        (await app.NewBrowser().Get($"/media/public/videos/{id}/1/master.m3u8")).Is(HttpStatusCode.NotFound, "media_not_found");
        Assert.True(stream["expiresAt"].GetDateTimeOffset() > TimeProvider.System.GetUtcNow().AddMinutes(10));
    }

    [Fact]
    public async Task A_failure_is_told_to_its_owner_and_tried_again()
    {
        var browser = await app.SignedIn();
        var id = await app.Failed(browser);
        var failed = await browser.Get($"/api/videos/{id}");
        Assert.Equal("failed", failed.Text("status"));
        Assert.NotEmpty(failed["failure"].GetProperty("code").GetString()!);
        Assert.NotEmpty(failed["failure"].GetProperty("reason").GetString()!);
        (await app.NewBrowser().Get($"/api/videos/{id}")).Is(HttpStatusCode.NotFound);

        var retried = (await browser.Post($"/api/videos/{id}/retry")).Is(HttpStatusCode.OK);

        Assert.Equal("processing", retried.Text("status"));
        Assert.Equal(2, retried["attempt"].GetInt32());
    }

    [Fact]
    public async Task What_does_not_fit_the_state_is_a_conflict()
    {
        var browser = await app.SignedIn();
        var id = await app.Ready(browser);

        Assert.Equal(HttpStatusCode.Conflict, (await browser.Post($"/api/videos/{id}/retry")).Status);
        (await browser.Get($"/api/videos/{id}/upload")).Is(HttpStatusCode.Conflict, "not_uploading");
    }

    [Fact]
    public async Task An_edit_is_kept_and_one_meant_for_an_older_version_is_refused()
    {
        var browser = await app.SignedIn();
        var id = await app.Ready(browser);
        var etag = (await browser.Get($"/api/videos/{id}")).Raw.Headers.ETag!.Tag;
        var body = new { title = "New", description = "Two\nlines", visibility = "unlisted" };

        var edited = (await browser.Send(HttpMethod.Put, $"/api/videos/{id}", body, ("If-Match", etag))).Is(HttpStatusCode.OK);

        Assert.Equal(("New", "Two\nlines", "unlisted"), (edited.Text("title"), edited.Text("description"), edited.Text("visibility")));
        Assert.NotEqual(etag, edited.Raw.Headers.ETag!.Tag);
        (await browser.Send(HttpMethod.Put, $"/api/videos/{id}", body, ("If-Match", etag))).Is(HttpStatusCode.PreconditionFailed, "version_mismatch");
    }

    [Fact]
    public async Task A_deleted_video_is_gone()
    {
        var browser = await app.SignedIn();
        var id = await app.Ready(browser);

        (await browser.Delete($"/api/videos/{id}")).Is(HttpStatusCode.NoContent);

        (await browser.Get($"/api/videos/{id}")).Is(HttpStatusCode.NotFound, "not_found");
        (await browser.Delete($"/api/videos/{id}")).Is(HttpStatusCode.NotFound, "not_found");
        Assert.DoesNotContain(id, (await browser.Get("/api/videos?owner=me")).Ids);
    }

    [Fact]
    public async Task A_link_must_be_to_ones_own_music()
    {
        var (ann, eve) = (await app.SignedIn("Ann"), await app.SignedIn("Eve"));
        var album = (await ann.Post("/api/albums", new { title = "Hers" })).Text("id");
        var track = (await ann.Post("/api/tracks", new { title = "Hers" })).Text("id");
        var id = await eve.Uploading();

        (await eve.Post("/api/videos/upload/presigned", Films.Request(albumId: album))).Is(HttpStatusCode.BadRequest, "unknown_album");
        (await eve.Post("/api/videos/upload/presigned", Films.Request(trackId: track))).Is(HttpStatusCode.BadRequest, "unknown_track");
        (await eve.Post("/api/videos/upload/presigned", Films.Request(albumId: "../x"))).Is(HttpStatusCode.BadRequest, "unknown_album");
        (await eve.Put($"/api/videos/{id}", new { title = "T", visibility = "public", albumId = album })).Is(HttpStatusCode.BadRequest, "unknown_album");
        (await ann.Post("/api/videos/upload/presigned", Films.Request(albumId: album, trackId: track))).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Nobody_else_may_touch_it_or_learn_of_it()
    {
        var (ann, eve, visitor) = (await app.SignedIn("Ann"), await app.SignedIn("Eve"), app.NewBrowser());
        var (secret, open, sending) = (await app.Ready(ann, "private"), await app.Ready(ann), await ann.Uploading());
        var edit = new { title = "Mine now", visibility = "public" };

        foreach (var path in new[] { $"/api/videos/{secret}", $"/api/videos/{secret}/stream", $"/api/videos/{sending}" })
        {
            (await eve.Get(path)).Is(HttpStatusCode.NotFound, "not_found");
            (await visitor.Get(path)).Is(HttpStatusCode.NotFound, "not_found");
        }

        foreach (var id in new[] { secret, open, sending })
        {
            (await eve.Put($"/api/videos/{id}", edit)).Is(HttpStatusCode.NotFound, "not_found");
            (await eve.Delete($"/api/videos/{id}")).Is(HttpStatusCode.NotFound, "not_found");
            (await eve.Post($"/api/videos/{id}/retry")).Is(HttpStatusCode.NotFound, "not_found");
            (await eve.Get($"/api/videos/{id}/upload")).Is(HttpStatusCode.NotFound, "not_found");
            (await eve.Post($"/api/videos/{id}/upload/parts", new { numbers = new[] { 1 } })).Is(HttpStatusCode.NotFound, "not_found");
            (await eve.Post("/api/videos/upload/confirm", new { videoId = id })).Is(HttpStatusCode.NotFound, "not_found");
        }

        Assert.Equal("A film", (await ann.Get($"/api/videos/{open}")).Text("title"));
    }

    [Fact]
    public async Task Who_has_the_address_of_an_unlisted_one_sees_it()
    {
        var id = await app.Ready(await app.SignedIn(), "unlisted");

        (await app.NewBrowser().Get($"/api/videos/{id}")).Is(HttpStatusCode.OK);
        Assert.DoesNotContain(id, (await app.NewBrowser().Get("/api/videos?limit=100")).Ids);
    }
}
