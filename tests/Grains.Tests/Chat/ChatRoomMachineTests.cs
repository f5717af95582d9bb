using ContentPages.Chat;
using ContentPages.Grains.Chat;
using static ContentPages.Grains.Tests.Chat.GivenRoom;

namespace ContentPages.Grains.Tests.Chat;

public sealed class ChatRoomMachineTests
{
    [Theory]
    [InlineData(500, "Accepted")]
    [InlineData(501, "!too_long")]
    public void Post_UpToTheLongest_IsAccepted(int length, string expected)
    {
        Assert.Equal(expected, Answer(Open, Post(Party.Fan, new string('x', length))));
        Assert.Equal(expected, Answer(Open, Post(Party.Fan, string.Concat(Enumerable.Repeat("🎵", length)))));
    }

    [Fact]
    public void Post_WithMoreBytesThanItsLimit_IsTooLong()
    {
        var options = new ChatOptions { MaxBytes = 10 };
        Assert.Null(ChatRoomMachine.CheckPost(Open, Party.Fan, "c", "äöüäö", default, options, Now));
        Assert.Equal("too_long", ChatRoomMachine.CheckPost(Open, Party.Fan, "c", "äöüäöü", default, options, Now)!.Code);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u200b\u200d")]
    [InlineData("\u3164\u2800")]
    public void Post_WithNothingToSee_IsEmpty(string text) => Assert.Equal("!empty", Answer(Open, Post(Party.Fan, text)));

    [Theory]
    [InlineData("", "!invalid_client_id")]
    [InlineData("x", "Accepted")]
    public void Post_NeedsAClientId(string clientId, string expected) => Assert.Equal(expected, Answer(Open, Post(Party.Fan, clientId: clientId)));

    [Fact]
    public void Burst_ThenOneAfterTheOther()
    {
        var pace = default(AuthorPace);
        for (var i = 0; i < Options.PostBurst; i++)
        {
            Assert.Equal("Accepted", Answer(Open, Post(Party.Fan, pace: pace)));
            pace = pace.Posted(Now, Options.PostsPerSecond);
        }

        var decision = ChatRoomMachine.Decide(Open, Post(Party.Fan, pace: pace), Options, Now);
        Assert.Equal(("rate_limited", 1), (decision.Rejection!.Code, decision.Rejection.RetryAfter));
        Assert.Equal("!rate_limited", Answer(Open, Post(Party.Fan, pace: pace), Now.AddSeconds(0.49)));
        Assert.Equal("Accepted", Answer(Open, Post(Party.Fan, pace: pace), Now.AddSeconds(0.5)));
        Assert.Equal("!rate_limited", Answer(Open, Post(Party.Owner, pace: pace)));
    }

    [Fact]
    public void Waits_AreToldInWholeSecondsRoundedUp()
    {
        var slow = ChatRoomMachine.Decide(Slow, Post(Party.Fan, pace: new(Now.AddSeconds(-10.5), 1, Now)), Options, Now).Rejection!;
        Assert.Equal((RejectionKind.TooMany, "slow_mode", 20), (slow.Kind, slow.Code, slow.RetryAfter));
        var timedOut = ChatRoomMachine.Decide(TimedOut, Post(Party.Fan), Options, Now.AddSeconds(0.5)).Rejection!;
        Assert.Equal((RejectionKind.Forbidden, "timed_out", 60), (timedOut.Kind, timedOut.Code, timedOut.RetryAfter));
        Assert.Equal("Accepted", Answer(TimedOut, Post(Party.Fan), Now.AddSeconds(60)));
    }

    [Theory]
    [InlineData(ChatFilterFailure.Hold, "Held")]
    [InlineData(ChatFilterFailure.LetThrough, "Accepted")]
    [InlineData(ChatFilterFailure.Refuse, "!unavailable")]
    public void FilterThatFailed_DoesWhatTheRoomSays(ChatFilterFailure policy, string expected)
    {
        Assert.Equal(expected, Answer(Set(s => s with { IfFilterFails = policy, BlockedTerms = ["x"] }), Post(Party.Fan, verdict: TermVerdict.Failed)));
        Assert.Equal("Accepted", Answer(Set(s => s with { IfFilterFails = policy, BlockedTerms = ["x"] }), Post(Party.Mod, verdict: TermVerdict.Failed)));
    }

    [Theory]
    [InlineData("see https://example.org/x", "Held")]
    [InlineData("www.example", "Held")]
    [InlineData("go to Example.COM now", "Held")]
    [InlineData("example.museum/room", "Held")]
    [InlineData("well.That was it... 3.5 of 4", "Accepted")]
    [InlineData("a/b testing", "Accepted")]
    public void HoldOfLinks_KnowsAddresses(string text, string expected) => Assert.Equal(expected, Answer(Set(s => s with { Hold = ChatHold.Links }), Post(Party.Fan, text)));

    [Fact]
    public void Approved_IsAMessageOfItsAuthorWithTheFirstClientId()
    {
        var decision = ChatRoomMachine.Decide(Holding, By(Party.Mod, new ApproveHeld("held-1")), Options, Now);
        var act = decision.Events.OfType<ChatEvent.Acted>().Single();
        Assert.Equal(ChatEntry.Message(Party.Fan, ChatRole.Viewer, "c1", "please"), act.Act.Entry);
        Assert.Empty(decision.Events.Aggregate(Holding, ChatRoomMachine.Apply).Held);
    }

    [Fact]
    public void Ban_TakesTheRoleAndWhatWaits()
    {
        var holding = Holding.After(Post(Party.Other, "hm", id: "held-2"));
        var state = holding.After(By(Party.Owner, new AppointModerator(Party.Fan))).After(By(Party.Owner, new BanUser(Party.Fan)));
        Assert.Equal(["mod"], state.Moderators.Keys);
        Assert.Equal(["held-2"], state.Held.Select(h => h.Id));
        Assert.Equal("!banned", Answer(state, Post(Party.Fan)));
    }

    [Theory]
    [InlineData("mod", "owner", "!protected_user")]
    [InlineData("mod", "mod2", "!protected_user")]
    [InlineData("mod", "fan", "Banned+Acted")]
    [InlineData("owner", "mod", "Banned+Acted")]
    [InlineData("owner", "owner", "!protected_user")]
    [InlineData("mod", "mod", "!protected_user")]
    [InlineData("fan", "other", "!not_a_moderator")]
    public void Ban_OfWhomMayBeBanned(string actor, string user, string expected)
    {
        var state = Open.After(By(Party.Owner, new AppointModerator(new("mod2", "Mo"))));
        Assert.Equal(expected, Answer(state, By(new(actor, "A"), new BanUser(new(user, "U")))));
        Assert.Equal(expected.Replace("Banned", "TimedOut", StringComparison.Ordinal), Answer(state, By(new(actor, "A"), new TimeOutUser(new(user, "U"), 5))));
    }

    [Fact]
    public void Moderator_MayNotTakeBackWhatTheOwnerDid()
    {
        var byOwner = new ChatAuditEntry("a", Now, Party.Owner, ChatActKind.ClearedRoom, Seq: 8);
        Assert.Equal("!protected_user", Answer(Open, By(Party.Mod, new UndoAct("a"), byOwner)));
        Assert.Equal("Acted", Answer(Open, By(Party.Mod, new UndoAct("a"), byOwner with { Actor = new("mod2", "Mo") })));
    }

    [Theory]
    [InlineData(0, "!invalid_act")]
    [InlineData(1, "TimedOut+Acted")]
    [InlineData(TimeOutUser.MostSeconds, "TimedOut+Acted")]
    [InlineData(TimeOutUser.MostSeconds + 1, "!invalid_act")]
    public void TimeOut_HasBounds(int seconds, string expected) => Assert.Equal(expected, Answer(Open, By(Party.Mod, new TimeOutUser(Party.Fan, seconds))));

    [Fact]
    public void Settings_OutOfBounds_AreRefused()
    {
        foreach (var wrong in new[]
        {
            ChatSettings.Default with { SlowModeSeconds = -1 },
            ChatSettings.Default with { SlowModeSeconds = 121 },
            ChatSettings.Default with { BlockedTerms = [.. Enumerable.Range(0, 201).Select(i => $"t{i}")] },
            ChatSettings.Default with { BlockedTerms = [""] },
            ChatSettings.Default with { BlockedTerms = [" \u202e "] },
            ChatSettings.Default with { BlockedTerms = [new string('x', 51)] },
            ChatSettings.Default with { Hold = (ChatHold)9 },
            ChatSettings.Default with { IfFilterFails = (ChatFilterFailure)9 },
        })
            Assert.Equal("!invalid_settings", Answer(Open, By(Party.Owner, new ChangeChatSettings(wrong))));
        Assert.Equal("-", Answer(Open, By(Party.Owner, new ChangeChatSettings(ChatSettings.Default with { BlockedTerms = [] }))));
        Assert.Equal("!invalid_act", Answer(Open, By(Party.Owner, new ClearRoom(new string('x', 201)))));
    }

    [Fact]
    public void Bounds_OfPeople_AreKept()
    {
        var state = Open;
        for (var i = 1; i < ChatLimits.Moderators; i++) state = state.After(By(Party.Owner, new AppointModerator(new($"m{i}", "M"))));
        Assert.Equal("!too_many_moderators", Answer(state, By(Party.Owner, new AppointModerator(Party.Fan))));
        for (var i = 0; i < ChatLimits.Bans; i++) state = state.After(By(Party.Owner, new BanUser(new($"b{i}", "B"))));
        Assert.Equal("!too_many_bans", Answer(state, By(Party.Owner, new BanUser(Party.Fan))));
        for (var i = 0; i < ChatLimits.TimeOuts; i++) state = state.After(By(Party.Owner, new TimeOutUser(new($"t{i}", "T"), 60)));
        Assert.Equal("!too_many_time_outs", Answer(state, By(Party.Owner, new TimeOutUser(Party.Fan, 60))));
        Assert.Equal("TimedOut+Acted", Answer(state, By(Party.Owner, new TimeOutUser(Party.Fan, 60)), Now.AddSeconds(60)));
        Assert.Single(state.After(By(Party.Owner, new TimeOutUser(Party.Fan, 60)), Now.AddSeconds(60)).TimeOuts);
    }

    [Fact]
    public void ActsThatWaitForTheLog_AreBounded()
    {
        var act = new PendingAct(new("a", Now, Party.Owner, ChatActKind.BannedUser), null);
        var state = Open with { Pending = [.. Enumerable.Repeat(act, ChatLimits.Pending)] };
        Assert.Equal("!room_busy", Answer(state, By(Party.Owner, new ClearRoom())));
    }

    [Fact]
    public void Act_ThatChangesTheState_WaitsInItUntilTheLogHasIt()
    {
        var decision = ChatRoomMachine.Decide(Open, By(Party.Mod, new BanUser(Party.Fan, RemoveMessages: true)), Options, Now);
        var state = decision.Events.Aggregate(Open, ChatRoomMachine.Apply);
        Assert.Equal(("audit-1", ChatEntry.Removal(Party.Mod, userId: "fan")), state.Pending is [var only] ? (only.Audit.Id, only.Entry) : default);
        Assert.All(decision.Events, e => Assert.True(e.IsDurable));
        Assert.Empty(state.After(new ChatCommand.Finish("audit-1")).Pending);
    }

    [Fact]
    public void Removal_IsStoredEvenIfNothingElseChanges_AndNothingIsPinnedBesideIt()
    {
        var cleared = ChatRoomMachine.Decide(Open, By(Party.Mod, new ClearRoom()), Options, Now);
        Assert.True(Assert.Single(cleared.Events).IsDurable);
        var state = ChatRoomMachine.Apply(Open, cleared.Events[0]);
        Assert.Equal("!room_busy", Answer(state, By(Party.Mod, new PinMessage(7))));
        Assert.Equal("Pinned+Acted", Answer(state.After(new ChatCommand.Finish("audit-1")), By(Party.Mod, new PinMessage(7))));
    }
}
