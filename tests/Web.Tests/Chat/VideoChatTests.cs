using System.Net;
using System.Text.Json;
using ContentPages.Web.Tests.Streams;
using ContentPages.Web.Tests.Videos;

namespace ContentPages.Web.Tests.Chat;

public sealed class VideoChatTests(ContentPagesApp app)
{
    [Fact]
    public async Task The_chat_of_a_session_is_beside_its_recording()
    {
        var (ann, eve) = (await app.SignedIn("Ann"), await app.SignedIn("Eve"));
        var id = await ann.NewStream();
        await app.Says(id, eve, "Too early");
        await app.GoLive(ann, id);
        for (var i = 1; i <= 3; i++) await app.Says(id, eve, $"Message {i}");
        var video = await app.Record(ann, id);
        var chat = $"/api/videos/{video}/chat";

        var first = (await app.NewBrowser().Get($"{chat}?limit=2")).Is(HttpStatusCode.OK);

        string[] fields = ["seq", "id", "userId", "userName", "role", "text", "sentAt", "at"];
        Assert.Equal(fields, first.Items[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal(["Message 1", "Message 2"], first.Items.Select(message => message.Text("text")));
        var liveAt = (await ann.Get($"/api/streams/{id}")).Body.GetProperty("liveAt").GetDateTimeOffset();
        Assert.All(first.Items, message => Assert.Equal(
            (message.GetProperty("sentAt").GetDateTimeOffset() - liveAt).TotalSeconds, message.GetProperty("at").GetDouble(), 0.001));
        var second = (await eve.Get($"{chat}?limit=2&after={first["next"]}")).Is(HttpStatusCode.OK);
        Assert.Equal("Message 3", Assert.Single(second.Items).Text("text"));
        Assert.Equal(JsonValueKind.Null, second["next"].ValueKind);
        Assert.Empty((await eve.Get($"{chat}?from=60&until=61")).Is(HttpStatusCode.OK).Items);
        Assert.Empty((await eve.Get($"{chat}?from=20&until=10")).Is(HttpStatusCode.OK).Items);
    }

    [Fact]
    public async Task It_is_seen_by_who_sees_the_video_as_long_as_the_stream_is_there()
    {
        var (ann, eve) = (await app.SignedIn("Ann"), await app.SignedIn("Eve"));
        var id = await app.Live(ann);
        await app.Says(id, eve, "Hello");
        var video = await app.Record(ann, id);
        var chat = $"/api/videos/{video}/chat";

        (await ann.Put($"/api/streams/{id}", Broadcasts.Request("private"))).Is(HttpStatusCode.OK);
        Assert.Single((await eve.Get(chat)).Is(HttpStatusCode.OK).Items);
        (await ann.Put($"/api/videos/{video}", new { title = "Hidden", visibility = "private" })).Is(HttpStatusCode.OK);
        (await eve.Get(chat)).Is(HttpStatusCode.NotFound, "not_found");
        Assert.Single((await ann.Get(chat)).Is(HttpStatusCode.OK).Items);
        (await ann.Delete($"/api/streams/{id}")).Is(HttpStatusCode.NoContent);
        Assert.Empty((await ann.Get(chat)).Is(HttpStatusCode.OK).Items);
    }

    [Fact]
    public async Task A_film_has_no_chat()
    {
        var browser = await app.SignedIn();
        var video = await app.Ready(browser);
        Assert.Empty((await browser.Get($"/api/videos/{video}/chat")).Is(HttpStatusCode.OK).Items);
    }

    [Theory]
    [InlineData("from=-1", "invalid_from")]
    [InlineData("from=NaN", "invalid_from")]
    [InlineData("from=1e5", "invalid_from")]
    [InlineData("until=x", "invalid_until")]
    [InlineData("after=x", "invalid_after")]
    [InlineData("limit=201", "invalid_limit")]
    public async Task A_page_that_cannot_be_asked_for_is_refused(string query, string code) =>
        (await app.NewBrowser().Get($"/api/videos/019b0000-0000-7000-8000-000000000001/chat?{query}")).Is(HttpStatusCode.BadRequest, code);
}
