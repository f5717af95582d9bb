namespace ContentPages.Grains.Chat;

/// <summary>What waits for the next flush, in order. The grain bounds it: messages by an option, acts by taking one at a time.</summary>
internal sealed class ChatQueue
{
    private readonly Queue<WaitingEntry> _waiting = new();
    private readonly Dictionary<(string UserId, string ClientId), WaitingEntry> _messages = [];
    private readonly HashSet<string> _acts = new(StringComparer.Ordinal);

    public int Count => _waiting.Count;

    /// <summary>Taken, and not answered yet: those count too.</summary>
    public int Unanswered => _messages.Count;

    public void Add(WaitingEntry entry)
    {
        _waiting.Enqueue(entry);
        if (entry.Audit is { } audit) _acts.Add(audit.Id);
        if (entry.Draft is { Kind: ChatEntryKind.Message } draft) _messages.TryAdd((draft.UserId, draft.ClientId), entry);
    }

    /// <summary>A message that waits, or is on its way into the log.</summary>
    public WaitingEntry? Find(string userId, string clientId) => _messages.GetValueOrDefault((userId, clientId));

    public bool HasAct(string auditId) => _acts.Contains(auditId);

    public bool TryTake(out WaitingEntry entry) => _waiting.TryDequeue(out entry!);

    /// <summary>It is answered.</summary>
    public void Forget(WaitingEntry entry)
    {
        if (entry.Audit is { } audit) _acts.Remove(audit.Id);
        if (entry.Draft is { Kind: ChatEntryKind.Message } draft && Find(draft.UserId, draft.ClientId) == entry)
            _messages.Remove((draft.UserId, draft.ClientId));
    }
}
