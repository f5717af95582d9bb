using ContentPages.Chat;

namespace ContentPages.Grains.Chat;

/// <summary>What has happened in a room. Only <see cref="ChatRoomMachine.Apply"/> gives it meaning.</summary>
public abstract record ChatEvent(DateTimeOffset At)
{
    /// <summary>Whether it must be stored before it is acted on.</summary>
    public virtual bool IsDurable => true;

    /// <summary>A message goes to the log; that is where it becomes durable.</summary>
    public sealed record Accepted(ChatEntry Draft, DateTimeOffset At) : ChatEvent(At)
    {
        public override bool IsDurable => false;
    }

    /// <summary>An act goes to the log.</summary>
    /// <param name="WithState">It also changes the state, which is stored first and remembers the act until the log has it.</param>
    public sealed record Acted(PendingAct Act, bool WithState, DateTimeOffset At) : ChatEvent(At)
    {
        public override bool IsDurable => WithState;
    }

    /// <summary>The log has an act. It is forgotten in memory; the next write tells the storage.</summary>
    public sealed record ActFinished(string AuditId, DateTimeOffset At) : ChatEvent(At)
    {
        public override bool IsDurable => false;
    }

    public sealed record Held(HeldMessage Message, DateTimeOffset At) : ChatEvent(At);

    /// <summary>A message does not wait for review any more.</summary>
    public sealed record Reviewed(string HeldId, DateTimeOffset At) : ChatEvent(At);

    public sealed record TimedOut(ChatPerson User, DateTimeOffset Until, DateTimeOffset At) : ChatEvent(At);

    public sealed record Banned(ChatPerson User, DateTimeOffset At) : ChatEvent(At);

    /// <summary>Neither banned nor timed out any more.</summary>
    public sealed record Pardoned(string UserId, DateTimeOffset At) : ChatEvent(At);

    public sealed record SettingsChanged(ChatSettings Settings, DateTimeOffset At) : ChatEvent(At);

    /// <param name="Message">Null: nothing is pinned any more.</param>
    public sealed record Pinned(ChatMessage? Message, DateTimeOffset At) : ChatEvent(At);

    public sealed record Appointed(ChatPerson User, DateTimeOffset At) : ChatEvent(At);

    public sealed record Dismissed(string UserId, DateTimeOffset At) : ChatEvent(At);
}
