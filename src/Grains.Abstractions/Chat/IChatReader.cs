namespace ContentPages.Chat;

/// <summary>Old messages out of the log, without waking the room. What was removed or has expired is left out.</summary>
public interface IChatReader
{
    /// <summary>The newest messages before a number, by number.</summary>
    /// <param name="before">Null for the newest of all.</param>
    /// <param name="limit">1 to 100.</param>
    Task<ChatPage> History(string streamId, long? before, int limit, CancellationToken cancel = default);

    /// <summary>The messages of a time, by number: what was said beside a part of a recording.</summary>
    /// <param name="until">Exclusive.</param>
    /// <param name="after">Only those with a higher number: where the page before ended; null for the first.</param>
    /// <param name="limit">1 to 500.</param>
    Task<ChatPage> Between(
        string streamId, DateTimeOffset from, DateTimeOffset until, long? after, int limit, CancellationToken cancel = default);
}

/// <param name="Next">What to ask the next page with (<c>before</c> or <c>after</c>), or null at the end.</param>
public sealed record ChatPage(IReadOnlyList<ChatMessage> Messages, long? Next);
