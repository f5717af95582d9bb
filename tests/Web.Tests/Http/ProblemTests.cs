using System.Net;

namespace ContentPages.Web.Tests.Http;

public sealed class ProblemTests(ContentPagesApp app)
{
    [Theory]
    [InlineData("""{"title":"A","unknown":1}""", "invalid_body")]
    [InlineData("""{"title":5}""", "invalid_body")]
    [InlineData("""{"title":null}""", "invalid_body")]
    [InlineData("""{}""", "invalid_body")]
    [InlineData("""{"title":"A","title":"B"}""", "invalid_body")]
    [InlineData("""{"title":"A",""", "invalid_body")]
    [InlineData("""["A"]""", "invalid_body")]
    [InlineData("""null""", "invalid_request")]
    [InlineData("", "invalid_request")]
    public async Task A_body_of_the_wrong_shape_is_refused_and_names_no_types_of_ours(string body, string code)
    {
        var answer = await (await app.SignedIn()).PostText("/api/albums", body);

        answer.Is(HttpStatusCode.BadRequest, code);
        Assert.DoesNotContain("ContentPages", answer.Content, StringComparison.Ordinal);
        Assert.DoesNotContain("System.", answer.Content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Something_else_than_JSON_is_refused() =>
        (await (await app.SignedIn()).PostText("/api/albums", "title=A", "application/x-www-form-urlencoded"))
            .Is(HttpStatusCode.UnsupportedMediaType, "unsupported_media_type");

    [Fact]
    public async Task A_body_over_the_limit_is_refused() =>
        (await (await app.SignedIn()).PostText("/api/albums", $$"""{"title":"A","description":"{{new string('x', 70_000)}}"}"""))
            .Is(HttpStatusCode.RequestEntityTooLarge, "body_too_large");

    [Theory]
    [InlineData("GET", "/api/nothing", HttpStatusCode.NotFound, "not_found")]
    [InlineData("GET", "/media/nothing", HttpStatusCode.NotFound, "media_not_found")]
    [InlineData("DELETE", "/api/videos", HttpStatusCode.MethodNotAllowed, "method_not_allowed")]
    [InlineData("GET", "/api/videos?limit=0", HttpStatusCode.BadRequest, "invalid_limit")]
    [InlineData("GET", "/api/videos?limit=101", HttpStatusCode.BadRequest, "invalid_limit")]
    [InlineData("GET", "/api/videos?limit=many", HttpStatusCode.BadRequest, "invalid_limit")]
    [InlineData("GET", "/api/videos?cursor=rubbish", HttpStatusCode.BadRequest, "invalid_cursor")]
    [InlineData("GET", "/api/videos?cursor=", HttpStatusCode.BadRequest, "invalid_cursor")]
    [InlineData("GET", "/api/videos?status=1", HttpStatusCode.BadRequest, "invalid_status")]
    [InlineData("GET", "/api/videos?owner=somebody", HttpStatusCode.BadRequest, "invalid_owner")]
    [InlineData("GET", "/api/videos?trackId=1", HttpStatusCode.BadRequest, "unknown_track")]
    [InlineData("GET", "/api/albums?cursor=rubbish", HttpStatusCode.BadRequest, "invalid_cursor")]
    public async Task Every_error_is_a_problem_with_a_code(string method, string path, HttpStatusCode status, string code)
    {
        var answer = (await app.NewBrowser().Send(new HttpMethod(method), path)).Is(status, code);

        Assert.Equal((int)status, answer["status"].GetInt32());
        Assert.NotEmpty(answer.Text("title")!);
        Assert.NotEmpty(answer.Text("detail")!);
    }

    [Theory]
    [InlineData("not-an-id")]
    [InlineData("00000000-0000-0000-0000-000000000000")]
    [InlineData("0192F4C8-7B6A-7C3D-8E9F-0A1B2C3D4E5F")]
    [InlineData("0192f4c8-7b6a-7c3d-8e9f-0a1b2c3d4e5f")]
    [InlineData("..%2F..%2Fetc%2Fpasswd")]
    public async Task An_id_of_nothing_is_not_found(string id)
    {
        var browser = app.NewBrowser();

        foreach (var path in new[] { $"/api/videos/{id}", $"/api/videos/{id}/stream", $"/api/tracks/{id}", $"/api/albums/{id}", $"/api/albums/{id}/videos" })
            (await browser.Get(path)).Is(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task Every_answer_carries_the_security_headers()
    {
        var headers = (await app.NewBrowser().Get("/api/nothing")).Raw.Headers;

        Assert.Contains("frame-ancestors 'none'", Assert.Single(headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        Assert.Equal(["nosniff"], headers.GetValues("X-Content-Type-Options"));
        Assert.Equal(["same-origin"], headers.GetValues("Referrer-Policy"));
    }
}
