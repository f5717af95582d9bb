using ContentPages.Chat;

namespace ContentPages.Grains.Chat;

/// <summary>What waits for its flush, and who waits for the answer.</summary>
/// <param name="draft">Without a number; null for an act that is in the audit alone.</param>
/// <param name="audit">Of an act; null for a message.</param>
internal sealed class WaitingEntry(ChatEntry? draft, ChatAuditEntry? audit)
{
    private readonly TaskCompletionSource<Result<ChatPosted>> _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public ChatEntry? Draft => draft;

    public ChatAuditEntry? Audit => audit;

    /// <summary>The draft with its number.</summary>
    public ChatEntry? Entry { get; private set; }

    public Task<Result<ChatPosted>> Answer => _answer.Task;

    /// <summary>The message is in the log already, or goes there under another name.</summary>
    public ChatEntry? Sent { get; set; }

    public void Number(long seq, DateTimeOffset at) => Entry = draft! with { Seq = seq, At = at };

    /// <summary>The audit of an act says what it made in the room.</summary>
    public ChatAuditEntry? NumberedAudit() => (Entry ?? Sent) switch
    {
        null => audit,
        { Kind: ChatEntryKind.Message } message => audit! with { Message = message.Seq },
        { } other => audit! with { Seq = other.Seq },
    };

    public void Succeed() => _answer.TrySetResult((Entry ?? Sent) is { } entry ? new ChatPosted(entry.Seq, entry.At) : new ChatPosted(0, default));

    public void Fail(Rejection rejection) => _answer.TrySetResult(rejection);
}
