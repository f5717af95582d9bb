using ContentPages.Chat;

namespace ContentPages.Grains.Tests.Chat;

/// <summary>The log fails before or after it has written, and the process dies.</summary>
[Collection(ChatTests.Name)]
public sealed class ChatFailureGrainTests(ChatCluster cluster) : IDisposable
{
    public void Dispose()
    {
        (cluster.Log.Fault, cluster.Log.BeforeGetAudit) = (null, null);
        cluster.Streams.IsDown = false;
    }

    [Fact]
    public async Task LogThatRefuses_AnswersUnavailableAndKeepsNothing()
    {
        var party = new Party(cluster);
        await Say(party, Party.Fan, "one");
        Fail(party, LogFault.BeforeWrite);
        var refused = await Try(party, Party.Fan, "two", "x");
        Assert.Equal((RejectionKind.Unavailable, "unavailable", 1), (refused.Rejection!.Kind, refused.Rejection.Code, refused.Rejection.RetryAfter));
        cluster.Log.Fault = null;
        Assert.Equal(2, await Say(party, Party.Fan, "two", "x"));
        Assert.Equal(["one", "two"], await party.Texts());
    }

    [Fact]
    public async Task AnswerThatIsLost_IsFoundInTheLogByTheResendAndToldToViewersOnce()
    {
        var party = new Party(cluster);
        var batches = await cluster.Watch(party.Id);
        await Say(party, Party.Fan, "one");
        Fail(party, LogFault.AfterWrite);
        Party.Refused("unavailable", await Try(party, Party.Fan, "two", "x"));
        cluster.Log.Fault = null;

        Assert.Equal(2, await Say(party, Party.Fan, "two", "x"));
        Assert.Equal(3, await Say(party, Party.Fan, "three"));
        Assert.Equal(["one", "two", "three"], (await batches.Until(b => b.To == 3)).SelectMany(b => b.Messages).Select(m => m.Text));
    }

    [Fact]
    public async Task AnswerThatIsLost_BeforeACrash_IsFoundByTheResendAfterIt()
    {
        var party = new Party(cluster);
        Fail(party, LogFault.AfterWrite);
        Party.Refused("unavailable", await Try(party, Party.Fan, "one", "x"));
        cluster.Log.Fault = null;
        await cluster.Restart();
        Assert.Equal(1, await Say(party, Party.Fan, "one", "x"));
        Assert.Equal(1, await cluster.Log.Last(party.Id));
    }

    [Theory]
    [InlineData(LogFault.Silent)]
    [InlineData(LogFault.Late)]
    public async Task LogThatNeverAnswers_IsGivenUpAndAskedWhatItHas(LogFault fault)
    {
        var party = new Party(cluster);
        await Say(party, Party.Fan, "one");
        Fail(party, fault);
        var posting = party.Try(Party.Fan, "two", "x");
        await cluster.World.AdvanceUntil(posting, TimeSpan.FromSeconds(5));
        Party.Refused("unavailable", await posting);
        cluster.Log.Fault = null;

        // The late write comes first, or the next one finds its place taken: the answer is the same.
        var resent = Try(party, Party.Fan, "two", "x");
        cluster.Log.WriteLate();
        Assert.Equal(2, Party.Ok(await resent).Seq);
        Assert.Equal(["one", "two"], await party.Texts());
    }

    [Fact]
    public async Task LateWrite_ThatTakesThePlaceOfTheNext_CostsOnlyATry()
    {
        var party = new Party(cluster);
        await Say(party, Party.Fan, "one");
        Fail(party, LogFault.Late);
        var posting = party.Try(Party.Fan, "two", "x");
        await cluster.World.AdvanceUntil(posting, TimeSpan.FromSeconds(5));
        Party.Refused("unavailable", await posting);

        // It arrives between the look at the log and the next write.
        var isFirst = true;
        cluster.Log.Fault = id =>
        {
            if (id == party.Id && isFirst) cluster.Log.WriteLate();
            isFirst = false;
            return LogFault.None;
        };
        Party.Refused("unavailable", await Try(party, Party.Other, "three", "y"));
        Assert.Equal(3, await Say(party, Party.Other, "three", "y"));
        Assert.Equal(2, await Say(party, Party.Fan, "two", "x"));
        Assert.Equal(["one", "two", "three"], await party.Texts());
    }

    [Fact]
    public async Task FailedPost_DoesNotSlowItsResendDown()
    {
        var party = new Party(cluster);
        await party.Set(s => s with { SlowModeSeconds = 60 });
        Fail(party, LogFault.BeforeWrite);
        Party.Refused("unavailable", await Try(party, Party.Fan, "one", "x"));
        cluster.Log.Fault = null;
        await Say(party, Party.Fan, "one", "x");
        Party.Refused("slow_mode", await Try(party, Party.Fan, "two"));
    }

    [Theory]
    [InlineData(LogFault.BeforeWrite)]
    [InlineData(LogFault.AfterWrite)]
    public async Task Ban_WhoseRemovalCouldNotBeLogged_IsFinishedLater(LogFault fault)
    {
        var party = new Party(cluster);
        await Say(party, Party.Fan, "rude");
        Fail(party, fault, times: 1);
        Party.Refused("unavailable", await Moderate(party, Party.Owner, new BanUser(Party.Fan, RemoveMessages: true)));
        Party.Refused("banned", await Try(party, Party.Fan, "again"));

        // Which of the two comes first is nobody's matter.
        var calm = await Say(party, Party.Other, "calm");
        Assert.Equal(["calm"], await party.Texts());
        var audit = Assert.Single(await party.Audit());
        Assert.Equal((ChatActKind.BannedUser, 5 - calm), (audit.Kind, audit.Seq));
        Assert.Equal(3, await cluster.Log.Last(party.Id));
    }

    [Theory]
    [InlineData(LogFault.BeforeWrite)]
    [InlineData(LogFault.AfterWrite)]
    public async Task Crash_BetweenABanAndItsLogEntry_IsMendedByTheNextActivation(LogFault fault)
    {
        var party = new Party(cluster);
        await Say(party, Party.Fan, "rude");
        // Until the process is gone the log does not come back.
        cluster.Log.Fault = _ => fault;
        cluster.Log.Unreadable.Add(party.Id);
        Party.Refused("unavailable", await Moderate(party, Party.Owner, new BanUser(Party.Fan, RemoveMessages: true)));
        Assert.Single((await party.Stored())!.Pending);
        await cluster.Restart();
        cluster.Log.Fault = null;
        cluster.Log.Unreadable.Clear();

        await Say(party, Party.Other, "calm");
        Assert.Equal(["calm"], await party.Texts());
        Assert.Equal(3, await cluster.Log.Last(party.Id));
        Assert.Equal(2, Assert.Single(await party.Audit()).Seq);
        Party.Ok(await Moderate(party, Party.Owner, new PinMessage(3)));
        Assert.DoesNotContain((await party.Stored())!.Pending, p => p.Audit.Kind is ChatActKind.BannedUser);
    }

    [Fact]
    public async Task Catalog_ThatRefuses_LeavesTheRoomAsItWas()
    {
        var party = new Party(cluster);
        await party.Appoint();
        cluster.World.Catalog.BeforePut[party.Key] = _ => throw new IOException("The catalog is away.");
        Party.Refused("unavailable", await Moderate(party, Party.Mod, new BanUser(Party.Fan)));
        cluster.World.Catalog.BeforePut.Remove(party.Key, out _);
        await Say(party, Party.Fan, "still here");
        Party.Ok(await Moderate(party, Party.Mod, new BanUser(Party.Fan)));
        Party.Refused("banned", await Try(party, Party.Fan, "hi"));
        Assert.Equal(2, (await party.Audit()).Count);
    }

    [Fact]
    public async Task Log_ThatCannotBeRead_IsUnavailableUntilItCan()
    {
        var party = new Party(cluster);
        cluster.Log.Unreadable.Add(party.Id);
        Party.Refused("unavailable", await party.Room.Join(null, null));
        Party.Refused("unavailable", await Try(party, Party.Fan, "hi"));
        cluster.Log.Unreadable.Clear();
        Assert.Equal(1, await Say(party, Party.Fan, "hi"));
    }

    [Fact]
    public async Task LogThatNeverAnswersAnAct_KeepsNoOtherActWaiting()
    {
        var party = new Party(cluster);
        await Say(party, Party.Fan, "one");
        var deleted = await party.Act(Party.Owner, new DeleteMessage(1));
        cluster.Log.BeforeGetAudit = id => id == party.Id ? new TaskCompletionSource().Task : Task.CompletedTask;
        var undoing = party.Room.Moderate(Party.Owner, new UndoAct(deleted.AuditId!));
        var banning = party.Room.Moderate(Party.Owner, new BanUser(Party.Fan));
        await cluster.World.AdvanceUntil(undoing, TimeSpan.FromSeconds(5));
        Party.Refused("unavailable", await undoing);
        Party.Ok(await cluster.World.Patiently(banning));
    }

    [Fact]
    public async Task Streams_ThatCannotBeAsked_LeaveAnOpenRoomOpen()
    {
        var party = new Party(cluster);
        await Say(party, Party.Fan, "one");
        cluster.Streams.IsDown = true;
        cluster.World.Clock.Advance(TimeSpan.FromSeconds(cluster.Options.HostSeconds));
        await Say(party, Party.Fan, "two");
        Party.Refused("unavailable", await cluster.Grain(cluster.NewId()).Join(null, null));
    }

    /// <summary>After a failure the room waits a little before it tries the log again.</summary>
    private Task<Result<ChatPosted>> Try(Party party, ChatPerson author, string text, string? clientId = null) =>
        cluster.World.Patiently(party.Try(author, text, clientId));

    private async Task<long> Say(Party party, ChatPerson author, string text, string? clientId = null) =>
        Party.Ok(await Try(party, author, text, clientId)).Seq;

    private Task<Result<ChatActed>> Moderate(Party party, ChatPerson actor, ChatAct act) => cluster.World.Patiently(party.Room.Moderate(actor, act));

    private void Fail(Party party, LogFault fault, int times = int.MaxValue) =>
        cluster.Log.Fault = id => id == party.Id && times-- > 0 ? fault : LogFault.None;
}
