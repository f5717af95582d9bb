using System.Text.Json;
using ContentPages.Chat;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Chat;

namespace ContentPages.Grains.Tests.Chat;

/// <summary>Reviews that are taken back, whatever fails meanwhile.</summary>
[Collection(ChatTests.Name)]
public sealed class ChatReviewUndoGrainTests(ChatCluster cluster) : IDisposable
{
    public void Dispose()
    {
        cluster.Log.Fault = null;
        cluster.Log.Unreadable.Clear();
    }

    [Fact]
    public async Task Approval_TakenBack_RemovesTheMessageForEverybody_AndItWaitsAndIsApprovedAgain()
    {
        var (party, approved) = await Reviewed(approve: true);
        await party.Act(Party.Mod, new PinMessage(1));
        var batches = await cluster.Watch(party.Id);

        var undone = await party.Act(Party.Mod, new UndoAct(approved));
        var told = await batches.First(b => b.To == 2);
        Assert.Equal([new ChatRemoval(2, 1)], told.Removed);
        Assert.Equal(1, told.Held);
        Assert.Null((await party.Join()).Room.Pinned);
        Assert.Empty(await party.Texts());
        Assert.Empty(await cluster.Log.ReadBack(party.Id, null, 10));
        Assert.Empty(await cluster.Log.ReadBetween(party.Id, default, DateTimeOffset.MaxValue, 0, 10));

        await cluster.Restart();
        var held = Assert.Single((await party.Moderation()).Held);
        Assert.Equal((Party.Fan, "see www.example.org", ChatHoldReason.Link), (held.Author, held.Text, held.Why));
        // What its author was told stays so.
        Assert.Equal(1, Party.Ok(await party.Try(Party.Fan, "see www.example.org", "h1")).Seq);
        Assert.Single((await party.Moderation()).Held);

        await party.Act(Party.Mod, new ApproveHeld(held.Id));
        Assert.Equal(["see www.example.org"], await party.Texts());
        var audit = await party.Audit();
        Assert.Equal((ChatActKind.ApprovedHeld, 3), (audit[0].Kind, audit[0].Message));
        Assert.Equal((ChatActKind.Undid, 1, 2, approved), (audit[1].Kind, audit[1].Message, audit[1].Seq, audit[1].Undoes));
        Assert.Equal(undone.AuditId, audit.Single(a => a.Id == approved).UndoneBy);

        // And once more.
        await party.Act(Party.Mod, new UndoAct(audit[0].Id));
        Assert.Empty(await party.Texts());
        Assert.Equal("see www.example.org", Assert.Single((await party.Moderation()).Held).Text);
    }

    [Fact]
    public async Task Rejection_TakenBack_PutsTheMessageBackAsItWas()
    {
        var (party, rejected) = await Reviewed(approve: false);
        Assert.Equal((await cluster.Log.GetAudit(party.Id, rejected))!.Reviewed, (await party.Audit())[0].Reviewed);
        Assert.Equal(("h1", ChatHoldReason.Link), (await party.Audit())[0].Reviewed is { } kept ? (kept.ClientId, kept.Why) : default);
        var batches = await cluster.Watch(party.Id);
        await party.Act(Party.Mod, new UndoAct(rejected));
        Assert.Equal(1, (await batches.First(b => b.Held == 1)).Held);
        var held = Assert.Single((await party.Moderation()).Held);
        Assert.Equal((Party.Fan, "h1", "see www.example.org", ChatHoldReason.Link), (held.Author, held.ClientId, held.Text, held.Why));
        Assert.True(Party.Ok(await party.Try(Party.Fan, "see www.example.org", "h1")).Held);
        Assert.Null((await party.Act(Party.Owner, new UndoAct(rejected))).AuditId);
        Assert.Single((await party.Moderation()).Held);

        await party.Act(Party.Mod, new ApproveHeld(held.Id));
        Assert.Equal(1, Party.Ok(await party.Try(Party.Fan, "see www.example.org", "h1")).Seq);
        Assert.Equal(["see www.example.org"], await party.Texts());
    }

    [Fact]
    public async Task Approval_OfAMessageThatIsGone_IsNotTakenBackUntilItIsThere()
    {
        var (party, approved) = await Reviewed(approve: true);
        var deleted = await party.Act(Party.Owner, new DeleteMessage(1));
        Party.Refused("message_not_found", await party.Room.Moderate(Party.Mod, new UndoAct(approved)));
        await party.Act(Party.Owner, new UndoAct(deleted.AuditId!));
        await party.Act(Party.Mod, new UndoAct(approved));
        Assert.Single((await party.Moderation()).Held);
    }

    [Fact]
    public async Task Approval_OlderThanTheRing_IsTakenBack()
    {
        var (party, approved) = await Reviewed(approve: true);
        for (var i = 0; i < 6; i++) await Task.WhenAll(Enumerable.Range(0, 100).Select(n => party.Say(new($"u{n}", "U"), $"m{n}")));
        await party.Act(Party.Mod, new UndoAct(approved));
        Assert.DoesNotContain(await cluster.Log.ReadBack(party.Id, 3, 10), m => m.Seq == 1);
        Assert.Single((await party.Moderation()).Held);
    }

    [Fact]
    public async Task Reviews_ThatWereWrittenBeforeTheyKeptEnough_AreRefused()
    {
        var party = new Party(cluster);
        await party.Say(Party.Fan, "one");
        var now = cluster.World.Clock.GetUtcNow();
        ChatAuditEntry[] old =
        [
            new(cluster.NewId(), now, Party.Owner, ChatActKind.ApprovedHeld, Party.Fan, Message: 1, Text: "one"),
            new(cluster.NewId(), now, Party.Owner, ChatActKind.RejectedHeld, Party.Fan, Text: "two"),
        ];
        await cluster.Log.Append(party.Id, [], old);
        foreach (var entry in old) Party.Refused("not_undoable", await party.Room.Moderate(Party.Owner, new UndoAct(entry.Id)));
        Assert.Equal(["one"], await party.Texts());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Undos_ThatComeTogether_AreDoneOnce(bool approve)
    {
        var (party, reviewed) = await Reviewed(approve);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => party.Room.Moderate(Party.Mod, new UndoAct(reviewed))));
        Assert.Single(answers, a => Party.Ok(a).AuditId is not null);
        await WaitsOnce(party, reviewed, approve);
    }

    [Theory]
    [InlineData(true, LogFault.BeforeWrite)]
    [InlineData(true, LogFault.AfterWrite)]
    [InlineData(false, LogFault.BeforeWrite)]
    [InlineData(false, LogFault.AfterWrite)]
    public async Task Undo_ThatCouldNotBeLogged_IsFinishedLater(bool approve, LogFault fault)
    {
        var (party, reviewed) = await Reviewed(approve);
        var times = 1;
        cluster.Log.Fault = id => id == party.Id && times-- > 0 ? fault : LogFault.None;
        Party.Refused("unavailable", await cluster.World.Patiently(party.Room.Moderate(Party.Mod, new UndoAct(reviewed))));
        Party.Ok(await cluster.World.Patiently(party.Room.Moderate(Party.Mod, new UndoAct(reviewed))));
        await cluster.World.Patiently(party.Try(Party.Other, "calm"));
        await WaitsOnce(party, reviewed, approve);
    }

    [Theory]
    [InlineData(true, LogFault.BeforeWrite)]
    [InlineData(true, LogFault.AfterWrite)]
    [InlineData(false, LogFault.BeforeWrite)]
    [InlineData(false, LogFault.AfterWrite)]
    public async Task Crash_BetweenAnUndoAndItsLogEntry_IsMendedByTheNextActivation(bool approve, LogFault fault)
    {
        var (party, reviewed) = await Reviewed(approve);
        // Only once it is decided: it needs what the log says.
        cluster.Log.Fault = id =>
        {
            cluster.Log.Unreadable.Add(party.Id);
            return fault;
        };
        Party.Refused("unavailable", await cluster.World.Patiently(party.Room.Moderate(Party.Mod, new UndoAct(reviewed))));
        Assert.Contains((await party.Stored())!.Pending, p => p.Audit.Undoes == reviewed);
        await cluster.Restart();
        cluster.Log.Fault = null;
        cluster.Log.Unreadable.Clear();

        await party.Say(Party.Other, "calm");
        Assert.Null(Party.Ok(await party.Room.Moderate(Party.Mod, new UndoAct(reviewed))).AuditId);
        await WaitsOnce(party, reviewed, approve);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Undo_WhoseStoringWasNotAnswered_TakesEffectByItself(bool approve)
    {
        var (party, reviewed) = await Reviewed(approve);
        var store = cluster.World.Catalog;
        store.BeforePut[party.Key] = item =>
        {
            store.BeforePut.TryRemove(party.Key, out _);
            _ = store.Put(item);
            throw new IOException("The answer was lost.");
        };
        Party.Refused("unavailable", await party.Room.Moderate(Party.Mod, new UndoAct(reviewed)));
        await cluster.World.AdvanceUntil(Task.Run(async () =>
        {
            while ((await cluster.Log.GetAudit(party.Id, reviewed))!.UndoneBy is null) await Task.Delay(TimeSpan.FromMilliseconds(2));
        }), TimeSpan.FromMilliseconds(300));
        await WaitsOnce(party, reviewed, approve);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Undo_ThatAnotherActivationHasDone_IsNotDoneAgain(bool approve)
    {
        var (party, reviewed) = await Reviewed(approve);
        var review = (await cluster.Log.GetAudit(party.Id, reviewed))!;
        var undid = new ChatAuditEntry(cluster.NewId(), cluster.World.Clock.GetUtcNow(), Party.Owner, ChatActKind.Undid, Party.Fan, Undoes: reviewed);
        var held = new HeldMessage(undid.Id, Party.Fan, approve ? undid.Id : "h1", review.Text!, review.Reviewed!.At, review.Reviewed.Why);
        var item = (await cluster.World.Catalog.Get(party.Key))!;
        var other = (await party.Stored())! with { Held = [held], Pending = [new(undid, approve ? ChatEntry.Removal(Party.Owner, message: 1) : null)] };
        await cluster.World.Catalog.Put(item with { Body = JsonSerializer.SerializeToUtf8Bytes(other, CatalogStorage.Json) });

        // It does not know the state, and ends; its successor sees the other's act into the log.
        await Assert.ThrowsAnyAsync<Exception>(() => party.Room.Moderate(Party.Mod, new UndoAct(reviewed)));
        Assert.Null(Party.Ok(await party.Room.Moderate(Party.Mod, new UndoAct(reviewed))).AuditId);
        await party.Say(Party.Other, "calm");
        Assert.Equal(undid.Id, (await cluster.Log.GetAudit(party.Id, reviewed))!.UndoneBy);
        await WaitsOnce(party, reviewed, approve);
    }

    [Fact]
    public async Task Approval_ByAnotherActivation_IsTakenBackByOneThatHasNotReadItsMessage()
    {
        var (party, rejected) = await Reviewed(approve: false);
        var review = (await cluster.Log.GetAudit(party.Id, rejected))!;
        var message = ChatEntry.Message(Party.Fan, ChatRole.Viewer, "h2", "by another") with { Seq = 1, At = cluster.World.Clock.GetUtcNow() };
        var approved = review with { Id = cluster.NewId(), Kind = ChatActKind.ApprovedHeld, Message = 1, Text = "by another" };
        await cluster.Log.Append(party.Id, [message], [approved]);

        // The log has gone on: whoever does not know that is told so, and finishes by itself.
        Party.Refused("unavailable", await cluster.World.Patiently(party.Room.Moderate(Party.Mod, new UndoAct(approved.Id))));
        await cluster.World.Patiently(party.Try(Party.Other, "calm"));
        Assert.Equal(["calm"], await party.Texts());
        Assert.Equal("by another", Assert.Single((await party.Moderation()).Held).Text);
        Assert.NotNull((await cluster.Log.GetAudit(party.Id, approved.Id))!.UndoneBy);
    }

    /// <summary>A room whose moderator has reviewed the fan's only message.</summary>
    private async Task<(Party Party, string AuditId)> Reviewed(bool approve)
    {
        var party = new Party(cluster);
        await party.Appoint();
        await party.Set(s => s with { Hold = ChatHold.Links });
        Assert.True(Party.Ok(await party.Try(Party.Fan, "see www.example.org", "h1")).Held);
        var id = (await party.Moderation()).Held[0].Id;
        return (party, (await party.Act(Party.Mod, approve ? new ApproveHeld(id) : new RejectHeld(id))).AuditId!);
    }

    private async Task WaitsOnce(Party party, string reviewed, bool approve)
    {
        Assert.Equal("see www.example.org", Assert.Single((await party.Moderation()).Held).Text);
        Assert.DoesNotContain("see www.example.org", await party.Texts());
        var undid = Assert.Single(await party.Audit(), a => a.Kind is ChatActKind.Undid);
        Assert.Equal(reviewed, undid.Undoes);
        var removals = (await cluster.Log.Read(party.Id, 0, 100)).Where(e => e.Kind is ChatEntryKind.Removal).ToList();
        Assert.Equal(approve ? [1L] : [], removals.Select(r => r.Target!.Value));
    }
}
