using System.Net;

namespace ContentPages.Web.Tests.Accounts;

public sealed class SignInTests(ContentPagesApp app)
{
    [Fact]
    public async Task The_cookie_is_out_of_reach_of_scripts_and_other_sites()
    {
        var browser = app.NewBrowser();
        await browser.SignUp();

        var answer = await browser.Post("/api/account/login?useCookies=true", new { email = browser.Email, password = Browser.Password });

        var cookie = Assert.Single(answer.Is(HttpStatusCode.OK).Raw.Headers.GetValues("Set-Cookie"));
        Assert.StartsWith("contentpages=", cookie, StringComparison.Ordinal);
        Assert.Contains("httponly", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("samesite=lax", cookie, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("secure", cookie, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Over_https_the_cookie_is_secure()
    {
        var browser = app.NewBrowser();
        await browser.SignUp();

        var answer = await browser.Post("https://localhost/api/account/login?useCookies=true", new { email = browser.Email, password = Browser.Password });

        Assert.Contains("secure", Assert.Single(answer.Raw.Headers.GetValues("Set-Cookie")), StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_answer()
    {
        var browser = app.NewBrowser();
        await browser.SignUp();

        var wrong = await browser.Post("/api/account/login", new { email = browser.Email, password = "not this one" });
        var unknown = await browser.Post("/api/account/login", new { email = "x" + browser.Email, password = "not this one" });

        wrong.Is(HttpStatusCode.Unauthorized, "invalid_credentials");
        Assert.Equal(wrong.Content, unknown.Is(HttpStatusCode.Unauthorized).Content);
    }

    [Fact]
    public async Task After_too_many_wrong_passwords_the_right_one_is_refused_with_the_same_answer()
    {
        var browser = app.NewBrowser();
        await browser.SignUp();
        var wrong = await browser.Post("/api/account/login", new { email = browser.Email, password = "not this one" });
        for (var i = 0; i < 9; i++) await browser.Post("/api/account/login", new { email = browser.Email, password = "not this one" });

        var right = await browser.Post("/api/account/login", new { email = browser.Email, password = Browser.Password });

        Assert.Equal(wrong.Content, right.Is(HttpStatusCode.Unauthorized).Content);
    }

    [Fact]
    public async Task A_program_signs_in_with_tokens_and_renews_them()
    {
        var browser = app.NewBrowser();
        await browser.SignUp();
        var login = (await browser.Post("/api/account/login", new { email = browser.Email, password = Browser.Password })).Is(HttpStatusCode.OK);
        Assert.Equal("Bearer", login.Text("tokenType"));

        (await browser.Get("/api/account/me")).Is(HttpStatusCode.Unauthorized, "sign_in_required");
        (await Me(browser, login.Text("accessToken")!)).Is(HttpStatusCode.OK);
        var renewed = (await browser.Post("/api/account/refresh", new { refreshToken = login.Text("refreshToken") })).Is(HttpStatusCode.OK);
        (await Me(browser, renewed.Text("accessToken")!)).Is(HttpStatusCode.OK);
    }

    [Theory]
    [InlineData("")]
    [InlineData("rubbish")]
    public async Task A_refresh_token_that_we_did_not_make_is_refused(string refreshToken) =>
        (await app.NewBrowser().Post("/api/account/refresh", new { refreshToken })).Is(HttpStatusCode.Unauthorized, "invalid_refresh_token");

    [Fact]
    public async Task Signing_out_takes_the_cookie_back()
    {
        var browser = await app.SignedIn();

        (await browser.Post("/api/account/logout")).Is(HttpStatusCode.OK);

        (await browser.Get("/api/account/me")).Is(HttpStatusCode.Unauthorized, "sign_in_required");
    }

    internal static Task<Answer> Me(Browser browser, string token) =>
        browser.Send(HttpMethod.Get, "/api/account/me", null, ("Authorization", $"Bearer {token}"));
}
