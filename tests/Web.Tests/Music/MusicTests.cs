using System.Net;
using System.Text.Json;

namespace ContentPages.Web.Tests.Music;

public sealed class MusicTests(ContentPagesApp app)
{
    [Fact]
    public async Task An_album_is_made_edited_and_removed()
    {
        var browser = await app.SignedIn();
        var album = (await browser.Post("/api/albums", new { title = " First ", releasedOn = "2026-11-22" })).Is(HttpStatusCode.OK);
        Assert.Equal(
            ["id", "title", "description", "releasedOn", "owner", "createdAt", "updatedAt", "mine"], album.Body.EnumerateObject().Select(field => field.Name));
        Assert.Equal(("First", "", "2026-11-22"), (album.Text("title"), album.Text("description"), album.Text("releasedOn")));
        var path = $"/api/albums/{album.Text("id")}";

        var edited = (await browser.Put(path, new { title = "Second", description = "Live" })).Is(HttpStatusCode.OK);
        Assert.Equal(JsonValueKind.Null, edited["releasedOn"].ValueKind);
        Assert.Equal("Second", (await app.NewBrowser().Get(path)).Is(HttpStatusCode.OK).Text("title"));
        (await browser.Send(HttpMethod.Delete, path, null, ("If-Match", album.Raw.Headers.ETag!.Tag))).Is(HttpStatusCode.PreconditionFailed);

        (await browser.Delete(path)).Is(HttpStatusCode.NoContent);
        (await browser.Get(path)).Is(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task An_album_lists_its_tracks_by_place()
    {
        var browser = await app.SignedIn();
        var album = (await browser.Post("/api/albums", new { title = "Album" })).Text("id");
        var second = (await browser.Post("/api/tracks", new { title = "Second", albumId = album, position = 2 })).Is(HttpStatusCode.OK);
        var first = (await browser.Post("/api/tracks", new { title = "First", albumId = album, position = 1 })).Is(HttpStatusCode.OK);
        Assert.Equal(
            ["id", "title", "description", "albumId", "position", "owner", "createdAt", "updatedAt", "mine"], first.Body.EnumerateObject().Select(field => field.Name));

        var tracks = (await app.NewBrowser().Get($"/api/albums/{album}/tracks")).Is(HttpStatusCode.OK);

        Assert.Equal([first.Text("id"), second.Text("id")], tracks.Ids);
        Assert.Equal(2, (await browser.Get("/api/tracks?owner=me")).Items.Count);
    }

    [Fact]
    public async Task Tracks_are_found_by_their_title()
    {
        var browser = await app.SignedIn();
        var id = (await browser.Post("/api/tracks", new { title = "Été à Montréal" })).Text("id");

        Assert.Equal([id], (await app.NewBrowser().Get("/api/tracks?q=ete%20a%20montreal")).Is(HttpStatusCode.OK).Ids);
    }

    [Fact]
    public async Task Nobody_else_may_edit_or_remove_it()
    {
        var (ann, eve) = (await app.SignedIn("Ann"), await app.SignedIn("Eve"));
        var album = $"/api/albums/{(await ann.Post("/api/albums", new { title = "Hers" })).Text("id")}";
        var track = $"/api/tracks/{(await ann.Post("/api/tracks", new { title = "Hers" })).Text("id")}";

        foreach (var path in new[] { album, track })
        {
            (await eve.Put(path, new { title = "Mine" })).Is(HttpStatusCode.NotFound, "not_found");
            (await eve.Delete(path)).Is(HttpStatusCode.NotFound, "not_found");
            Assert.False((await eve.Get(path)).Is(HttpStatusCode.OK)["mine"].GetBoolean());
        }
    }

    [Fact]
    public async Task Bad_values_are_refused()
    {
        var browser = await app.SignedIn();
        var foreign = (await (await app.SignedIn("Eve")).Post("/api/albums", new { title = "Hers" })).Text("id");

        (await browser.Post("/api/albums", new { title = new string('x', 201) })).Is(HttpStatusCode.BadRequest, "validation_failed");
        (await browser.Post("/api/albums", new { title = "A", releasedOn = "22.11.2026" })).Is(HttpStatusCode.BadRequest, "invalid_body");
        (await browser.Post("/api/tracks", new { title = "A", position = 0 })).Is(HttpStatusCode.BadRequest, "validation_failed");
        (await browser.Post("/api/tracks", new { title = "A", albumId = foreign })).Is(HttpStatusCode.BadRequest, "unknown_album");
    }
}
