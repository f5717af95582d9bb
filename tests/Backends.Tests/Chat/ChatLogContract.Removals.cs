using ContentPages.Chat;
using ContentPages.Grains.Chat;

namespace ContentPages.Backends.Tests.Chat;

public abstract partial class ChatLogContract
{
    [Fact]
    public async Task Removal_OfOne_TakesItsTextAway_AndRestorationBringsItBack()
    {
        await Say(1, 3);
        await Add(Numbered(4, ChatEntry.Removal(Mod, message: 2)));
        await Sees(1, 3);
        Assert.Equal(["m1", null, "m3", null], (await Log.Read(Room, 0, 10, Cancel)).Select(e => e.Text));
        Assert.Equal([1L, 3L], (await Log.ReadBetween(Room, Start, Start.AddYears(1), 0, 10, Cancel)).Select(m => m.Seq));
        Assert.Equal([Said(2).AsMessage()], await Log.ReadRemoved(Room, 4, 10, Cancel));

        await Add(Numbered(5, ChatEntry.Restoration(Mod, 4, [])));
        await Sees(1, 2, 3);
        Assert.Empty(await Log.ReadRemoved(Room, 4, 10, Cancel));
    }

    [Fact]
    public async Task Removal_OfAUser_ReachesBackAndNotAhead()
    {
        await Add(Said(1, "a"), Said(2, "b"), Said(3, "a"));
        await Add(Numbered(4, ChatEntry.Removal(Mod, userId: "a")), Said(5, "a"));
        await Sees(2, 5);
        Assert.Equal([1L, 3L], (await Log.ReadRemoved(Room, 4, 10, Cancel)).Select(m => m.Seq));
        Assert.Equal([3L], (await Log.ReadRemoved(Room, 4, 1, Cancel)).Select(m => m.Seq));
    }

    [Fact]
    public async Task Removal_OfAll_LeavesWhatComesAfter()
    {
        await Say(1, 5);
        await Add(Numbered(6, ChatEntry.Removal(Mod)), Said(7));
        await Sees(7);
        await Add(Numbered(8, ChatEntry.Restoration(Mod, 6, [])));
        await Sees(1, 2, 3, 4, 5, 7);
    }

    [Fact]
    public async Task Removals_ThatOverlap_AreEachTakenBackAlone()
    {
        await Add(Said(1, "a"), Said(2, "b"), Said(3, "a"));
        await Add(Numbered(4, ChatEntry.Removal(Mod, message: 1)), Numbered(5, ChatEntry.Removal(Mod, userId: "a")), Numbered(6, ChatEntry.Removal(Mod)),
            Numbered(7, ChatEntry.Removal(Mod, message: 1)));
        Assert.Equal([2L], (await Log.ReadRemoved(Room, 6, 10, Cancel)).Select(m => m.Seq));
        await Add(Numbered(8, ChatEntry.Restoration(Mod, 6, [])));
        await Sees(2);
        await Add(Numbered(9, ChatEntry.Restoration(Mod, 5, [])));
        await Sees(2, 3);
        await Add(Numbered(10, ChatEntry.Restoration(Mod, 4, [])));
        await Sees(2, 3);
        await Add(Numbered(11, ChatEntry.Restoration(Mod, 7, [])));
        await Sees(1, 2, 3);
    }

    [Fact]
    public async Task Audit_IsReadNewestFirstByPage()
    {
        await Log.Append(Room, [], [Audit(1), Audit(2)], Cancel);
        await Log.Append(Room, [Said(1)], [Audit(3)], Cancel);
        var first = await Log.ReadAudit(Room, null, 2, Cancel);
        Assert.Equal([Audit(3), Audit(2)], first);
        Assert.Equal([Audit(1)], await Log.ReadAudit(Room, first[^1].Id, 2, Cancel));
    }

    [Fact]
    public async Task Audit_WithAKnownId_IsAConflictAndWritesNothing()
    {
        await Log.Append(Room, [], [Audit(1)], Cancel);
        await Assert.ThrowsAsync<ChatLogConflictException>(() => Log.Append(Room, [Said(1)], [Audit(2), Audit(1) with { Reason = "again" }], Cancel));
        Assert.Equal([Audit(1)], await Log.ReadAudit(Room, null, 10, Cancel));
        Assert.Equal(0, await Log.Last(Room, Cancel));
    }

    [Fact]
    public async Task Audit_OfAnUndo_MarksWhatItUndoes()
    {
        var whole = new ChatAuditEntry(Audit(1).Id, Start, Mod, ChatActKind.TimedOutUser, new("fan", "Fay"), 7, "täxt", "why", Start.AddHours(1), null, 8);
        await Log.Append(Room, [], [whole], Cancel);
        await Log.Append(Room, [], [Audit(2, whole.Id), Audit(3, whole.Id)], Cancel);
        Assert.Equal(whole with { UndoneBy = Audit(2).Id }, await Log.GetAudit(Room, whole.Id, Cancel));
        Assert.Null(await Log.GetAudit(OtherRoom, whole.Id, Cancel));
    }

    [Fact]
    public async Task Audit_OfAReview_KeepsWhatLetsItsMessageWaitAgain()
    {
        var review = Audit(1) with
        {
            Kind = ChatActKind.ApprovedHeld, User = new("fan", "Fay"), Text = "täxt", Message = 7, Reviewed = new("held", "c1", Start.AddTicks(1), ChatHoldReason.FilterFailed),
        };
        await Log.Append(Room, [], [review], Cancel);
        Assert.Equal(review, await Log.GetAudit(Room, review.Id, Cancel));
        Assert.Equal([review], await Log.ReadAudit(Room, null, 10, Cancel));
    }
}
