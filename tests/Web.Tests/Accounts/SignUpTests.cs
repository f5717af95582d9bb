using System.Net;

namespace ContentPages.Web.Tests.Accounts;

public sealed class SignUpTests(ContentPagesApp app)
{
    [Fact]
    public async Task A_new_account_is_viewer_and_artist()
    {
        var browser = await app.SignedIn("  Ann Sømebody ");

        var me = (await browser.Get("/api/account/me")).Is(HttpStatusCode.OK);

        Assert.Equal(browser.Email, me.Text("email"));
        Assert.Equal("Ann Sømebody", me.Text("displayName"));
        Assert.Equal(["artist", "viewer"], me["roles"].EnumerateArray().Select(role => role.GetString()));
        Assert.True(EntityId.IsValid(me.Text("id")));
    }

    [Fact]
    public async Task A_taken_address_is_refused_whatever_its_case()
    {
        var browser = app.NewBrowser();
        await browser.SignUp();

        var again = await browser.Post(
            "/api/account/register", new { email = browser.Email.ToUpperInvariant(), password = Browser.Password, displayName = "Eve" });

        again.Is(HttpStatusCode.Conflict, "email_taken");
    }

    [Fact]
    public async Task Two_sign_ups_with_one_address_at_once_make_one_account()
    {
        var browser = app.NewBrowser();
        var body = new { email = browser.Email, password = Browser.Password, displayName = "Ann" };

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => browser.Post("/api/account/register", body)));

        Assert.Equal(1, answers.Count(answer => answer.Status == HttpStatusCode.OK));
        Assert.Equal(3, answers.Count(answer => answer.Status == HttpStatusCode.Conflict));
    }

    [Theory]
    [InlineData("email", "no address", "long enough", "Ann")]
    [InlineData("email", "a b@example.com", "long enough", "Ann")]
    [InlineData("password", "a@example.com", "short", "Ann")]
    [InlineData("displayName", "a@example.com", "long enough", "   ")]
    [InlineData("displayName", "a@example.com", "long enough", "A\u0007nn")]
    public async Task A_bad_value_is_named(string field, string email, string password, string displayName)
    {
        var answer = await app.NewBrowser().Post("/api/account/register", new { email, password, displayName });

        answer.Is(HttpStatusCode.BadRequest, "validation_failed");
        Assert.Equal([field], answer["errors"].EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task A_password_that_would_take_long_to_hash_is_refused()
    {
        var answer = await app.NewBrowser().Post(
            "/api/account/register", new { email = "a@example.com", password = new string('x', 129), displayName = "Ann" });

        answer.Is(HttpStatusCode.BadRequest, "validation_failed");
    }
}
