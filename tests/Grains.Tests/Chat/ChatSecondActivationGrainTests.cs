using ContentPages.Chat;
using ContentPages.Grains.Chat;

namespace ContentPages.Grains.Tests.Chat;

/// <summary>Another activation of the room, somewhere else, has written as well; or this one has, and does not know it.</summary>
[Collection(ChatTests.Name)]
public sealed class ChatSecondActivationGrainTests(ChatCluster cluster) : IDisposable
{
    public void Dispose() => cluster.Log.Fault = null;

    [Fact]
    public async Task Join_OfWhoHasSeenMoreThanTheRoomKnows_ReadsTheLogFirst()
    {
        var party = new Party(cluster);
        await party.Say(Party.Fan, "one");
        await Behind(party, ChatEntry.Message(Party.Other, ChatRole.Viewer, "x", "two") with { Seq = 2 });

        var joined = await party.Join(after: 2);
        Assert.Equal((2, false), (joined.Last, joined.Gap));
        Assert.Empty(joined.Messages);
        Assert.Equal(["one", "two"], await party.Texts());
    }

    [Fact]
    public async Task Restoration_WhoseAnswerIsLost_MakesViewersAskForWhatCameBack()
    {
        var party = new Party(cluster);
        await party.Say(Party.Fan, "one");
        var deleted = await party.Act(Party.Owner, new DeleteMessage(1));
        var batches = await cluster.Watch(party.Id);
        cluster.Log.Fault = _ => LogFault.AfterWrite;
        Party.Refused("unavailable", await cluster.World.Patiently(party.Room.Moderate(Party.Owner, new UndoAct(deleted.AuditId!))));
        cluster.Log.Fault = null;

        Assert.Equal(4, Party.Ok(await cluster.World.Patiently(party.Try(Party.Fan, "two"))).Seq);
        var told = (await batches.Until(b => b.To == 4))[^1];
        Assert.Equal((5, 4), (told.From, told.To));
        var joined = await party.Join(after: 2);
        Assert.True(joined.Gap);
        Assert.Equal(["one", "two"], joined.Messages.Select(m => m.Text));
    }

    [Fact]
    public async Task Act_WhoseStoringWasNotAnswered_TakesEffectByItself()
    {
        var party = new Party(cluster);
        await party.Say(Party.Fan, "one");
        var store = cluster.World.Catalog;
        store.BeforePut[party.Key] = item =>
        {
            store.BeforePut.TryRemove(party.Key, out _);
            _ = store.Put(item);
            throw new IOException("The answer was lost.");
        };
        Party.Refused("unavailable", await party.Room.Moderate(Party.Owner, new BanUser(Party.Fan)));

        await cluster.World.AdvanceUntil(Logged(party), TimeSpan.FromMilliseconds(300));
        Assert.Equal(ChatActKind.BannedUser, Assert.Single(await party.Audit()).Kind);
        Party.Refused("banned", await party.Try(Party.Fan, "two"));
    }

    [Fact]
    public async Task Undo_OfABanThatTheRoomDoesNotKnow_LiftsIt()
    {
        var party = new Party(cluster);
        await party.Act(Party.Owner, new TimeOutUser(Party.Other, 5));
        var stored = (await party.Stored())!;
        var ban = new ChatAuditEntry(cluster.NewId(), cluster.World.Clock.GetUtcNow(), Party.Owner, ChatActKind.BannedUser, Party.Fan);
        var item = (await cluster.World.Catalog.Get(party.Key))!;
        var banned = stored with { Bans = stored.Bans.SetItem("fan", new(Party.Fan, ban.At)), Pending = [] };
        await cluster.World.Catalog.Put(item with { Body = System.Text.Json.JsonSerializer.SerializeToUtf8Bytes(banned, ContentPages.Grains.Catalog.CatalogStorage.Json) });
        await cluster.Log.Append(party.Id, [], [ban]);

        // It finds out that it does not know the state, and ends; its successor does.
        await Assert.ThrowsAnyAsync<Exception>(() => party.Room.Moderate(Party.Owner, new UndoAct(ban.Id)));
        await party.Act(Party.Owner, new UndoAct(ban.Id));
        Assert.Empty((await party.Stored())!.Bans);
    }

    private Task Behind(Party party, ChatEntry entry) => cluster.Log.Append(party.Id, [entry with { At = cluster.World.Clock.GetUtcNow() }], []);

    private async Task Logged(Party party)
    {
        while ((await cluster.Log.ReadAudit(party.Id, null, 10)).Count == 0) await Task.Delay(TimeSpan.FromMilliseconds(2));
    }
}
