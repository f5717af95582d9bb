using System.Net;
using ContentPages.Web.Tests.Streams;
using ContentPages.Web.Tests.Videos;

namespace ContentPages.Web.Tests.Http;

public sealed class RateLimitTests
{
    [Fact]
    public async Task One_address_signs_in_so_often_and_then_waits()
    {
        await using var app = Limited("SignIn:PerAddress", 3);
        var (browser, other) = (app.NewBrowser(), app.NewBrowser());
        for (var i = 0; i < 3; i++) (await SignIn(browser)).Is(HttpStatusCode.Unauthorized);

        var refused = (await SignIn(browser)).Is(HttpStatusCode.TooManyRequests, "rate_limited");

        Assert.InRange(refused.Raw.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        (await SignIn(other)).Is(HttpStatusCode.Unauthorized);
        (await browser.Get("/api/videos")).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task One_address_signs_up_so_often()
    {
        await using var app = Limited("SignUp:PerAddress", 1);
        var browser = app.NewBrowser();
        await browser.SignUp();

        (await browser.Post("/api/account/register", new { email = "b@example.com", password = Browser.Password, displayName = "B" }))
            .Is(HttpStatusCode.TooManyRequests, "rate_limited");
    }

    [Fact]
    public async Task One_account_gets_so_many_tickets_wherever_it_comes_from()
    {
        await using var app = Limited("UploadTicket:PerUser", 2);
        var browser = await app.SignedIn();
        for (var i = 0; i < 2; i++) await browser.Ticket();

        browser.Http.DefaultRequestHeaders.Remove(ContentPagesApp.AddressHeader);
        browser.Http.DefaultRequestHeaders.Add(ContentPagesApp.AddressHeader, "2001:db8::1");

        (await browser.Post("/api/videos/upload/presigned", Films.Request())).Is(HttpStatusCode.TooManyRequests, "rate_limited");
    }

    [Theory]
    [InlineData("NewStream", "/api/streams")]
    [InlineData("StreamStart", "/api/streams/{id}/start")]
    [InlineData("StreamKey", "/api/streams/{id}/ingest/rotate")]
    public async Task One_account_makes_and_starts_so_many_streams(string limit, string path)
    {
        await using var app = Limited($"{limit}:PerUser", 2);
        var browser = await app.SignedIn();
        path = path.Replace("{id}", await browser.NewStream(), StringComparison.Ordinal);
        var before = limit is "NewStream" ? 1 : 2;
        for (var i = 0; i < before; i++) (await browser.Post(path, limit is "NewStream" ? Broadcasts.Request() : null)).Is(HttpStatusCode.OK);

        (await browser.Post(path, limit is "NewStream" ? Broadcasts.Request() : null)).Is(HttpStatusCode.TooManyRequests, "rate_limited");
    }

    [Fact]
    public async Task Addresses_of_one_IPv6_network_count_together()
    {
        await using var app = Limited("SignIn:PerAddress", 1);
        var browser = app.NewBrowser();
        (await SignInFrom(browser, "2001:db8:1:2::1")).Is(HttpStatusCode.Unauthorized);

        (await SignInFrom(browser, "2001:db8:1:2:ffff::2")).Is(HttpStatusCode.TooManyRequests);
        (await SignInFrom(browser, "2001:db8:1:3::1")).Is(HttpStatusCode.Unauthorized);
    }

    private static Task<Answer> SignIn(Browser browser) => browser.Post("/api/account/login", new { email = "nobody@example.com", password = "whatever it is" });

    private static Task<Answer> SignInFrom(Browser browser, string address)
    {
        browser.Http.DefaultRequestHeaders.Remove(ContentPagesApp.AddressHeader);
        browser.Http.DefaultRequestHeaders.Add(ContentPagesApp.AddressHeader, address);
        return SignIn(browser);
    }

    private static ContentPagesApp Limited(string limit, int permits) => new() { Settings = { [$"RateLimits:{limit}"] = $"{permits}" } };
}
