using ContentPages.Chat;
using ContentPages.Grains.Chat;

namespace ContentPages.Grains.Tests.Chat;

/// <summary>One room in each situation, made by the machine itself.</summary>
internal static class GivenRoom
{
    public static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly ChatOptions Options = new();

    public static readonly ChatMessage Message = new(7, Party.Fan.UserId, Party.Fan.Name, ChatRole.Viewer, "hello", Now.AddMinutes(-1));

    public static ChatRoomState Absent => new();

    public static ChatRoomState Open => new ChatRoomState { Host = new(Party.Owner.UserId, Visibility.Public) }.After(By(Party.Owner, new AppointModerator(Party.Mod)));

    public static ChatRoomState Private => Open with { Host = new(Party.Owner.UserId, Visibility.Private) };

    public static ChatRoomState Closed => Set(s => s with { Closed = true });

    public static ChatRoomState Slow => Set(s => s with { SlowModeSeconds = 30 });

    public static ChatRoomState Reviewed => Set(s => s with { Hold = ChatHold.All });

    /// <summary>Holds one message of the fan.</summary>
    public static ChatRoomState Holding => Reviewed.After(Post(Party.Fan, "please", id: "held-1"));

    public static ChatRoomState TimedOut => Open.After(By(Party.Mod, new TimeOutUser(Party.Fan, 60)));

    public static ChatRoomState Banned => Open.After(By(Party.Mod, new BanUser(Party.Fan)));

    public static ChatRoomState Pinned => Open.After(By(Party.Mod, new PinMessage(7)));

    public static ChatRoomState Set(Func<ChatSettings, ChatSettings> change) => Open.After(By(Party.Owner, new ChangeChatSettings(change(ChatSettings.Default))));

    public static IReadOnlyDictionary<string, ChatRoomState> Situations { get; } = new Dictionary<string, ChatRoomState>
    {
        [nameof(Absent)] = Absent,
        [nameof(Open)] = Open,
        [nameof(Private)] = Private,
        [nameof(Closed)] = Closed,
        [nameof(Slow)] = Slow,
        [nameof(Holding)] = Holding,
        [nameof(TimedOut)] = TimedOut,
        [nameof(Banned)] = Banned,
        [nameof(Pinned)] = Pinned,
    };

    public static ChatCommand.Post Post(
        ChatPerson? author, string text = "hi", TermVerdict verdict = TermVerdict.Clear, AuthorPace pace = default, string id = "new", string clientId = "c1") =>
        new(author, clientId, text, verdict, pace, id);

    /// <summary>As the shell makes it: with <see cref="Message"/> for acts on number 7, and for the undo of its approval.</summary>
    public static ChatCommand.Moderate By(ChatPerson actor, ChatAct act, ChatAuditEntry? undone = null, string id = "audit-1") =>
        new(actor, act, id,
            act is DeleteMessage { Seq: 7 } or PinMessage { Seq: 7 } || undone is { Kind: ChatActKind.ApprovedHeld, Message: 7 } ? Message : null, undone);

    public static ChatRoomState After(this ChatRoomState state, ChatCommand command, DateTimeOffset? now = null)
    {
        var decision = ChatRoomMachine.Decide(state, command, Options, now ?? Now);
        Assert.Null(decision.Rejection);
        var after = decision.Events.Aggregate(state, ChatRoomMachine.Apply);
        // The log has it.
        return after with { Pending = [] };
    }

    /// <summary>Events, <c>-</c> for none, or <c>!code</c> for a rejection.</summary>
    public static string Answer(ChatRoomState state, ChatCommand command, DateTimeOffset? now = null)
    {
        var decision = ChatRoomMachine.Decide(state, command, Options, now ?? Now);
        return decision.Rejection is { } rejection ? $"!{rejection.Code}"
            : decision.Events.Count == 0 ? "-"
            : string.Join('+', decision.Events.Select(e => e.GetType().Name));
    }
}
