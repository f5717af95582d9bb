using System.Text.Json;
using ContentPages.Chat;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Chat;
using static ContentPages.Grains.Tests.Chat.GivenRoom;

namespace ContentPages.Grains.Tests.Chat;

/// <summary>What taking back a review decides.</summary>
public sealed class ChatReviewUndoTests
{
    private static readonly HeldMessage First = new("held-1", Party.Fan, "c1", "please", Now, ChatHoldReason.All);

    private static readonly UndoAct Undo = new("audit-1");

    [Theory]
    [InlineData(ChatActKind.ApprovedHeld)]
    [InlineData(ChatActKind.RejectedHeld)]
    public void Review_KeepsWhatLetsTheMessageWaitAgain(ChatActKind kind)
    {
        var act = Reviewing(kind);
        Assert.Equal((kind, Party.Fan, "please", new("held-1", "c1", Now, ChatHoldReason.All)), (act.Audit.Kind, act.Audit.User, act.Audit.Text, act.Audit.Reviewed));
        Assert.Equal(act, JsonSerializer.Deserialize<PendingAct>(JsonSerializer.Serialize(act, CatalogStorage.Json), CatalogStorage.Json));
    }

    [Fact]
    public void Rejected_WaitsAgainAsItDid_UnderAnotherId()
    {
        var rejected = Reviewing(ChatActKind.RejectedHeld).Audit;
        var decision = Decide(Reviewed, By(Party.Mod, Undo, rejected, "audit-2"), Now.AddHours(1));
        Assert.Equal(First with { Id = "audit-2" }, Assert.Single(Applied(Reviewed, decision).Held));
        var act = decision.OfType<ChatEvent.Acted>().Single();
        Assert.True(act.WithState);
        Assert.Null(act.Act.Entry);
        Assert.Equal(("audit-2", ChatActKind.Undid, "audit-1", "RejectedHeld", Party.Fan), (act.Act.Audit.Id, act.Act.Audit.Kind, act.Act.Audit.Undoes, act.Act.Audit.Text, act.Act.Audit.User));
        // Its author sends it again: it waits already.
        Assert.Equal("-", Answer(Applied(Reviewed, decision), Post(Party.Fan, "please")));
    }

    [Fact]
    public void Approved_GoesFromTheRoomAndWaitsAgain_UnderAnIdThatTheLogDoesNotKnow()
    {
        var approved = Reviewing(ChatActKind.ApprovedHeld).Audit with { Message = 7 };
        var pinned = Reviewed.After(By(Party.Mod, new PinMessage(7)));
        var decision = Decide(pinned, By(Party.Mod, Undo, approved, "audit-2"));
        var state = Applied(pinned, decision);
        Assert.Equal(First with { Id = "audit-2", ClientId = "audit-2" }, Assert.Single(state.Held));
        Assert.Null(state.Pinned);
        var act = decision.OfType<ChatEvent.Acted>().Single().Act;
        Assert.Equal((ChatEntry.Removal(Party.Mod, message: 7), 7, "audit-1"), (act.Entry, act.Audit.Message, act.Audit.Undoes));

        var again = Decide(state with { Pending = [] }, By(Party.Mod, new ApproveHeld("audit-2"), id: "audit-3")).OfType<ChatEvent.Acted>().Single().Act;
        Assert.Equal(ChatEntry.Message(Party.Fan, ChatRole.Viewer, "audit-2", "please"), again.Entry);
    }

    [Fact]
    public void Approved_LeavesWhatElseIsPinned()
    {
        var pinned = Reviewed with { Pinned = Message with { Seq = 6 } };
        Assert.Equal("Held+Acted", Answer(pinned, By(Party.Mod, Undo, Reviewing(ChatActKind.ApprovedHeld).Audit with { Message = 7 }, "audit-2")));
    }

    [Fact]
    public void PutBack_StandsWhereItWas()
    {
        var state = Reviewed.After(Post(Party.Other, "later", id: "held-2"), Now.AddSeconds(5));
        var back = Applied(state, Decide(state, By(Party.Mod, Undo, Reviewing(ChatActKind.RejectedHeld).Audit, "audit-2"), Now.AddSeconds(9)));
        Assert.Equal(["audit-2", "held-2"], back.Held.Select(h => h.Id));
    }

    [Theory]
    [InlineData(ChatActKind.ApprovedHeld)]
    [InlineData(ChatActKind.RejectedHeld)]
    public void PutBack_KeepsTheBoundsOfTheQueue(ChatActKind kind)
    {
        var undo = By(Party.Mod, Undo, Reviewing(kind).Audit with { Message = 7 }, "audit-2");
        var state = Reviewed;
        for (var n = 0; n < ChatLimits.HeldOfOne - 1; n++) state = state.After(Post(Party.Fan, id: $"f{n}", clientId: $"f{n}"));
        Assert.Equal("Held+Acted", Answer(state, undo));
        Assert.Equal("!review_full", Answer(state.After(Post(Party.Fan, id: "f", clientId: "f")), undo));
        for (var n = 0; state.Held.Count < ChatLimits.Held - 1; n++) state = state.After(Post(new($"u{n}", "U"), id: $"u{n}"));
        Assert.Equal("Held+Acted", Answer(state, undo));
        Assert.Equal("!review_full", Answer(state.After(Post(Party.Other, id: "o")), undo));
        Assert.Equal(ChatLimits.Held, Applied(state, Decide(state, undo)).Held.Count);
    }

    [Fact]
    public void PutBack_Twice_IsDoneOnce()
    {
        var rejected = Reviewing(ChatActKind.RejectedHeld).Audit;
        var state = Applied(Reviewed, Decide(Reviewed, By(Party.Mod, Undo, rejected, "audit-2")));
        Assert.Equal("-", Answer(state, By(Party.Owner, Undo, rejected, "audit-3")));
        Assert.Equal("-", Answer(state with { Pending = [] }, By(Party.Owner, Undo, rejected with { UndoneBy = "audit-2" }, "audit-3")));
    }

    [Fact]
    public void PutBack_IsForThoseWhoMayUndoAndDelete()
    {
        var approved = Reviewing(ChatActKind.ApprovedHeld).Audit with { Message = 7 };
        Assert.Equal("!protected_user", Answer(Reviewed, By(Party.Mod, Undo, approved with { Actor = Party.Owner }, "audit-2")));
        Assert.Equal("!not_a_moderator", Answer(Reviewed, By(Party.Other, Undo, approved, "audit-2")));
        var promoted = Reviewed.After(By(Party.Owner, new AppointModerator(Party.Fan)));
        Assert.Equal("!protected_user", Answer(promoted, By(Party.Mod, Undo, approved, "audit-2")));
        Assert.Equal("Held+Acted", Answer(promoted, By(Party.Owner, Undo, approved, "audit-2")));
        Assert.Equal("Held+Acted", Answer(promoted, By(Party.Mod, Undo, approved with { Kind = ChatActKind.RejectedHeld }, "audit-2")));
    }

    private static PendingAct Reviewing(ChatActKind kind) =>
        Decide(Holding, By(Party.Mod, kind is ChatActKind.ApprovedHeld ? new ApproveHeld("held-1") : new RejectHeld("held-1"))).OfType<ChatEvent.Acted>().Single().Act;

    private static IReadOnlyList<ChatEvent> Decide(ChatRoomState state, ChatCommand command, DateTimeOffset? now = null)
    {
        var decision = ChatRoomMachine.Decide(state, command, Options, now ?? Now);
        Assert.Null(decision.Rejection);
        return decision.Events;
    }

    private static ChatRoomState Applied(ChatRoomState state, IReadOnlyList<ChatEvent> events) => events.Aggregate(state, ChatRoomMachine.Apply);
}
