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
    public async Task EndedActivation_ThatIsAnsweredLate_TellsNothingThatItsSuccessorHasTold()
    {
        var party = new Party(cluster);
        await party.Say(Party.Fan, "one");
        var batches = await cluster.Watch(party.Id);
        var (asked, answer) = (NewGate(), NewGate());
        cluster.World.Catalog.BeforeAnswer[party.Key] = () =>
        {
            asked.SetResult();
            return answer.Task;
        };
        await BanWithoutAnswer(party, Party.Fan);
        await asked.Task;

        // The room ends while it waits to read what it has stored.
        cluster.Streams.All.TryRemove(party.Id, out var stream);
        cluster.World.Clock.Advance(TimeSpan.FromSeconds(cluster.Options.HostSeconds));
        Party.Refused("not_found", await party.Room.Join(null, null));
        cluster.Streams.All[party.Id] = stream!;
        Assert.Equal(2, await party.Say(Party.Other, "two"));
        answer.SetResult();
        for (var seq = 3; seq < 300; seq++) Assert.Equal(seq, await party.Say(Party.Other, "more"));
        var told = 1L;
        // What was told of the beginning may come behind it, or not.
        foreach (var batch in (await batches.Until(b => b.To == 299)).SkipWhile(b => b.To <= 1))
        {
            Assert.Equal(told + 1, batch.From);
            told = batch.To;
        }
    }

    [Fact]
    public async Task Act_WhoseStoringWasNotAnswered_TakesEffectByItself()
    {
        var party = new Party(cluster);
        await party.Say(Party.Fan, "one");
        await BanWithoutAnswer(party, Party.Fan);

        await cluster.World.AdvanceUntil(Logged(party), TimeSpan.FromMilliseconds(300));
        Assert.Equal(ChatActKind.BannedUser, Assert.Single(await party.Audit()).Kind);
        Party.Refused("banned", await party.Try(Party.Fan, "two"));
    }

    [Fact]
    public async Task Undo_OfABanThatTheRoomDoesNotKnow_LiftsIt()
    {
        var party = new Party(cluster);
        await party.Act(Party.Owner, new TimeOutUser(Party.Other, 5));
        var ban = new ChatAuditEntry(cluster.NewId(), cluster.World.Clock.GetUtcNow(), Party.Owner, ChatActKind.BannedUser, Party.Fan);
        await party.Store(state => state with { Bans = state.Bans.SetItem("fan", new(Party.Fan, ban.At)), Pending = [] });
        await cluster.Log.Append(party.Id, [], [ban]);

        // It finds out that it does not know the state, and ends; its successor does.
        await Assert.ThrowsAnyAsync<Exception>(() => party.Room.Moderate(Party.Owner, new UndoAct(ban.Id)));
        await party.Act(Party.Owner, new UndoAct(ban.Id));
        Assert.Empty((await party.Stored())!.Bans);
    }

    [Fact]
    public async Task Ban_ByAnotherActivation_IsKnownAfterTheSecondsOfTheHost()
    {
        var party = new Party(cluster);
        await party.Act(Party.Owner, new TimeOutUser(Party.Other, 5));
        await party.Say(Party.Fan, "one");
        var batches = await cluster.Watch(party.Id);
        await party.Store(state => state with { Bans = state.Bans.SetItem("fan", new(Party.Fan, default)), Settings = state.Settings with { SlowModeSeconds = 7 } });

        await party.Say(Party.Fan, "two");
        cluster.World.Clock.Advance(TimeSpan.FromSeconds(cluster.Options.HostSeconds));
        Party.Refused("banned", await party.Try(Party.Fan, "three"));
        var told = (await batches.Until(b => b.Room?.SlowModeSeconds == 7))[^1];
        Assert.True(told.Standings["fan"].Banned);
    }

    [Fact]
    public async Task FirstSettings_OfAnotherActivation_AreKnownToo()
    {
        var party = new Party(cluster);
        await party.Say(Party.Fan, "one");
        var banned = new ChatRoomState { Bans = new ChatRoomState().Bans.SetItem("fan", new(Party.Fan, default)) };
        await cluster.World.Catalog.Put(new(party.Key, Party.Body(banned), [], null, null, false, null));
        cluster.World.Clock.Advance(TimeSpan.FromSeconds(cluster.Options.HostSeconds));
        Party.Refused("banned", await party.Try(Party.Fan, "two"));
    }

    [Fact]
    public async Task State_IsNotReadForEachMessage()
    {
        var party = new Party(cluster);
        await party.Act(Party.Owner, new TimeOutUser(Party.Other, 5));
        var before = cluster.World.Catalog.Gets;
        for (var n = 0; n < 50; n++) await party.Say(Party.Fan, $"{n}");
        Assert.Equal(before, cluster.World.Catalog.Gets);
        cluster.World.Clock.Advance(TimeSpan.FromSeconds(cluster.Options.HostSeconds));
        for (var n = 50; n < 100; n++) await party.Say(Party.Fan, $"{n}");
        Assert.Equal(before + 1, cluster.World.Catalog.Gets);
    }

    [Fact]
    public async Task State_ThatCannotBeRead_KeepsNobodyFromWriting()
    {
        var party = new Party(cluster);
        await party.Act(Party.Owner, new TimeOutUser(Party.Other, 5));
        var item = (await cluster.World.Catalog.Get(party.Key))!;
        await cluster.World.Catalog.Put(item with { Body = "{"u8.ToArray() });
        cluster.World.Clock.Advance(TimeSpan.FromSeconds(cluster.Options.HostSeconds));
        await party.Say(Party.Fan, "one");

        await cluster.World.Catalog.Put((await cluster.World.Catalog.Get(party.Key))! with
        {
            Body = Party.Body(new() { Bans = new ChatRoomState().Bans.SetItem("fan", new(Party.Fan, default)) }),
        });
        var isBanned = Task.Run(async () =>
        {
            while ((await party.Try(Party.Fan, "two")).Rejection?.Code != "banned") await Task.Delay(2);
        });
        await cluster.World.AdvanceUntil(isBanned, TimeSpan.FromMilliseconds(300));
        Assert.True(isBanned.IsCompletedSuccessfully);
    }

    [Fact]
    public async Task Clear_ByWhoDoesNotKnowWhatIsPinned_UnpinsIt()
    {
        var party = new Party(cluster);
        await party.Say(Party.Fan, "one");
        var pinned = (await party.Join()).Messages[0];
        await cluster.World.Catalog.Put(new(party.Key, Party.Body(new() { Pinned = pinned }), [], null, null, false, null));
        await Assert.ThrowsAnyAsync<Exception>(() => party.Room.Moderate(Party.Owner, new ClearRoom()));
        await party.Act(Party.Owner, new ClearRoom());
        Assert.Null((await party.Stored())!.Pinned);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public async Task Room_ThatAnotherActivationHasDeleted_TakesNothingAndLeavesNothing(int messages)
    {
        var party = new Party(cluster);
        for (var n = 0; n < messages; n++) await party.Say(Party.Fan, $"{n}");
        await party.Join();
        await cluster.Log.DeleteRoom(party.Id);

        Party.Refused("not_found", await party.Try(Party.Fan, "late"));
        Party.Refused("not_found", await cluster.World.Patiently(party.Room.Moderate(Party.Owner, new BanUser(Party.Fan))));
        await cluster.World.AdvanceUntil(Task.Run(async () =>
        {
            while (await party.Stored() is not null) await Task.Delay(2);
        }), TimeSpan.FromMilliseconds(300));
        Assert.Null(await party.Stored());
        Assert.Equal(0, await cluster.Log.Last(party.Id));
    }

    [Fact]
    public async Task FirstAct_InARoomWhoseStreamIsGone_StoresNothing()
    {
        var party = new Party(cluster);
        await party.Say(Party.Fan, "one");
        cluster.Streams.All.TryRemove(party.Id, out _);
        Party.Refused("not_found", await party.Room.Moderate(Party.Owner, new BanUser(Party.Fan)));
        Assert.Null(await party.Stored());
    }

    [Fact]
    public async Task DeletedStream_TakesAlongWhatAnotherActivationHasStored()
    {
        var party = new Party(cluster);
        await party.Say(Party.Fan, "one");
        await cluster.World.Catalog.Put(new(party.Key, Party.Body(new()), [], null, null, false, null));
        cluster.Streams.All.TryRemove(party.Id, out _);
        await party.Room.StreamChanged();
        Assert.Null(await party.Stored());
    }

    /// <summary>It is stored, but the room does not know.</summary>
    private async Task BanWithoutAnswer(Party party, ChatPerson user)
    {
        var store = cluster.World.Catalog;
        store.BeforePut[party.Key] = item =>
        {
            store.BeforePut.TryRemove(party.Key, out _);
            _ = store.Put(item);
            throw new IOException("The answer was lost.");
        };
        Party.Refused("unavailable", await party.Room.Moderate(Party.Owner, new BanUser(user)));
    }

    private static TaskCompletionSource NewGate() => new(TaskCreationOptions.RunContinuationsAsynchronously);

    private Task Behind(Party party, ChatEntry entry) => cluster.Log.Append(party.Id, [entry with { At = cluster.World.Clock.GetUtcNow() }], []);

    private async Task Logged(Party party)
    {
        while ((await cluster.Log.ReadAudit(party.Id, null, 10)).Count == 0) await Task.Delay(TimeSpan.FromMilliseconds(2));
    }
}
