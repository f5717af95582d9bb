using System.Net;

namespace ContentPages.Web.Tests.Streams;

public sealed class StreamRulesTests(ContentPagesApp app)
{
    [Theory]
    [InlineData("title", """{"title":"","visibility":"public"}""")]
    [InlineData("title", """{"title":" \t","visibility":"public"}""")]
    [InlineData("title", """{"title":"a\u0000b","visibility":"public"}""")]
    [InlineData("description", """{"title":"T","visibility":"public","description":"\u0007"}""")]
    [InlineData("visibility", """{"title":"T","visibility":"unlisted,public"}""")]
    [InlineData("scheduledFor", """{"title":"T","visibility":"public","scheduledFor":"2020-01-01T00:00:00Z"}""")]
    [InlineData("scheduledFor", """{"title":"T","visibility":"public","scheduledFor":"9999-12-31T23:59:59Z"}""")]
    public async Task A_bad_value_is_named(string field, string body)
    {
        var refused = (await (await app.SignedIn()).PostText("/api/streams", body)).Is(HttpStatusCode.BadRequest, "validation_failed");
        Assert.Equal([field], refused["errors"].EnumerateObject().Select(error => error.Name));
    }

    [Theory]
    [InlineData("""{"visibility":"public"}""")]
    [InlineData("""{"title":"T"}""")]
    [InlineData("""{"title":"T","visibility":"secret"}""")]
    [InlineData("""{"title":"T","visibility":2}""")]
    [InlineData("""{"title":"T","visibility":"public","latency":"ultra"}""")]
    [InlineData("""{"title":"T","visibility":"public","scheduledFor":"tomorrow"}""")]
    [InlineData("""{"title":"T","visibility":"public","record":"yes"}""")]
    [InlineData("""{"title":"T","visibility":"public","status":"live"}""")]
    [InlineData("""{"title":"T","visibility":"public","details":{}}""")]
    [InlineData("[]")]
    public async Task What_is_not_the_body_that_it_takes_is_refused(string body) =>
        (await (await app.SignedIn()).PostText("/api/streams", body)).Is(HttpStatusCode.BadRequest, "invalid_body");

    [Fact]
    public async Task Lengths_have_limits()
    {
        var browser = await app.SignedIn();
        var refused = (await browser.Post("/api/streams", new { title = new string('x', 201), description = new string('x', 5001), visibility = "public" }))
            .Is(HttpStatusCode.BadRequest, "validation_failed");

        Assert.Equal(["description", "title"], refused["errors"].EnumerateObject().Select(error => error.Name));
        (await browser.Post("/api/streams", new { title = new string('x', 200), description = new string('x', 5000), visibility = "public" })).Is(HttpStatusCode.OK);
        (await browser.Post("/api/streams", new { title = "T", description = new string('x', 70_000), visibility = "public" }))
            .Is(HttpStatusCode.RequestEntityTooLarge, "body_too_large");
    }

    [Fact]
    public async Task A_time_is_in_the_future_and_within_a_year()
    {
        var browser = await app.SignedIn();
        var now = Broadcasts.Now;
        foreach (var time in new[] { now.AddSeconds(-1), now.AddDays(367) })
            (await browser.Post("/api/streams", Broadcasts.Request(scheduledFor: time))).Is(HttpStatusCode.BadRequest, "validation_failed");
        foreach (var time in new[] { now.AddMinutes(5), now.AddDays(365) })
            (await browser.Post("/api/streams", Broadcasts.Request(scheduledFor: time))).Is(HttpStatusCode.OK);
    }

    [Fact]
    public void A_time_that_is_planned_already_may_stay_although_it_has_passed()
    {
        var planned = new DateTimeOffset(2026, 11, 22, 20, 0, 0, TimeSpan.Zero);
        var now = planned.AddHours(1);
        var request = new Web.Streams.StreamRequest("T", Visibility.Public, ScheduledFor: planned);

        Assert.False(Web.Streams.StreamRules.Check(request, planned, now).Any);
        Assert.True(Web.Streams.StreamRules.Check(request, null, now).Any);
        Assert.True(Web.Streams.StreamRules.Check(request with { ScheduledFor = planned.AddMinutes(1) }, planned, now).Any);
    }

    [Theory]
    [InlineData("?owner=you", "invalid_owner")]
    [InlineData("?status=offline", "invalid_status")]
    [InlineData("?status=Live", "invalid_status")]
    [InlineData("?owner=me&status=deleted", "invalid_status")]
    [InlineData("?limit=0", "invalid_limit")]
    [InlineData("?limit=101", "invalid_limit")]
    [InlineData("?cursor=", "invalid_cursor")]
    [InlineData("?cursor=rubbish", "invalid_cursor")]
    public async Task A_list_that_cannot_be_asked_for_is_refused(string query, string code) =>
        (await (await app.SignedIn()).Get($"/api/streams{query}")).Is(HttpStatusCode.BadRequest, code);

    [Fact]
    public async Task One_s_own_need_somebody_who_is_signed_in()
    {
        (await app.NewBrowser().Get("/api/streams?owner=me")).Is(HttpStatusCode.Unauthorized, "sign_in_required");
        (await app.NewBrowser().Post("/api/streams", Broadcasts.Request())).Is(HttpStatusCode.Unauthorized, "sign_in_required");
    }

    [Theory]
    [InlineData("image/gif", 5)]
    [InlineData("image/JPEG", 5)]
    [InlineData("image/png", 0)]
    [InlineData("image/png", 8 * 1024 * 1024 + 1)]
    public async Task A_cover_is_a_picture_of_some_size(string contentType, long size)
    {
        var browser = await app.SignedIn();
        var id = await browser.NewStream();
        (await browser.Post($"/api/streams/{id}/thumbnail/presigned", new { contentType, size })).Is(HttpStatusCode.BadRequest, "validation_failed");
    }

    [Fact]
    public async Task An_id_that_cannot_be_is_not_found()
    {
        var browser = await app.SignedIn();
        foreach (var id in new[] { "rubbish", "..%2F..", "019B0000-0000-7000-8000-000000000001", "019b0000-0000-7000-8000-000000000001" })
        {
            (await browser.Get($"/api/streams/{id}")).Is(HttpStatusCode.NotFound, "not_found");
            (await browser.Post($"/api/streams/{id}/start")).Is(HttpStatusCode.NotFound, "not_found");
        }
    }
}
