using System.Net;
using System.Text.Json;
using ContentPages.Web.Tests.Live;
using ContentPages.Web.Tests.Streams;

namespace ContentPages.Web.Tests.Chat;

/// <summary>What moderators do reaches who it is for, and nobody else.</summary>
public sealed class ChatModerationHubTests(ContentPagesApp app)
{
    [Fact]
    public async Task A_removal_and_its_undo_reach_every_viewer()
    {
        var (ann, eve, id, chat) = await app.Room();
        await using var visitor = await LiveClient.Connect(app);
        await visitor.JoinChat(id);
        var message = await app.Says(id, eve, "Hello");

        var act = (await ann.Delete($"{chat}/{message}")).Done();
        var removed = await visitor.NextOfChat(batch => batch.GetProperty("removed").GetArrayLength() > 0);
        Assert.Equal("""[{"seq":2,"message":1,"userId":null}]""", removed.GetProperty("removed").GetRawText());

        (await ann.Post($"{chat}/audit/{act}/undo")).Done();
        var restored = (await visitor.NextOfChat(batch => batch.GetProperty("restored").GetArrayLength() > 0)).GetProperty("restored")[0];
        Assert.Equal(["seq", "undoes", "messages"], restored.EnumerateObject().Select(field => field.Name));
        Assert.Equal((3, 2, "Hello"), (restored.Number("seq"), restored.Number("undoes"), restored.GetProperty("messages")[0].Text("text")));
    }

    [Fact]
    public async Task Who_is_banned_or_timed_out_is_told_on_every_connection()
    {
        var (ann, eve, id, chat) = await app.Room();
        await using var one = await LiveClient.Connect(app, eve);
        await using var two = await LiveClient.Connect(app, eve);
        await using var visitor = await LiveClient.Connect(app);
        foreach (var client in new[] { one, two, visitor }) await client.JoinChat(id);

        (await ann.Post($"{chat}/bans/{eve.Id}")).Done();
        foreach (var client in new[] { one, two })
            Assert.Equal("""{"role":"viewer","banned":true,"timedOutUntil":null,"held":null}""", (await client.NextStanding()).GetRawText());
        Assert.Equal("banned", (await one.Write(id, "Hello")).GetProperty("refused").Text("code"));

        (await ann.Delete($"{chat}/bans/{eve.Id}")).Done();
        Assert.False((await one.NextStanding()).GetProperty("banned").GetBoolean());
        (await ann.Post($"{chat}/timeouts", new { userId = eve.Id, seconds = 60 })).Done();
        Assert.Equal(
            (await ann.Get($"{chat}/moderation"))["timeouts"][0].Text("until"), (await one.NextStanding()).Text("timedOutUntil"));
        var refused = (await one.Write(id, "Hello")).GetProperty("refused");
        Assert.Equal("timed_out", refused.Text("code"));
        Assert.InRange(refused.Number("retryAfter"), 1, 60);
        Assert.True(visitor.IsToldNothingOfModeration);
    }

    [Fact]
    public async Task Moderators_are_told_of_what_waits_for_review_as_long_as_they_are_ones()
    {
        var (ann, eve, id, chat) = await app.Room();
        var bob = await app.SignedIn("Bob");
        await using var owner = await LiveClient.Connect(app, ann);
        await using var moderator = await LiveClient.Connect(app, eve);
        await using var viewer = await LiveClient.Connect(app, bob);
        foreach (var client in new[] { owner, moderator, viewer }) await client.JoinChat(id);
        await ann.Set(id, Rooms.Settings(hold: "all"));
        (await ann.Post($"{chat}/moderators/{eve.Id}")).Done();
        Assert.Equal("""{"role":"moderator","banned":false,"timedOutUntil":null,"held":0}""", (await moderator.NextStanding()).GetRawText());

        var answer = await viewer.Write(id, "Hello");
        Assert.True(answer.GetProperty("held").GetBoolean());
        Assert.Equal("null", answer.GetProperty("seq").GetRawText());
        Assert.Equal(1, await owner.NextModeration(held => held == 1));
        Assert.Equal(1, await moderator.NextModeration(held => held == 1));

        (await ann.Delete($"{chat}/moderators/{eve.Id}")).Done();
        Assert.Equal("viewer", (await moderator.NextStanding()).Text("role"));
        await viewer.Write(id, "Hello again");
        Assert.Equal(2, await owner.NextModeration(held => held == 2));
        Assert.True(viewer.IsToldNothingOfModeration);
        (await ann.Delete(chat)).Done();
        await moderator.NextOfChat(batch => batch.GetProperty("removed").GetArrayLength() > 0);
        Assert.Equal(-1, moderator.LastModeration(held => held == 2));
    }

    [Fact]
    public async Task An_approval_that_is_undone_takes_the_message_from_everybody_and_shows_it_to_moderators()
    {
        var (ann, eve, id, chat) = await app.Room();
        await using var owner = await LiveClient.Connect(app, ann);
        await using var viewer = await LiveClient.Connect(app, eve);
        foreach (var client in new[] { owner, viewer }) await client.JoinChat(id);
        await ann.Set(id, Rooms.Settings(hold: "all"));
        await viewer.Write(id, "Hello");
        var held = (await ann.Get($"{chat}/moderation")).Is(HttpStatusCode.OK)["held"][0].Text("id");
        var approved = (await ann.Post($"{chat}/held/{held}/approve")).Done();
        await viewer.NextOfChat(batch => batch.GetProperty("messages").GetArrayLength() == 1);
        Assert.Equal(0, await owner.NextModeration(waiting => waiting == 0));

        (await ann.Post($"{chat}/audit/{approved}/undo")).Done();
        var removed = (await viewer.NextOfChat(batch => batch.GetProperty("removed").GetArrayLength() > 0)).GetProperty("removed");
        Assert.Equal("""[{"seq":2,"message":1,"userId":null}]""", removed.GetRawText());
        Assert.Equal(1, await owner.NextModeration(waiting => waiting == 1));
        Assert.True(viewer.IsToldNothingOfModeration);
    }

    [Fact]
    public async Task While_a_stream_is_private_its_moderators_are_told_nothing()
    {
        var (ann, eve, id, chat) = await app.Room();
        (await ann.Post($"{chat}/moderators/{eve.Id}")).Done();
        await using var owner = await LiveClient.Connect(app, ann);
        await using var moderator = await LiveClient.Connect(app, eve);
        await owner.JoinChat(id);
        Assert.Equal("moderator", (await moderator.JoinChat(id)).GetProperty("you").Text("role"));
        (await ann.Put($"/api/streams/{id}", Broadcasts.Request("private"))).Is(HttpStatusCode.OK);
        await moderator.NextOfStream(change => change.Text("status") == "deleted");
        moderator.LastModeration(_ => true);

        (await ann.Delete($"{chat}/moderators/{eve.Id}")).Done();
        await ann.Set(id, Rooms.Settings(closed: true));
        await owner.NextOfChat(batch => batch.GetProperty("room") is { ValueKind: JsonValueKind.Object } room && room.GetProperty("closed").GetBoolean());

        (await ann.Put($"/api/streams/{id}", Broadcasts.Request())).Is(HttpStatusCode.OK);
        await moderator.NextOfStream(change => change.Text("visibility") == "public");
        Assert.True(moderator.IsToldNothingOfModeration);
        Assert.Equal("viewer", (await moderator.JoinChat(id)).GetProperty("you").Text("role"));
    }

    [Fact]
    public async Task Settings_and_pinned_message_reach_everybody()
    {
        var (ann, eve, id, chat) = await app.Room();
        var message = await app.Says(id, eve, "Keep this");
        await using var visitor = await LiveClient.Connect(app);
        await visitor.JoinChat(id);

        await ann.Set(id, Rooms.Settings(slowModeSeconds: 30, closed: true));
        var room = (await visitor.NextOfChat(batch => batch.GetProperty("room") is { ValueKind: JsonValueKind.Object } room && room.GetProperty("closed").GetBoolean())).GetProperty("room");
        Assert.Equal("""{"slowModeSeconds":30,"hold":"off","ifFilterFails":"hold","closed":true,"pinned":null}""", room.GetRawText());
        (await ann.Put($"{chat}/pinned", new { messageId = message })).Done();
        await visitor.NextOfChat(batch =>
            batch.GetProperty("room") is { ValueKind: JsonValueKind.Object } now
            && now.GetProperty("pinned") is { ValueKind: JsonValueKind.Object } pinned && pinned.Text("text") == "Keep this");
    }
}
