using ContentPages.Chat;

namespace ContentPages.Grains.Tests.Chat;

[Collection(ChatTests.Name)]
public sealed class ChatModerationGrainTests(ChatCluster cluster)
{
    [Fact]
    public async Task Delete_ReachesViewersHistoryAndJoins_AndUndoBringsItBack()
    {
        var party = new Party(cluster);
        await party.Appoint();
        await party.Say(Party.Fan, "one");
        await party.Say(Party.Fan, "two");
        var batches = await cluster.Watch(party.Id);

        var acted = await party.Act(Party.Mod, new DeleteMessage(1, "rude"));
        Assert.Equal([new ChatRemoval(3, 1)], (await batches.First(b => b.To == 3)).Removed);
        Assert.Equal(["two"], await party.Texts());
        Assert.Equal(["two"], (await cluster.Log.ReadBack(party.Id, null, 10)).Select(m => m.Text));

        await party.Act(Party.Owner, new UndoAct(acted.AuditId!));
        var restored = Assert.Single((await batches.First(b => b.To == 4)).Restored);
        Assert.Equal((4, 3, "one", 1), (restored.Seq, restored.Undoes, Assert.Single(restored.Messages).Text, restored.Messages[0].Seq));
        Assert.Equal(["one", "two"], await party.Texts());

        var audit = await party.Audit();
        Assert.Equal([ChatActKind.Undid, ChatActKind.DeletedMessage, ChatActKind.AppointedModerator], audit.Select(a => a.Kind));
        Assert.Equal((Party.Mod, Party.Fan, 1, "one", "rude", 3, audit[0].Id),
            (audit[1].Actor, audit[1].User, audit[1].Message, audit[1].Text, audit[1].Reason, audit[1].Seq, audit[1].UndoneBy));
        Assert.Equal((acted.AuditId, 4), (audit[0].Undoes, audit[0].Seq));
        Assert.Null((await party.Act(Party.Mod, new UndoAct(acted.AuditId!))).AuditId);
    }

    [Fact]
    public async Task Delete_OfAMessageOlderThanTheRing_IsDone()
    {
        var party = new Party(cluster);
        for (var i = 0; i < 6; i++) await Task.WhenAll(Enumerable.Range(0, 100).Select(n => party.Say(new($"u{n}", "U"), $"m{n}")));
        var acted = await party.Act(Party.Owner, new DeleteMessage(5));
        Assert.Equal([4L, 6L], (await cluster.Log.ReadBetween(party.Id, default, DateTimeOffset.MaxValue, 3, 2)).Select(m => m.Seq));
        Party.Refused("message_not_found", await party.Room.Moderate(Party.Owner, new DeleteMessage(5)));
        await party.Act(Party.Owner, new UndoAct(acted.AuditId!));
        Assert.Equal(5, (await cluster.Log.ReadBack(party.Id, 6, 1))[0].Seq);
    }

    [Fact]
    public async Task Clear_HidesEverythingSoFar_AndUndoBringsItBackExceptWhatWasDeletedBefore()
    {
        var party = new Party(cluster);
        for (var i = 1; i <= 3; i++) await party.Say(Party.Fan, $"{i}");
        await party.Act(Party.Owner, new DeleteMessage(2));
        var cleared = await party.Act(Party.Owner, new ClearRoom());
        await party.Say(Party.Fan, "after");
        Assert.Equal(["after"], await party.Texts());

        await cluster.Restart();
        Assert.Equal(["after"], await party.Texts());
        await party.Act(Party.Owner, new UndoAct(cleared.AuditId!));
        Assert.Equal(["1", "3", "after"], await party.Texts());
    }

    [Fact]
    public async Task TimeOut_EndsWithTimeOrByUndo()
    {
        var party = new Party(cluster);
        await party.Say(Party.Fan, "rude");
        var until = cluster.World.Clock.GetUtcNow().AddSeconds(60);
        var acted = await party.Act(Party.Owner, new TimeOutUser(Party.Fan, 60, RemoveMessages: true));
        Assert.Empty(await party.Texts());
        var refused = await party.Try(Party.Fan, "again");
        Assert.Equal(("timed_out", 60), (refused.Rejection!.Code, refused.Rejection.RetryAfter));
        Assert.Equal(until, (await party.Join(Party.Fan)).You.TimedOutUntil);

        await cluster.Restart();
        cluster.World.Clock.Advance(TimeSpan.FromSeconds(59));
        Party.Refused("timed_out", await party.Try(Party.Fan, "again"));
        await party.Act(Party.Owner, new UndoAct(acted.AuditId!));
        await party.Say(Party.Fan, "sorry");
        Assert.Equal(["rude", "sorry"], await party.Texts());

        await party.Act(Party.Owner, new TimeOutUser(Party.Fan, 60));
        cluster.World.Clock.Advance(TimeSpan.FromSeconds(60));
        await party.Say(Party.Fan, "back");
    }

    [Fact]
    public async Task Ban_LastsUntilItIsLifted()
    {
        var party = new Party(cluster);
        await party.Act(Party.Owner, new BanUser(Party.Fan));
        Assert.Null((await party.Act(Party.Owner, new BanUser(Party.Fan))).AuditId);
        await cluster.Restart();
        Party.Refused("banned", await party.Try(Party.Fan, "hi"));
        Assert.Equal("banned", (await party.Room.React(Party.Fan, "🔥"))!.Code);
        Assert.True((await party.Join(Party.Fan)).You.Banned);
        Assert.Equal(Party.Fan, Assert.Single((await party.Moderation()).Bans).User);
        await party.Act(Party.Owner, new UnbanUser("fan"));
        await party.Say(Party.Fan, "hi");
    }

    [Fact]
    public async Task Moderators_AreTheOwnersChoiceAndCannotActOnHim()
    {
        var party = new Party(cluster);
        Party.Refused("not_a_moderator", await party.Room.Moderate(Party.Mod, new ClearRoom()));
        Party.Refused("not_a_moderator", await party.Room.GetModeration(Party.Mod));
        Party.Refused("not_a_moderator", await party.Room.GetAudit(Party.Mod, null, 10));
        await party.Appoint();
        await party.Say(Party.Owner, "my room");
        Party.Refused("owners_alone", await party.Room.Moderate(Party.Mod, new AppointModerator(Party.Other)));
        Party.Refused("protected_user", await party.Room.Moderate(Party.Mod, new BanUser(Party.Owner)));
        Party.Refused("protected_user", await party.Room.Moderate(Party.Mod, new DeleteMessage(1)));
        await party.Act(Party.Owner, new DismissModerator("mod"));
        Party.Refused("not_a_moderator", await party.Room.Moderate(Party.Mod, new ClearRoom()));
    }

    [Fact]
    public async Task Settings_AreStoredAndShown()
    {
        var party = new Party(cluster);
        var batches = await cluster.Watch(party.Id);
        await party.Set(s => s with { SlowModeSeconds = 5, BlockedTerms = ["spam"], Hold = ChatHold.Links });
        Assert.Equal((5, ChatHold.Links), (await batches.First(b => b.Room?.SlowModeSeconds == 5)).Room is { } room ? (room.SlowModeSeconds, room.Hold) : default);
        await cluster.Restart();
        Assert.Equal(["spam"], (await party.Moderation()).Settings.BlockedTerms);
        Party.Refused("blocked_term", await party.Try(Party.Fan, "buy my SPÄM"));
        Party.Refused("invalid_settings", await party.Room.Moderate(Party.Owner, new ChangeChatSettings(ChatSettings.Default with { SlowModeSeconds = 121 })));
    }

    [Fact]
    public async Task Closed_LetsOnlyOwnerAndModeratorsWrite()
    {
        var party = new Party(cluster);
        await party.Appoint();
        await party.Set(s => s with { Closed = true });
        Party.Refused("chat_closed", await party.Try(Party.Fan, "hi"));
        await party.Say(Party.Mod, "good night");
    }

    [Fact]
    public async Task Acts_TellThoseConcernedHowTheyStand_AndModeratorsThatSomethingChanged()
    {
        var party = new Party(cluster);
        await party.Say(Party.Fan, "hi");
        var batches = await cluster.Watch(party.Id);

        await party.Appoint();
        Assert.Equal(new(ChatRole.Moderator, Held: 0), (await batches.First(b => b.Standings.Count > 0)).Standings[Party.Mod.UserId]);
        await party.Act(Party.Mod, new TimeOutUser(Party.Fan, 60));
        var timedOut = (await batches.First(b => b.Standings.ContainsKey(Party.Fan.UserId))).Standings;
        Assert.Equal(Party.Fan.UserId, Assert.Single(timedOut.Keys));
        Assert.NotNull(timedOut[Party.Fan.UserId].TimedOutUntil);
        await party.Act(Party.Owner, new BanUser(Party.Fan));
        Assert.True((await batches.First(b => b.Standings.Count > 0)).Standings[Party.Fan.UserId].Banned);
        await party.Act(Party.Owner, new UnbanUser(Party.Fan.UserId));
        Assert.Equal(new(ChatRole.Viewer), (await batches.First(b => b.Standings.Count > 0)).Standings[Party.Fan.UserId]);
        await party.Act(Party.Owner, new DeleteMessage(1));
        Assert.Equal(0, (await batches.First(b => b.Removed.Count > 0)).Held);
        await party.Say(Party.Fan, "again");
        Assert.Null((await batches.First(b => b.Messages.Count > 0)).Held);
    }

    [Fact]
    public async Task Held_WaitsThroughARestart_AndIsNumberedWhenApproved()
    {
        var party = new Party(cluster);
        await party.Set(s => s with { Hold = ChatHold.Links });
        var batches = await cluster.Watch(party.Id);
        Assert.Equal(1, await party.Say(Party.Fan, "no address"));
        Assert.True(Party.Ok(await party.Try(Party.Fan, "see https://example.org", "h1")).Held);
        Assert.True(Party.Ok(await party.Try(Party.Fan, "see https://example.org", "h1")).Held);
        Assert.True(Party.Ok(await party.Try(Party.Fan, "see www.example.org", "h2")).Held);
        Assert.Equal(2, (await batches.First(b => b.Held == 2)).Held);

        await cluster.Restart();
        Assert.Equal(2, (await party.Join(Party.Owner)).You.Held);
        var held = (await party.Moderation()).Held;
        await party.Act(Party.Owner, new ApproveHeld(held[0].Id));
        await party.Act(Party.Owner, new RejectHeld(held[1].Id));
        Party.Refused("held_not_found", await party.Room.Moderate(Party.Owner, new ApproveHeld(held[0].Id)));

        Assert.Equal(["no address", "see https://example.org"], await party.Texts());
        Assert.Equal(2, Party.Ok(await party.Try(Party.Fan, "see https://example.org", "h1")).Seq);
        var audit = await party.Audit();
        Assert.Equal((ChatActKind.RejectedHeld, "see www.example.org"), (audit[0].Kind, audit[0].Text));
        Assert.Equal((ChatActKind.ApprovedHeld, 2), (audit[1].Kind, audit[1].Message));
    }

    [Fact]
    public async Task Held_TooManyOfOneAndOfAll_AreRefused()
    {
        var party = new Party(cluster);
        await party.Set(s => s with { Hold = ChatHold.All });
        for (var i = 0; i < 3; i++) Assert.True(Party.Ok(await party.Try(Party.Fan, $"{i}")).Held);
        Party.Refused("rate_limited", await party.Try(Party.Fan, "3"));
        for (var i = 3; i < 40; i++) Assert.True(Party.Ok(await party.Try(new($"u{i}", "U"), "hi")).Held);
        Party.Refused("room_busy", await party.Try(Party.Other, "hi"));
        await party.Act(Party.Owner, new BanUser(Party.Fan));
        Assert.Equal(37, (await party.Moderation()).Held.Count);
    }

    [Fact]
    public async Task Pinned_IsShownAndGoesWithItsMessage()
    {
        var party = new Party(cluster);
        var batches = await cluster.Watch(party.Id);
        await party.Say(Party.Fan, "quote me");
        await party.Act(Party.Owner, new PinMessage(1));
        Assert.Equal("quote me", (await batches.First(b => b.Room?.Pinned is not null)).Room!.Pinned!.Text);
        await cluster.Restart();
        Assert.Equal(1, (await party.Join()).Room.Pinned!.Seq);
        await party.Act(Party.Owner, new TimeOutUser(Party.Fan, 60, RemoveMessages: true));
        Assert.Null((await party.Join()).Room.Pinned);
        Party.Refused("message_not_found", await party.Room.Moderate(Party.Owner, new PinMessage(1)));
    }

    [Fact]
    public async Task Acts_ThatComeTogether_AreEachDoneOnce()
    {
        var party = new Party(cluster);
        for (var i = 1; i <= 10; i++) await party.Say(Party.Fan, $"{i}");
        var answers = await Task.WhenAll(Enumerable.Range(0, 30).Select(i => party.Room.Moderate(Party.Owner, new DeleteMessage(1 + (i % 10)))));
        Assert.Equal(10, answers.Count(a => a.Ok));
        Assert.All(answers.Where(a => !a.Ok), a => Party.Refused("message_not_found", a));
        Assert.Equal((20, 10), (await cluster.Log.Last(party.Id), (await party.Audit()).Count));
    }
}
