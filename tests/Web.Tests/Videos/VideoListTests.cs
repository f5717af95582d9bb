using System.Net;

namespace ContentPages.Web.Tests.Videos;

public sealed class VideoListTests(ContentPagesApp app)
{
    [Fact]
    public async Task The_public_list_has_what_is_public_and_ready_and_one_s_own_has_everything()
    {
        var browser = await app.SignedIn();
        var (open, secret, sending) = (await app.Ready(browser), await app.Ready(browser, "private"), await browser.Uploading());

        var everyone = (await browser.Get("/api/videos?limit=100")).Is(HttpStatusCode.OK);
        var own = (await browser.Get("/api/videos?owner=me")).Is(HttpStatusCode.OK);

        Assert.Contains(open, everyone.Ids);
        Assert.DoesNotContain(secret, everyone.Ids);
        Assert.DoesNotContain(sending, everyone.Ids);
        Assert.All(everyone.Items, video => Assert.False(video.GetProperty("mine").GetBoolean()));
        Assert.Equal([sending, secret, open], own.Ids);
        Assert.All(own.Items, video => Assert.True(video.GetProperty("mine").GetBoolean()));
        Assert.Equal([sending], (await browser.Get("/api/videos?owner=me&status=uploading")).Ids);
    }

    [Fact]
    public async Task A_cached_page_is_new_as_soon_as_something_has_changed()
    {
        var browser = await app.SignedIn();
        var id = await app.Ready(browser, title: "Zanzibar before");
        Assert.Equal([id], (await browser.Get("/api/videos?q=zanzibar")).Ids);

        (await browser.Put($"/api/videos/{id}", new { title = "Zanzibar after", visibility = "public" })).Is(HttpStatusCode.OK);
        Assert.Equal("Zanzibar after", Assert.Single((await browser.Get("/api/videos?q=zanzibar")).Items).GetProperty("title").GetString());

        (await browser.Put($"/api/videos/{id}", new { title = "Zanzibar after", visibility = "private" })).Is(HttpStatusCode.OK);
        Assert.Empty((await browser.Get("/api/videos?q=zanzibar")).Items);
    }

    [Fact]
    public async Task Who_has_the_page_already_is_not_sent_it_again()
    {
        await app.Ready(await app.SignedIn(), title: "Quagga");
        var browser = app.NewBrowser();
        var etag = (await browser.Get("/api/videos?q=quagga")).Raw.Headers.ETag!.Tag;

        var again = await browser.Send(HttpMethod.Get, "/api/videos?q=quagga", null, ("If-None-Match", etag));

        Assert.Equal(HttpStatusCode.NotModified, again.Status);
        Assert.Empty(again.Content);
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_double()
    {
        var browser = await app.SignedIn();
        var made = new List<string?>();
        for (var i = 0; i < 5; i++) made.Insert(0, await app.Ready(browser, title: $"Okapi {i}"));

        var seen = new List<string?>();
        string? cursor = null;
        do
        {
            var page = (await browser.Get($"/api/videos?q=okapi&limit=2{(cursor is null ? "" : $"&cursor={Uri.EscapeDataString(cursor)}")}")).Is(HttpStatusCode.OK);
            Assert.InRange(page.Items.Count, 0, 2);
            seen.AddRange(page.Ids);
            cursor = page.Text("nextCursor");
        }
        while (cursor is not null);

        Assert.Equal(made, seen);
    }

    [Fact]
    public async Task An_album_and_a_track_list_their_public_videos()
    {
        var browser = await app.SignedIn();
        var album = (await browser.Post("/api/albums", new { title = "Album" })).Text("id");
        var (open, secret) = (await app.Ready(browser, albumId: album), await app.Ready(browser, "private", albumId: album));

        Assert.Equal([open], (await browser.Get($"/api/albums/{album}/videos")).Is(HttpStatusCode.OK).Ids);
        Assert.Equal([open], (await browser.Get($"/api/videos?albumId={album}")).Ids);
        Assert.Equal([secret, open], (await browser.Get($"/api/videos?owner=me&albumId={album}")).Ids);
    }
}
