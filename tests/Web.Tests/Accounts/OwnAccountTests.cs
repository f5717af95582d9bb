using System.Net;
using ContentPages.Web.Tests.Videos;

namespace ContentPages.Web.Tests.Accounts;

public sealed class OwnAccountTests(ContentPagesApp app)
{
    [Fact]
    public async Task A_new_display_name_is_on_what_is_made_after_it()
    {
        var browser = await app.SignedIn("Before");

        (await browser.Put("/api/account/me", new { displayName = "After" })).Is(HttpStatusCode.OK);

        Assert.Equal("After", (await browser.Get("/api/account/me")).Text("displayName"));
        var video = await browser.Get($"/api/videos/{await browser.Uploading()}");
        Assert.Equal("After", video["owner"].GetProperty("displayName").GetString());
    }

    [Fact]
    public async Task Changing_the_password_keeps_this_session_and_ends_all_others()
    {
        var browser = await app.SignedIn();
        var login = await browser.Post("/api/account/login", new { email = browser.Email, password = Browser.Password });
        var (token, refresh) = (login.Text("accessToken")!, login.Text("refreshToken")!);
        (await SignInTests.Me(app.NewBrowser(), token)).Is(HttpStatusCode.OK);

        (await browser.Post("/api/account/password", new { currentPassword = Browser.Password, newPassword = "another one entirely" }))
            .Is(HttpStatusCode.NoContent);

        (await browser.Get("/api/account/me")).Is(HttpStatusCode.OK);
        (await SignInTests.Me(app.NewBrowser(), token)).Is(HttpStatusCode.Unauthorized, "sign_in_required");
        (await app.NewBrowser().Post("/api/account/refresh", new { refreshToken = refresh })).Is(HttpStatusCode.Unauthorized, "invalid_refresh_token");
        (await browser.Post("/api/account/login", new { email = browser.Email, password = Browser.Password })).Is(HttpStatusCode.Unauthorized);
        await browser.SignIn("another one entirely");
    }

    [Fact]
    public async Task A_wrong_current_password_changes_nothing()
    {
        var browser = await app.SignedIn();

        var answer = await browser.Post("/api/account/password", new { currentPassword = "not this one", newPassword = "another one entirely" });

        answer.Is(HttpStatusCode.BadRequest, "validation_failed");
        Assert.True(answer["errors"].TryGetProperty("currentPassword", out _));
        await browser.SignIn();
    }

    [Theory]
    [InlineData("GET", "/api/account/me")]
    [InlineData("PUT", "/api/account/me")]
    [InlineData("POST", "/api/account/password")]
    [InlineData("POST", "/api/account/operator")]
    [InlineData("GET", "/api/videos?owner=me")]
    [InlineData("GET", "/api/tracks?owner=me")]
    [InlineData("POST", "/api/videos/upload/presigned")]
    [InlineData("POST", "/api/albums")]
    public async Task A_visitor_is_asked_to_sign_in(string method, string path) =>
        (await app.NewBrowser().Send(new HttpMethod(method), path, method == "GET" ? null : new { })).Is(HttpStatusCode.Unauthorized, "sign_in_required");
}
