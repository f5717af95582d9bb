using System.Net;
using System.Text.Json;
using ContentPages.Web.Tests.Streams;

namespace ContentPages.Web.Tests.Chat;

public sealed class ChatHistoryTests(ContentPagesApp app)
{
    [Fact]
    public async Task History_is_read_page_by_page_backwards()
    {
        var (_, eve, id, chat) = await app.Room();
        for (var i = 1; i <= 5; i++) await app.Says(id, eve, $"Message {i}");
        var visitor = app.NewBrowser();

        var newest = (await visitor.Get($"{chat}?limit=2")).Is(HttpStatusCode.OK);
        Assert.Equal(["4", "5"], newest.Ids);
        string[] fields = ["seq", "id", "userId", "userName", "role", "text", "sentAt"];
        Assert.Equal(fields, newest.Items[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal((eve.Id, "Eve", "viewer", "Message 4"), (newest.Items[0].Text("userId"), newest.Items[0].Text("userName"), newest.Items[0].Text("role"), newest.Items[0].Text("text")));

        var older = (await visitor.Get($"{chat}?limit=2&before={newest["next"]}")).Is(HttpStatusCode.OK);
        Assert.Equal(["2", "3"], older.Ids);
        var oldest = (await visitor.Get($"{chat}?limit=2&before={older["next"]}")).Is(HttpStatusCode.OK);
        Assert.Equal(["1"], oldest.Ids);
        Assert.Equal(JsonValueKind.Null, oldest["next"].ValueKind);
    }

    [Fact]
    public async Task A_time_is_read_page_by_page_forwards()
    {
        var (_, eve, id, chat) = await app.Room();
        for (var i = 1; i <= 4; i++) await app.Says(id, eve, $"Message {i}");
        var sent = (await eve.Get(chat)).Items.Select(message => message.Text("sentAt")!).ToList();
        var (from, until) = (Uri.EscapeDataString(sent[0]), Uri.EscapeDataString(sent[3]));

        var first = (await eve.Get($"{chat}?from={from}&until={until}&limit=2")).Is(HttpStatusCode.OK);
        Assert.Equal(["1", "2"], first.Ids);
        Assert.Equal(["3"], (await eve.Get($"{chat}?from={from}&until={until}&limit=2&after={first["next"]}")).Is(HttpStatusCode.OK).Ids);
        Assert.Empty((await eve.Get($"{chat}?from=2020-01-01T00:00:00Z&until=2020-01-02T00:00:00Z&limit=200")).Is(HttpStatusCode.OK).Items);
    }

    [Fact]
    public async Task Who_may_not_see_a_stream_may_not_read_its_chat()
    {
        var (ann, eve) = (await app.SignedIn("Ann"), await app.SignedIn("Eve"));
        var secret = await ann.NewStream("private");
        await app.Says(secret, ann, "Among ourselves", "Ann");

        (await eve.Get($"/api/streams/{secret}/chat")).Is(HttpStatusCode.NotFound, "not_found");
        (await app.NewBrowser().Get($"/api/streams/{secret}/chat")).Is(HttpStatusCode.NotFound, "not_found");
        (await eve.Get("/api/streams/rubbish/chat")).Is(HttpStatusCode.NotFound, "not_found");
        Assert.Equal(["Among ourselves"], await ann.Texts($"/api/streams/{secret}/chat"));
    }

    [Theory]
    [InlineData("limit=0", "invalid_limit")]
    [InlineData("limit=101", "invalid_limit")]
    [InlineData("limit=201&from=2020-01-01T00:00:00Z&until=2020-01-02T00:00:00Z", "invalid_limit")]
    [InlineData("before=-1", "invalid_before")]
    [InlineData("before=1.5", "invalid_before")]
    [InlineData("before=99999999999999999999", "invalid_before")]
    [InlineData("after=x", "invalid_after")]
    [InlineData("from=yesterday&until=2020-01-01T00:00:00Z", "invalid_from")]
    [InlineData("from=2020-01-01T00:00:00Z", "invalid_until")]
    [InlineData("until=2020-01-01T00:00:00Z", "invalid_until")]
    public async Task A_page_that_cannot_be_asked_for_is_refused(string query, string code)
    {
        var (_, eve, _, chat) = await app.Room();
        (await eve.Get($"{chat}?{query}")).Is(HttpStatusCode.BadRequest, code);
    }
}
