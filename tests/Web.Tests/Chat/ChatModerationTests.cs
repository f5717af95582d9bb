using System.Net;
using System.Text.Json;
using ContentPages.Grains.Chat;
using ContentPages.Web.Tests.Streams;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace ContentPages.Web.Tests.Chat;

public sealed class ChatModerationTests(ContentPagesApp app)
{
    [Fact]
    public async Task The_owner_sees_how_the_room_is_set_and_who_is_in_it()
    {
        var (ann, eve, id, chat) = await app.Room();
        var bob = await app.SignedIn("Bob");
        var pinned = await app.Says(id, eve, "Keep this");
        await ann.Set(id, Rooms.Settings(slowModeSeconds: 5, blockedTerms: ["spoiler"], hold: "links"));
        (await ann.Put($"{chat}/pinned", new { messageId = pinned })).Done();
        (await ann.Post($"{chat}/bans/{bob.Id}")).Done();
        (await ann.Post($"{chat}/timeouts", new { userId = eve.Id, seconds = 60 })).Done();

        var room = (await ann.Get($"{chat}/moderation")).Is(HttpStatusCode.OK);

        string[] fields = ["you", "settings", "pinned", "moderators", "bans", "timeouts", "held"];
        Assert.Equal(fields, room.Body.EnumerateObject().Select(field => field.Name));
        Assert.Equal("owner", room.Text("you"));
        Assert.Equal("""{"slowModeSeconds":5,"blockedTerms":["spoiler"],"hold":"links","ifFilterFails":"hold","closed":false}""", room["settings"].GetRawText());
        Assert.Equal((pinned, "Keep this"), (room["pinned"].Text("id"), room["pinned"].Text("text")));
        Assert.Equal($$"""{"userId":"{{bob.Id}}","name":"Bob"}""", room["bans"][0].GetProperty("user").GetRawText());
        Assert.Equal(["user", "until"], room["timeouts"][0].EnumerateObject().Select(field => field.Name));
        Assert.Equal((0, 0), (room["moderators"].GetArrayLength(), room["held"].GetArrayLength()));
    }

    [Fact]
    public async Task A_removed_message_is_out_of_the_history_until_that_is_undone()
    {
        var (ann, eve, id, chat) = await app.Room();
        await app.Says(id, eve, "One");
        var two = await app.Says(id, eve, "Two");

        var act = (await ann.Delete($"{chat}/{two}?reason=Off%20topic")).Done();
        Assert.Equal(["One"], await eve.Texts(chat));
        (await ann.Delete($"{chat}/{two}")).Is(HttpStatusCode.NotFound, "message_not_found");
        (await ann.Post($"{chat}/audit/{act}/undo")).Done();
        Assert.Equal(["One", "Two"], await eve.Texts(chat));
        (await ann.Post($"{chat}/audit/{act}/undo")).DidNothing();
        (await ann.Delete(chat)).Done();
        Assert.Empty(await eve.Texts(chat));
    }

    [Theory]
    [InlineData("rubbish")]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("99999999999999999999")]
    [InlineData("12345")]
    public async Task A_message_that_is_not_there_is_not_found(string messageId)
    {
        var (ann, _, _, chat) = await app.Room();
        (await ann.Delete($"{chat}/{messageId}")).Is(HttpStatusCode.NotFound, "message_not_found");
        (await ann.Put($"{chat}/pinned", new { messageId })).Is(HttpStatusCode.NotFound, "message_not_found");
    }

    [Fact]
    public async Task A_held_message_is_let_through_or_dropped()
    {
        var (ann, eve, id, chat) = await app.Room();
        await ann.Set(id, Rooms.Settings(hold: "all"));
        await app.Says(id, eve, "Fine");
        await app.Says(id, eve, "Not fine");
        Assert.Empty(await eve.Texts(chat));

        var held = (await ann.Get($"{chat}/moderation")).Is(HttpStatusCode.OK)["held"].EnumerateArray().ToList();
        Assert.Equal(["id", "author", "text", "at", "why"], held[0].EnumerateObject().Select(field => field.Name));
        Assert.Equal([("Fine", "all"), ("Not fine", "all")], held.Select(one => (one.Text("text"), one.Text("why"))));
        (await ann.Post($"{chat}/held/{held[0].Text("id")}/approve")).Done();
        (await ann.Post($"{chat}/held/{held[1].Text("id")}/reject")).Done();

        Assert.Equal(["Fine"], await eve.Texts(chat));
        (await ann.Post($"{chat}/held/{held[0].Text("id")}/approve")).Is(HttpStatusCode.NotFound, "held_not_found");
        (await ann.Post($"{chat}/held/rubbish/reject")).Is(HttpStatusCode.NotFound, "held_not_found");
    }

    [Fact]
    public async Task A_review_is_undone_and_the_message_waits_again()
    {
        var (ann, eve, id, chat) = await app.Room();
        await ann.Set(id, Rooms.Settings(hold: "all"));
        await app.Says(id, eve, "Fine");
        await app.Says(id, eve, "Not fine");
        var held = await Held();
        var approved = (await ann.Post($"{chat}/held/{held[0].Text("id")}/approve")).Done();
        var rejected = (await ann.Post($"{chat}/held/{held[1].Text("id")}/reject")).Done();
        var reviews = (await ann.Get($"{chat}/audit?limit=2")).Is(HttpStatusCode.OK).Items;
        Assert.Equal([("rejectedHeld", true, null), ("approvedHeld", true, "1")], reviews.Select(e => (e.Text("kind"), e.GetProperty("undoable").GetBoolean(), e.Text("messageId"))));

        (await ann.Post($"{chat}/audit/{approved}/undo")).Done();
        (await ann.Post($"{chat}/audit/{rejected}/undo")).Done();
        (await ann.Post($"{chat}/audit/{rejected}/undo")).DidNothing();

        Assert.Empty(await eve.Texts(chat));
        var again = await Held();
        Assert.Equal(held.Select(one => (one.Text("text"), one.Text("at"), one.Text("why"))), again.Select(one => (one.Text("text"), one.Text("at"), one.Text("why"))));
        Assert.Empty(held.Select(one => one.Text("id")).Intersect(again.Select(one => one.Text("id"))));
        var audit = (await ann.Get($"{chat}/audit?limit=4")).Is(HttpStatusCode.OK).Items;
        Assert.Equal([("undid", "RejectedHeld"), ("undid", "ApprovedHeld")], audit.Take(2).Select(e => (e.Text("kind"), e.Text("text"))));
        Assert.All(audit, e => Assert.False(e.GetProperty("undoable").GetBoolean()));

        (await ann.Post($"{chat}/held/{again[0].Text("id")}/approve")).Done();
        Assert.Equal(["Fine"], await eve.Texts(chat));

        async Task<List<JsonElement>> Held() => [.. (await ann.Get($"{chat}/moderation")).Is(HttpStatusCode.OK)["held"].EnumerateArray()];
    }

    [Fact]
    public async Task A_review_is_not_undone_when_nobody_could_review_it_again()
    {
        var (ann, eve, id, chat) = await app.Room();
        await ann.Set(id, Rooms.Settings(hold: "all"));
        await app.Says(id, eve, "One");
        var one = (await ann.Get($"{chat}/moderation")).Is(HttpStatusCode.OK)["held"][0].Text("id");
        var rejected = (await ann.Post($"{chat}/held/{one}/reject")).Done();
        foreach (var text in new[] { "Two", "Three", "Four" }) await app.Says(id, eve, text);

        (await ann.Post($"{chat}/audit/{rejected}/undo")).Is(HttpStatusCode.Conflict, "review_full");
        (await ann.Post($"{chat}/bans/{eve.Id}", new { })).Done();
        (await ann.Post($"{chat}/audit/{rejected}/undo")).Is(HttpStatusCode.Conflict, "author_banned");
        (await ann.Delete($"{chat}/bans/{eve.Id}")).Done();
        (await ann.Post($"{chat}/audit/{rejected}/undo")).Done();
    }

    [Fact]
    public async Task Bans_and_time_outs_are_for_accounts_that_are_there_and_are_lifted()
    {
        var (ann, eve, _, chat) = await app.Room();
        var nobody = "019b0000-0000-7000-8000-000000000001";

        (await ann.Post($"{chat}/bans/{nobody}", new { })).Is(HttpStatusCode.NotFound, "user_not_found");
        (await ann.Post($"{chat}/timeouts", new { userId = nobody, seconds = 60 })).Is(HttpStatusCode.NotFound, "user_not_found");
        (await ann.Post($"{chat}/bans/{ann.Id}")).Is(HttpStatusCode.Forbidden, "protected_user");
        (await ann.Delete($"{chat}/bans/{eve.Id}")).DidNothing();
        (await ann.Post($"{chat}/bans/{eve.Id}", new { reason = "Rude", removeMessages = true })).Done();
        (await ann.Delete($"{chat}/bans/{eve.Id}")).Done();
        (await ann.Post($"{chat}/timeouts", new { userId = eve.Id, seconds = 60 })).Done();
        (await ann.Delete($"{chat}/timeouts/{eve.Id}")).Done();

        var room = (await ann.Get($"{chat}/moderation")).Is(HttpStatusCode.OK);
        Assert.Equal((0, 0), (room["bans"].GetArrayLength(), room["timeouts"].GetArrayLength()));
    }

    [Fact]
    public async Task Moderators_are_the_owner_s_to_make()
    {
        var (ann, eve, id, chat) = await app.Room();
        var bob = await app.SignedIn("Bob");
        var message = await app.Says(id, bob, "Hello", "Bob");

        (await eve.Delete($"{chat}/{message}")).Is(HttpStatusCode.Forbidden, "not_a_moderator");
        (await ann.Post($"{chat}/moderators/{eve.Id}")).Done();
        (await ann.Post($"{chat}/moderators/{eve.Id}")).DidNothing();
        (await ann.Post($"{chat}/moderators/rubbish")).Is(HttpStatusCode.NotFound, "user_not_found");
        (await eve.Delete($"{chat}/{message}")).Done();
        (await eve.Post($"{chat}/moderators/{bob.Id}")).Is(HttpStatusCode.Forbidden, "owners_alone");
        (await eve.Post($"{chat}/bans/{ann.Id}")).Is(HttpStatusCode.Forbidden, "protected_user");
        Assert.Equal($$"""[{"userId":"{{eve.Id}}","name":"Eve"}]""", (await eve.Get($"{chat}/moderation")).Is(HttpStatusCode.OK)["moderators"].GetRawText());
        (await ann.Delete($"{chat}/moderators/{eve.Id}")).Done();
        (await eve.Get($"{chat}/moderation")).Is(HttpStatusCode.Forbidden, "not_a_moderator");
        (await eve.Get($"{chat}/audit")).Is(HttpStatusCode.Forbidden, "not_a_moderator");
    }

    [Fact]
    public async Task The_audit_says_who_did_what_to_whom()
    {
        var (ann, eve, id, chat) = await app.Room();
        var message = await app.Says(id, eve, "Buy this");
        var deleted = (await ann.Delete($"{chat}/{message}?reason=Spam")).Done();
        var banned = (await ann.Post($"{chat}/bans/{eve.Id}")).Done();
        var undone = (await ann.Post($"{chat}/audit/{banned}/undo")).Done();

        var newest = (await ann.Get($"{chat}/audit?limit=2")).Is(HttpStatusCode.OK);
        Assert.Equal([undone, banned], newest.Ids);
        Assert.Equal(("undid", banned, false), (newest.Items[0].Text("kind"), newest.Items[0].Text("undoes"), newest.Items[0].GetProperty("undoable").GetBoolean()));
        Assert.Equal(("bannedUser", undone, false), (newest.Items[1].Text("kind"), newest.Items[1].Text("undoneBy"), newest.Items[1].GetProperty("undoable").GetBoolean()));

        var oldest = (await ann.Get($"{chat}/audit?limit=2&before={newest.Text("next")}")).Is(HttpStatusCode.OK);
        Assert.Equal(JsonValueKind.Null, oldest["next"].ValueKind);
        var entry = Assert.Single(oldest.Items);
        string[] fields = ["id", "at", "actor", "kind", "user", "messageId", "text", "reason", "until", "undoes", "undoneBy", "undoable"];
        Assert.Equal(fields, entry.EnumerateObject().Select(field => field.Name));
        Assert.Equal((deleted, "deletedMessage", message, "Buy this", "Spam"), (entry.Text("id"), entry.Text("kind"), entry.Text("messageId"), entry.Text("text"), entry.Text("reason")));
        Assert.Equal(("Ann", "Eve", true), (entry.GetProperty("actor").Text("name"), entry.GetProperty("user").Text("name"), entry.GetProperty("undoable").GetBoolean()));
        (await ann.Get($"{chat}/audit?before=rubbish")).Is(HttpStatusCode.BadRequest, "invalid_before");
        (await ann.Post($"{chat}/audit/{undone}/undo")).Is(HttpStatusCode.Conflict, "not_undoable");
        (await ann.Post($"{chat}/audit/rubbish/undo")).Is(HttpStatusCode.NotFound, "audit_not_found");
    }

    [Theory]
    [InlineData("slowModeSeconds", """{"slowModeSeconds":121,"blockedTerms":[],"hold":"off","ifFilterFails":"hold","closed":false}""")]
    [InlineData("slowModeSeconds", """{"slowModeSeconds":-1,"blockedTerms":[],"hold":"off","ifFilterFails":"hold","closed":false}""")]
    [InlineData("blockedTerms", """{"slowModeSeconds":0,"blockedTerms":[null],"hold":"off","ifFilterFails":"hold","closed":false}""")]
    [InlineData("blockedTerms", """{"slowModeSeconds":0,"blockedTerms":[" "],"hold":"off","ifFilterFails":"hold","closed":false}""")]
    [InlineData("hold", """{"slowModeSeconds":0,"blockedTerms":[],"hold":"all,links","ifFilterFails":"hold","closed":false}""")]
    [InlineData("ifFilterFails", """{"slowModeSeconds":0,"blockedTerms":[],"hold":"off","ifFilterFails":"letThrough,refuse","closed":false}""")]
    public async Task A_bad_setting_is_named(string field, string body)
    {
        var (ann, _, _, chat) = await app.Room();
        var request = new HttpRequestMessage(HttpMethod.Put, $"{chat}/settings") { Content = new StringContent(body, null, "application/json") };

        var refused = (await ann.Send(request)).Is(HttpStatusCode.BadRequest, "validation_failed");

        Assert.Equal([field], refused["errors"].EnumerateObject().Select(error => error.Name));
    }

    [Fact]
    public async Task Lengths_have_limits()
    {
        var (ann, eve, id, chat) = await app.Room();
        var message = await app.Says(id, eve, "Hello");
        (await ann.Post($"{chat}/timeouts", new { userId = eve.Id, seconds = 0 })).Is(HttpStatusCode.BadRequest, "validation_failed");
        (await ann.Post($"{chat}/timeouts", new { userId = eve.Id, seconds = 1_209_601 })).Is(HttpStatusCode.BadRequest, "validation_failed");
        (await ann.Delete($"{chat}/{message}?reason={new string('x', 201)}")).Is(HttpStatusCode.BadRequest, "validation_failed");
        (await ann.Post($"{chat}/bans/{eve.Id}", new { reason = "\u0007" })).Is(HttpStatusCode.BadRequest, "validation_failed");
        (await ann.Put($"{chat}/settings", Rooms.Settings(blockedTerms: [.. Enumerable.Repeat("x", 201)]))).Is(HttpStatusCode.BadRequest, "validation_failed");
        (await ann.Put($"{chat}/settings", Rooms.Settings(blockedTerms: [new string('x', 51)]))).Is(HttpStatusCode.BadRequest, "validation_failed");
        (await ann.Put($"{chat}/settings", new { slowModeSeconds = 0 })).Is(HttpStatusCode.BadRequest, "invalid_body");
        (await ann.Delete($"{chat}/{message}?reason={new string('x', 200)}")).Done();
    }

    [Fact]
    public async Task Acts_need_somebody_who_is_signed_in_and_may_see_the_stream()
    {
        var (ann, eve) = (await app.SignedIn("Ann"), await app.SignedIn("Eve"));
        var secret = $"/api/streams/{await ann.NewStream("private")}/chat";

        (await app.NewBrowser().Delete(secret)).Is(HttpStatusCode.Unauthorized, "sign_in_required");
        (await app.NewBrowser().Get($"{secret}/moderation")).Is(HttpStatusCode.Unauthorized, "sign_in_required");
        (await eve.Delete(secret)).Is(HttpStatusCode.NotFound, "not_found");
        (await eve.Get($"{secret}/audit")).Is(HttpStatusCode.NotFound, "not_found");
        (await eve.Delete("/api/streams/019b0000-0000-7000-8000-000000000001/chat")).Is(HttpStatusCode.NotFound, "not_found");
        (await eve.Delete("/api/streams/rubbish/chat")).Is(HttpStatusCode.NotFound, "not_found");
    }

    [Fact]
    public async Task When_to_try_again_is_in_the_header_too()
    {
        await using var broken = new ContentPagesApp
        {
            Settings = { ["Logging:LogLevel:ContentPages"] = "None" },
            Instead = services => services.RemoveAll<IChatLog>().AddSingleton<IChatLog, BrokenChatLog>(),
        };
        var (ann, _, _, chat) = await broken.Room();

        var refused = (await ann.Delete(chat)).Is(HttpStatusCode.ServiceUnavailable, "unavailable");

        Assert.Equal((1, TimeSpan.FromSeconds(1)), (refused["retryAfter"].GetInt32(), refused.Raw.Headers.RetryAfter?.Delta));
    }

    [Fact]
    public async Task Who_does_too_much_has_to_wait()
    {
        await using var limited = new ContentPagesApp { Settings = { ["RateLimits:Moderation:PerUser"] = "2" } };
        var (ann, eve, _, chat) = await limited.Room();
        for (var i = 0; i < 2; i++) (await ann.Delete($"{chat}/pinned")).DidNothing();

        (await ann.Delete($"{chat}/pinned")).Is(HttpStatusCode.TooManyRequests, "rate_limited");
        (await eve.Delete($"{chat}/pinned")).Is(HttpStatusCode.Forbidden, "not_a_moderator");
        (await ann.Get($"{chat}/moderation")).Is(HttpStatusCode.OK);
    }
}
