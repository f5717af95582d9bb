using System.Net;
using System.Text.Json;
using ContentPages.Grains.Chat;
using ContentPages.Web.Tests.Live;
using ContentPages.Web.Tests.Streams;
using Microsoft.AspNetCore.SignalR.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ContentPages.Web.Tests.Chat;

public sealed class ChatHubTests(ContentPagesApp app)
{
    [Fact]
    public async Task Who_joins_a_stream_is_in_its_chat()
    {
        var browser = await app.SignedIn();
        var id = await browser.NewStream();
        await using var owner = await LiveClient.Connect(app, browser);
        await using var visitor = await LiveClient.Connect(app);

        var joined = await visitor.Join(id);

        Assert.Equal(["stream", "chat", "chatProblem"], Fields(joined));
        Assert.Equal(JsonValueKind.Null, joined.GetProperty("chatProblem").ValueKind);
        var chat = joined.GetProperty("chat");
        Assert.Equal(["streamId", "last", "messages", "removed", "restored", "gap", "room", "you"], Fields(chat));
        Assert.Equal((id, 0, false), (chat.Text("streamId"), chat.Number("last"), chat.GetProperty("gap").GetBoolean()));
        Assert.Equal("""{"slowModeSeconds":0,"hold":"off","ifFilterFails":"hold","closed":false,"pinned":null}""", chat.GetProperty("room").GetRawText());
        Assert.Equal("""{"role":"viewer","banned":false,"timedOutUntil":null,"held":null}""", chat.GetProperty("you").GetRawText());
        Assert.Equal("""{"role":"owner","banned":false,"timedOutUntil":null,"held":0}""", (await owner.JoinChat(id)).GetProperty("you").GetRawText());
    }

    [Fact]
    public async Task What_one_writes_everybody_sees()
    {
        var (ann, eve) = (await app.SignedIn("Ann"), await app.SignedIn("Eve"));
        var id = await ann.NewStream();
        await using var writer = await LiveClient.Connect(app, eve);
        await using var owner = await LiveClient.Connect(app, ann);
        await using var visitor = await LiveClient.Connect(app);
        foreach (var client in new[] { writer, owner, visitor }) await client.JoinChat(id);

        var answer = await writer.Write(id, "Hello");

        Assert.Equal(["seq", "id", "sentAt", "held", "refused"], Fields(answer));
        Assert.Equal((1, "1", false, JsonValueKind.Null), (answer.Number("seq"), answer.Text("id"), answer.GetProperty("held").GetBoolean(), answer.GetProperty("refused").ValueKind));
        foreach (var client in new[] { writer, owner, visitor })
        {
            var batch = await client.NextOfChat(batch => batch.GetProperty("messages").GetArrayLength() > 0);
            Assert.Equal(["streamId", "from", "to", "messages", "removed", "restored", "reactions", "room", "viewers"], Fields(batch));
            Assert.Equal((id, 1, 1), (batch.Text("streamId"), batch.Number("from"), batch.Number("to")));
            Assert.Equal(
                $$"""{"seq":1,"id":"1","userId":"{{eve.Id}}","userName":"Eve","role":"viewer","text":"Hello","sentAt":{{answer.GetProperty("sentAt").GetRawText()}}}""",
                batch.GetProperty("messages")[0].GetRawText());
        }

        Assert.Equal("owner", (await owner.Write(id, "Welcome")).Number("seq") is 2 ? (await visitor.NextMessage()).Text("role") : "");
    }

    [Fact]
    public async Task A_message_that_is_sent_again_is_not_written_again()
    {
        var browser = await app.SignedIn();
        var id = await browser.NewStream();
        await using var client = await LiveClient.Connect(app, browser);
        await client.JoinChat(id);

        var first = await client.Write(id, "Hello", "one");
        await using var elsewhere = await LiveClient.Connect(app, browser);
        Assert.Equal(["Hello"], (await elsewhere.JoinChat(id)).GetProperty("messages").EnumerateArray().Select(message => message.Text("text")));
        var again = await elsewhere.Write(id, "Hello", "one");

        Assert.Equal(first.GetRawText(), again.GetRawText());
        Assert.Equal(2, (await client.Write(id, "Another", "two")).Number("seq"));
    }

    [Fact]
    public async Task Who_comes_back_gets_what_was_missed()
    {
        var browser = await app.SignedIn();
        var id = await browser.NewStream();
        await using var client = await LiveClient.Connect(app, browser);
        await client.JoinChat(id);
        for (var i = 1; i <= 3; i++) await client.Write(id, $"Message {i}");

        var missed = await client.JoinChat(id, 1);

        Assert.Equal((3, false), (missed.Number("last"), missed.GetProperty("gap").GetBoolean()));
        Assert.Equal([2, 3], missed.GetProperty("messages").EnumerateArray().Select(message => message.Number("seq")));
        Assert.True((await client.JoinChat(id, 99)).GetProperty("gap").GetBoolean());
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData(null, "empty")]
    [InlineData(" \u202e ", "empty")]
    [InlineData("501", "too_long")]
    public async Task A_message_that_cannot_be_is_refused(string? text, string code)
    {
        var browser = await app.SignedIn();
        var id = await browser.NewStream();
        await using var client = await LiveClient.Connect(app, browser);
        await client.JoinChat(id);

        var answer = await client.Write(id, text is "501" ? new string('x', 501) : text);

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("seq").ValueKind);
        Assert.Equal(["code", "message", "retryAfter"], Fields(answer.GetProperty("refused")));
        Assert.Equal(code, Refusal(answer));
    }

    [Fact]
    public async Task Who_may_not_write_is_told_why()
    {
        var browser = await app.SignedIn();
        var id = await browser.NewStream();
        await using var client = await LiveClient.Connect(app, browser);
        await using var visitor = await LiveClient.Connect(app);

        Assert.Equal("not_joined", Refusal(await client.Write(id, "Hello")));
        Assert.Equal("not_joined", (await client.React(id, "🔥")).Text("code"));
        await client.JoinChat(id);
        await visitor.JoinChat(id);
        Assert.Equal("sign_in_required", Refusal(await visitor.Write(id, "Hello")));
        Assert.Equal("sign_in_required", (await visitor.React(id, "🔥")).Text("code"));
        Assert.Equal("invalid_client_id", Refusal(await client.Write(id, "Hello", clientId: null)));
        Assert.Equal("invalid_client_id", Refusal(await client.Write(id, "Hello", new string('x', 65))));
        Assert.Equal("invalid_reaction", (await client.React(id, "🤖")).Text("code"));
        Assert.Equal("invalid_reaction", (await client.React(id, null)).Text("code"));

        await client.Hub.InvokeAsync("LeaveStream", id);
        Assert.Equal("not_joined", Refusal(await client.Write(id, "Hello")));
    }

    [Fact]
    public async Task Who_writes_too_fast_is_told_when_to_go_on()
    {
        var browser = await app.SignedIn();
        var id = await browser.NewStream();
        await using var client = await LiveClient.Connect(app, browser);
        await client.JoinChat(id);

        var answers = await Task.WhenAll(Enumerable.Range(1, 15).Select(i => client.Write(id, $"Message {i}")));

        var refused = answers.First(answer => Refusal(answer) is not null).GetProperty("refused");
        Assert.Equal(("rate_limited", 1), (refused.Text("code"), refused.Number("retryAfter")));
        // Calls of one connection are answered one after another, so its messages are in the order that they were sent in.
        var written = answers.Where(answer => Refusal(answer) is null).Select(answer => answer.Number("seq")).ToList();
        Assert.Equal(Enumerable.Range(1, written.Count).Select(i => (long)i), written);
    }

    [Fact]
    public async Task Reactions_come_as_sums()
    {
        var browser = await app.SignedIn();
        var id = await browser.NewStream();
        await using var client = await LiveClient.Connect(app, browser);
        await using var visitor = await LiveClient.Connect(app);
        await client.JoinChat(id);
        await visitor.JoinChat(id);

        for (var i = 0; i < 3; i++) Assert.Equal(JsonValueKind.Null, (await client.React(id, "🔥")).ValueKind);

        var sum = 0L;
        await visitor.NextOfChat(batch =>
        {
            Assert.Equal(batch.Number("to") + 1, batch.Number("from"));
            if (batch.GetProperty("reactions").TryGetProperty("🔥", out var count)) sum += count.GetInt64();
            return sum == 3;
        });
    }

    [Fact]
    public async Task While_a_stream_is_private_others_hear_nothing_of_its_chat()
    {
        var browser = await app.SignedIn();
        var id = await browser.NewStream();
        await using var owner = await LiveClient.Connect(app, browser);
        await using var visitor = await LiveClient.Connect(app);
        await owner.JoinChat(id);
        await visitor.JoinChat(id);
        (await browser.Put($"/api/streams/{id}", Broadcasts.Request("private"))).Is(HttpStatusCode.OK);
        await visitor.NextOfStream(change => change.Text("status") == "deleted");

        await owner.Write(id, "Among ourselves");
        Assert.Equal("Among ourselves", (await owner.NextMessage()).Text("text"));
        Assert.Equal("not_found", Refusal(await visitor.Write(id, "Anybody there?")));

        (await browser.Put($"/api/streams/{id}", Broadcasts.Request())).Is(HttpStatusCode.OK);
        await visitor.NextOfStream(change => change.Text("visibility") == "public");
        await owner.Write(id, "Hello again");
        var batch = await visitor.NextOfChat(batch => batch.GetProperty("messages").GetArrayLength() > 0);
        // The number tells that something was missed, and joining again shows what can be seen now.
        Assert.Equal((2, "Hello again"), (batch.Number("from"), batch.GetProperty("messages")[0].Text("text")));
    }

    [Fact]
    public async Task After_leaving_nothing_more_of_a_chat_comes()
    {
        var browser = await app.SignedIn();
        var (left, kept) = (await browser.NewStream(), await browser.NewStream());
        await using var owner = await LiveClient.Connect(app, browser);
        await using var visitor = await LiveClient.Connect(app);
        foreach (var id in new[] { left, kept })
        {
            await owner.JoinChat(id);
            await visitor.JoinChat(id);
        }

        await visitor.Hub.InvokeAsync("LeaveStream", left);
        foreach (var id in new[] { left, kept }) await owner.Write(id, "Hello");

        var next = await visitor.NextOfChat(batch => batch.GetProperty("messages").GetArrayLength() > 0);
        Assert.Equal(kept, next.Text("streamId"));
    }

    [Fact]
    public async Task A_stream_is_joined_although_its_room_does_not_answer()
    {
        await using var broken = new ContentPagesApp
        {
            Settings = { ["Logging:LogLevel:ContentPages"] = "None" },
            Instead = services => services.RemoveAll<IChatLog>().AddSingleton<IChatLog, BrokenChatLog>(),
        };
        var browser = await broken.SignedIn();
        var id = await browser.NewStream();
        await using var client = await LiveClient.Connect(broken, browser);

        var joined = await client.Join(id);

        Assert.Equal(JsonValueKind.Null, joined.GetProperty("chat").ValueKind);
        Assert.Equal("unavailable", joined.GetProperty("chatProblem").Text("code"));
        Assert.Equal("offline", joined.GetProperty("stream").Text("status"));
        Assert.Equal("unavailable", Refusal(await client.Write(id, "Hello")));
    }

    private static IEnumerable<string> Fields(JsonElement value) => value.EnumerateObject().Select(field => field.Name);

    private static string? Refusal(JsonElement answer) =>
        answer.GetProperty("refused") is { ValueKind: JsonValueKind.Object } refused ? refused.Text("code") : null;
}
