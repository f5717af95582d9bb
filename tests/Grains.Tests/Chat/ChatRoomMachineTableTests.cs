using ContentPages.Chat;
using ContentPages.Grains.Chat;
using static ContentPages.Grains.Tests.Chat.GivenRoom;

namespace ContentPages.Grains.Tests.Chat;

/// <summary>Every command in every situation.</summary>
public sealed class ChatRoomMachineTableTests
{
    /// <summary>Rows: commands; columns: situations of <see cref="GivenRoom"/>.</summary>
    private const string Expected = """
        command         Absent      Open                  Private               Closed                Slow                  Holding                        TimedOut                Banned                Pinned
        nobodyPosts     !not_found  !sign_in_required     !not_found            !sign_in_required     !sign_in_required     !sign_in_required              !sign_in_required       !sign_in_required     !sign_in_required
        fanPosts        !not_found  Accepted              !not_found            !chat_closed          Accepted              -                              !timed_out              !banned               Accepted
        fanPostsAgain   !not_found  Accepted              !not_found            !chat_closed          !slow_mode            Held                           !timed_out              !banned               Accepted
        otherPosts      !not_found  Accepted              !not_found            !chat_closed          Accepted              Held                           Accepted                Accepted              Accepted
        modPosts        !not_found  Accepted              !not_found            Accepted              Accepted              Accepted                       Accepted                Accepted              Accepted
        ownerPosts      !not_found  Accepted              Accepted              Accepted              Accepted              Accepted                       Accepted                Accepted              Accepted
        fanBlocked      !not_found  !blocked_term         !not_found            !chat_closed          !blocked_term         -                              !timed_out              !banned               !blocked_term
        modBlocked      !not_found  Accepted              !not_found            Accepted              Accepted              Accepted                       Accepted                Accepted              Accepted
        otherUnchecked  !not_found  Held                  !not_found            !chat_closed          Held                  Held                           Held                    Held                  Held
        fanClears       !not_found  !not_a_moderator      !not_found            !not_a_moderator      !not_a_moderator      !not_a_moderator               !not_a_moderator        !not_a_moderator      !not_a_moderator
        clear           !not_found  Acted                 Acted                 Acted                 Acted                 Acted                          Acted                   Acted                 Pinned+Acted
        delete          !not_found  Acted                 Acted                 Acted                 Acted                 Acted                          Acted                   Acted                 Pinned+Acted
        deleteUnknown   !not_found  !message_not_found    !message_not_found    !message_not_found    !message_not_found    !message_not_found             !message_not_found      !message_not_found    !message_not_found
        timeOut         !not_found  TimedOut+Acted        TimedOut+Acted        TimedOut+Acted        TimedOut+Acted        TimedOut+Acted                 TimedOut+Acted          TimedOut+Acted        TimedOut+Acted
        timeOutWipe     !not_found  TimedOut+Acted        TimedOut+Acted        TimedOut+Acted        TimedOut+Acted        TimedOut+Acted                 TimedOut+Acted          TimedOut+Acted        TimedOut+Pinned+Acted
        ban             !not_found  Banned+Acted          Banned+Acted          Banned+Acted          Banned+Acted          Banned+Acted                   Banned+Acted            -                     Banned+Acted
        banWipe         !not_found  Banned+Acted          Banned+Acted          Banned+Acted          Banned+Acted          Banned+Acted                   Banned+Acted            Banned+Acted          Banned+Pinned+Acted
        unban           !not_found  -                     -                     -                     -                     -                              Pardoned+Acted          Pardoned+Acted        -
        settings        !not_found  SettingsChanged+Acted SettingsChanged+Acted SettingsChanged+Acted SettingsChanged+Acted SettingsChanged+Acted          SettingsChanged+Acted   SettingsChanged+Acted SettingsChanged+Acted
        approve         !not_found  !held_not_found       !held_not_found       !held_not_found       !held_not_found       Reviewed+Acted                 !held_not_found         !held_not_found       !held_not_found
        reject          !not_found  !held_not_found       !held_not_found       !held_not_found       !held_not_found       Reviewed+Acted                 !held_not_found         !held_not_found       !held_not_found
        pin             !not_found  Pinned+Acted          Pinned+Acted          Pinned+Acted          Pinned+Acted          Pinned+Acted                   Pinned+Acted            Pinned+Acted          -
        unpin           !not_found  -                     -                     -                     -                     -                              -                       -                     Pinned+Acted
        appoint         !not_found  Appointed+Acted       Appointed+Acted       Appointed+Acted       Appointed+Acted       Appointed+Acted                Appointed+Acted         Appointed+Acted       Appointed+Acted
        appointAgain    !not_found  -                     -                     -                     -                     -                              -                       -                     -
        dismiss         !not_found  Dismissed+Acted       Dismissed+Acted       Dismissed+Acted       Dismissed+Acted       Dismissed+Acted                Dismissed+Acted         Dismissed+Acted       Dismissed+Acted
        dismissNobody   !not_found  -                     -                     -                     -                     -                              -                       -                     -
        undoUnknown     !not_found  !audit_not_found      !audit_not_found      !audit_not_found      !audit_not_found      !audit_not_found               !audit_not_found        !audit_not_found      !audit_not_found
        undoDelete      !not_found  Acted                 Acted                 Acted                 Acted                 Acted                          Acted                   Acted                 Acted
        undoBan         !not_found  Pardoned+Acted        Pardoned+Acted        Pardoned+Acted        Pardoned+Acted        Pardoned+Acted                 Pardoned+Acted          Pardoned+Acted        Pardoned+Acted
        undoUndone      !not_found  -                     -                     -                     -                     -                              -                       -                     -
        undoPin         !not_found  !not_undoable         !not_undoable         !not_undoable         !not_undoable         !not_undoable                  !not_undoable           !not_undoable         !not_undoable
        undoApprove     !not_found  Held+Acted            Held+Acted            Held+Acted            Held+Acted            Held+Acted                     Held+Acted              !author_banned        Held+Pinned+Acted
        undoApproveGone !not_found  !message_not_found    !message_not_found    !message_not_found    !message_not_found    !message_not_found             !message_not_found      !message_not_found    !message_not_found
        undoReject      !not_found  Held+Acted            Held+Acted            Held+Acted            Held+Acted            Held+Acted                     Held+Acted              !author_banned        Held+Acted
        undoRejectAgain !not_found  Held+Acted            Held+Acted            Held+Acted            Held+Acted            !already_held                  Held+Acted              !author_banned        Held+Acted
        undoOldReview   !not_found  !not_undoable         !not_undoable         !not_undoable         !not_undoable         !not_undoable                  !not_undoable           !not_undoable         !not_undoable
        finish          -           -                     -                     -                     -                     -                              -                       -                     -
        """;

    private static readonly ChatAuditEntry Audited = new("audit-9", Now, Party.Mod, ChatActKind.DeletedMessage, Party.Fan, Seq: 8);

    private static readonly ChatAuditEntry Review =
        new("audit-9", Now, Party.Mod, ChatActKind.RejectedHeld, Party.Fan, Text: "hello", Reviewed: new("held-9", "c9", Now.AddMinutes(-2), ChatHoldReason.Link));

    private static readonly IReadOnlyDictionary<string, ChatCommand> Commands = new Dictionary<string, ChatCommand>
    {
        ["nobodyPosts"] = Post(null),
        ["fanPosts"] = Post(Party.Fan),
        ["fanPostsAgain"] = Post(Party.Fan, pace: new(Now.AddSeconds(-10), 1, Now.AddSeconds(-10)), clientId: "c2"),
        ["otherPosts"] = Post(Party.Other),
        ["modPosts"] = Post(Party.Mod, pace: new(Now, 1, Now)),
        ["ownerPosts"] = Post(Party.Owner, pace: new(Now, 1, Now)),
        ["fanBlocked"] = Post(Party.Fan, verdict: TermVerdict.Blocked),
        ["modBlocked"] = Post(Party.Mod, verdict: TermVerdict.Blocked),
        ["otherUnchecked"] = Post(Party.Other, verdict: TermVerdict.Failed),
        ["fanClears"] = By(Party.Fan, new ClearRoom()),
        ["clear"] = By(Party.Owner, new ClearRoom()),
        ["delete"] = By(Party.Owner, new DeleteMessage(7)),
        ["deleteUnknown"] = By(Party.Owner, new DeleteMessage(8)),
        ["timeOut"] = By(Party.Owner, new TimeOutUser(Party.Fan, 30)),
        ["timeOutWipe"] = By(Party.Owner, new TimeOutUser(Party.Fan, 30, RemoveMessages: true)),
        ["ban"] = By(Party.Owner, new BanUser(Party.Fan)),
        ["banWipe"] = By(Party.Owner, new BanUser(Party.Fan, RemoveMessages: true)),
        ["unban"] = By(Party.Owner, new UnbanUser(Party.Fan.UserId)),
        ["settings"] = By(Party.Owner, new ChangeChatSettings(ChatSettings.Default with { SlowModeSeconds = 7 })),
        ["approve"] = By(Party.Owner, new ApproveHeld("held-1")),
        ["reject"] = By(Party.Owner, new RejectHeld("held-1")),
        ["pin"] = By(Party.Owner, new PinMessage(7)),
        ["unpin"] = By(Party.Owner, new UnpinMessage()),
        ["appoint"] = By(Party.Owner, new AppointModerator(Party.Other)),
        ["appointAgain"] = By(Party.Owner, new AppointModerator(Party.Mod)),
        ["dismiss"] = By(Party.Owner, new DismissModerator(Party.Mod.UserId)),
        ["dismissNobody"] = By(Party.Owner, new DismissModerator("nobody")),
        ["undoUnknown"] = By(Party.Owner, new UndoAct("audit-9")),
        ["undoDelete"] = By(Party.Owner, new UndoAct("audit-9"), Audited),
        ["undoBan"] = By(Party.Owner, new UndoAct("audit-9"), Audited with { Kind = ChatActKind.BannedUser, Seq = null }),
        ["undoUndone"] = By(Party.Owner, new UndoAct("audit-9"), Audited with { UndoneBy = "audit-10" }),
        ["undoPin"] = By(Party.Owner, new UndoAct("audit-9"), Audited with { Kind = ChatActKind.PinnedMessage }),
        ["undoApprove"] = By(Party.Owner, new UndoAct("audit-9"), Review with { Kind = ChatActKind.ApprovedHeld, Message = 7 }),
        ["undoApproveGone"] = By(Party.Owner, new UndoAct("audit-9"), Review with { Kind = ChatActKind.ApprovedHeld, Message = 8 }),
        ["undoReject"] = By(Party.Owner, new UndoAct("audit-9"), Review),
        ["undoRejectAgain"] = By(Party.Owner, new UndoAct("audit-9"), Review with { Reviewed = Review.Reviewed! with { ClientId = "c1" } }),
        ["undoOldReview"] = By(Party.Owner, new UndoAct("audit-9"), Review with { Reviewed = null }),
        ["finish"] = new ChatCommand.Finish("audit-1"),
    };

    public static TheoryData<string, string, string> Cells()
    {
        var lines = Expected.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        var cells = new TheoryData<string, string, string>();
        foreach (var row in lines.Skip(1))
            foreach (var (situation, expected) in lines[0].Skip(1).Zip(row.Skip(1)))
                cells.Add(situation, row[0], expected);
        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void Decide_InEverySituation_AnswersWhatTheTableSays(string situation, string command, string expected) =>
        Assert.Equal(expected, Answer(Situations[situation], Commands[command]));

    [Fact]
    public void Table_HasEveryCommandAndSituation()
    {
        var lines = Expected.Split('\n').Select(l => l.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToList();
        Assert.Equal(Situations.Keys, lines[0].Skip(1));
        Assert.Equal(Commands.Keys, lines.Skip(1).Select(l => l[0]));
        Assert.All(lines, l => Assert.Equal(Situations.Count + 1, l.Length));
    }
}
