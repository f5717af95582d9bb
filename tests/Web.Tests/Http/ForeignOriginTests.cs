using System.Net;

namespace ContentPages.Web.Tests.Http;

public sealed class ForeignOriginTests(ContentPagesApp app)
{
    [Theory]
    [InlineData("Origin", "http://evil.example")]
    [InlineData("Origin", "http://localhost:8081")]
    [InlineData("Origin", "null")]
    [InlineData("Origin", "http://localhost.evil.example")]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Sec-Fetch-Site", "same-site")]
    public async Task A_change_that_another_site_asks_for_is_refused(string header, string value)
    {
        var browser = await app.SignedIn();

        (await browser.Send(HttpMethod.Put, "/api/account/me", new { displayName = "Eve" }, (header, value))).Is(HttpStatusCode.Forbidden, "foreign_origin");

        Assert.Equal("Ann", (await browser.Get("/api/account/me")).Text("displayName"));
    }

    [Theory]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Origin", "http://LOCALHOST:80")]
    [InlineData("Sec-Fetch-Site", "same-origin")]
    [InlineData("Sec-Fetch-Site", "none")]
    public async Task A_change_from_our_own_pages_is_done(string header, string value) =>
        (await (await app.SignedIn()).Send(HttpMethod.Put, "/api/account/me", new { displayName = "Ann B" }, (header, value))).Is(HttpStatusCode.OK);

    [Fact]
    public async Task A_program_that_names_no_origin_passes() =>
        (await (await app.SignedIn()).Put("/api/account/me", new { displayName = "Ann B" })).Is(HttpStatusCode.OK);

    [Fact]
    public async Task Reading_is_free() =>
        (await app.NewBrowser().Send(HttpMethod.Get, "/api/videos", null, ("Origin", "http://evil.example"))).Is(HttpStatusCode.OK);

    [Fact]
    public async Task The_hub_is_not() =>
        (await app.NewBrowser().Send(HttpMethod.Get, "/hubs/live", null, ("Origin", "http://evil.example"))).Is(HttpStatusCode.Forbidden, "foreign_origin");
}
