using System.Text.Json;
using ContentPages.Chat;
using ContentPages.Grains.Catalog;
using ContentPages.Grains.Chat;
using FsCheck;
using FsCheck.Fluent;

namespace ContentPages.Grains.Tests.Chat;

public sealed class ChatRandomCommandsTests
{
    private static readonly ChatPerson[] People = [Party.Owner, Party.Mod, Party.Fan, Party.Other, new("u5", "U"), new("u6", "U")];

    /// <summary>Numbers choose commands and their parameters, so that a failing run shrinks to a short list of small numbers.</summary>
    [Fact]
    public void AnyCommandsInAnyOrder_NeverThrowAndKeepTheInvariants() =>
        Prop.ForAll<int[]>(Run).Check(Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(250));

    private static void Run(int[] numbers)
    {
        var next = 0;
        int Take(int below) => next < numbers.Length ? (int)((uint)numbers[next++] % (uint)below) : 0;
        var state = GivenRoom.Situations.Values.ElementAt(Take(GivenRoom.Situations.Count));
        var now = GivenRoom.Now;
        var id = 0;
        while (next < numbers.Length)
        {
            now += TimeSpan.FromSeconds(new[] { 0, 0, 1, 30, 3600 }[Take(5)]);
            var command = Command(Take, state, $"{id++:D6}");
            var decision = ChatRoomMachine.Decide(state, command, GivenRoom.Options, now);
            if (decision.Rejection is { } rejection)
            {
                Assert.Empty(decision.Events);
                Assert.NotEmpty(rejection.Code);
                Assert.True(rejection.RetryAfter is null or > 0);
            }

            var after = decision.Events.Aggregate(state, ChatRoomMachine.Apply);
            Check(after);
            CheckStep(state, command, decision.Events, after);
            state = after;
        }
    }

    private static void Check(ChatRoomState state)
    {
        Assert.InRange(state.Held.Count, 0, ChatLimits.Held);
        Assert.InRange(state.Pending.Count, 0, ChatLimits.Pending);
        Assert.All(state.Held, h => Assert.DoesNotContain(h.Author.UserId, state.Bans.Keys));
        Assert.All(state.Held.GroupBy(h => h.Author.UserId), own => Assert.InRange(own.Count(), 1, ChatLimits.HeldOfOne));
        Assert.Equal(state.Held.Count, state.Held.Select(h => h.Id).Distinct().Count());
        Assert.Equal(state.Held.Count, state.Held.Select(h => (h.Author.UserId, h.ClientId)).Distinct().Count());
        Assert.Equal(state.Held.Select(h => h.At).Order(), state.Held.Select(h => h.At));
        Assert.DoesNotContain(Party.Owner.UserId, state.Bans.Keys);
        Assert.DoesNotContain(Party.Owner.UserId, state.TimeOuts.Keys);
        Assert.InRange(state.Settings.SlowModeSeconds, 0, ChatSettings.MostSlowModeSeconds);
        var stored = JsonSerializer.SerializeToUtf8Bytes(state, CatalogStorage.Json);
        Assert.InRange(stored.Length, 1, 400_000);
    }

    private static void CheckStep(ChatRoomState before, ChatCommand command, IReadOnlyList<ChatEvent> events, ChatRoomState after)
    {
        // Every act is in the audit, once; and what changes the state is remembered until the log has it.
        if (command is ChatCommand.Moderate moderate && events.Count > 0)
        {
            var act = Assert.Single(events.OfType<ChatEvent.Acted>());
            Assert.Equal((moderate.NewId, moderate.Actor), (act.Act.Audit.Id, act.Act.Audit.Actor));
            Assert.Equal(events.Count > 1 || act.Act.Entry is { Kind: ChatEntryKind.Removal }, act.WithState);
            Assert.Equal(before.Pending.Count + (act.WithState ? 1 : 0), after.Pending.Count);
            Assert.NotEqual(ChatRole.Viewer, before.RoleOf(moderate.Actor.UserId));
            if (act.Act.Audit.Kind is ChatActKind.Undid && events.OfType<ChatEvent.Held>().SingleOrDefault() is { } putBack)
                Assert.Equal((moderate.NewId, moderate.Undone!.Reviewed!.At), (putBack.Message.Id, putBack.Message.At));
        }

        if (events.Any(e => e is ChatEvent.Accepted)) Assert.Equal(before, after);
    }

    private static ChatCommand Command(Func<int, int> take, ChatRoomState state, string id)
    {
        var actor = People[take(People.Length)];
        var user = People[take(People.Length)];
        if (take(3) == 0)
            return GivenRoom.Post(take(8) == 0 ? null : actor, take(9) == 0 ? "" : "hi www.x.org", (TermVerdict)take(3), id: id, clientId: $"{take(20)}");
        if (take(3) == 0 && state.Pending.Count > 0) return new ChatCommand.Finish(state.Pending[take(state.Pending.Count)].Audit.Id);
        var held = state.Held.Count > 0 ? state.Held[take(state.Held.Count)].Id : "none";
        ChatAct act = take(13) switch
        {
            0 => new DeleteMessage(7),
            1 => new ClearRoom(),
            2 => new TimeOutUser(user, take(100), take(2) == 0),
            3 => new BanUser(user, take(2) == 0),
            4 => new UnbanUser(user.UserId),
            5 => new ChangeChatSettings(new(take(140), take(2) == 0 ? [] : ["x"], (ChatHold)take(4), (ChatFilterFailure)take(4), take(5) == 0)),
            6 => new ApproveHeld(held),
            7 => new RejectHeld(held),
            8 => new PinMessage(take(2) == 0 ? 7 : 8),
            9 => new UnpinMessage(),
            10 => new AppointModerator(user),
            11 => new DismissModerator(user.UserId),
            _ => new UndoAct("a"),
        };
        var undone = new ChatAuditEntry("a", GivenRoom.Now, actor, (ChatActKind)take(13), user, Message: take(3) == 0 ? null : 7, Text: "hi", Seq: take(2) == 0 ? null : 3,
            Reviewed: take(4) == 0 ? null : new($"{id}-held", $"{take(20)}", GivenRoom.Now.AddSeconds(take(100_000)), (ChatHoldReason)take(3)));
        return GivenRoom.By(actor, act, take(4) == 0 ? null : undone, id);
    }
}
