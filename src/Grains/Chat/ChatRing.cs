using ContentPages.Chat;

namespace ContentPages.Grains.Chat;

/// <summary>The newest entries of a room, without gap, and what is seen of them. Overflow policy: the oldest goes.</summary>
internal sealed class ChatRing
{
    public const int Capacity = 500;

    /// <summary>Messages that somebody gets who has none, or has missed too much.</summary>
    public const int Latest = 100;

    private readonly ChatEntry[] _entries = new ChatEntry[Capacity];
    private readonly Dictionary<(string UserId, string ClientId), long> _sent = [];
    private readonly HashSet<long> _undone = [];

    /// <summary>By place in <see cref="_entries"/>: not to be seen.</summary>
    private readonly bool[] _hidden = new bool[Capacity];

    /// <param name="last">Number of the newest entry that was there before.</param>
    public ChatRing(long last) => (First, Last) = (last + 1, last);

    /// <summary>Number of the oldest entry it has; one more than <see cref="Last"/> when it has none.</summary>
    public long First { get; private set; }

    public long Last { get; private set; }

    public void Add(ChatEntry entry)
    {
        if (entry.Seq != Last + 1)
        {
            // The log has expired what was between.
            while (First <= Last) Drop();
            First = entry.Seq;
        }
        else if (entry.Seq - First == Capacity)
        {
            Drop();
        }

        Last = entry.Seq;
        this[entry.Seq] = entry;
        _hidden[entry.Seq % Capacity] = entry is { Kind: ChatEntryKind.Message, Text: null };
        if (entry.ClientId.Length > 0) _sent[(entry.UserId, entry.ClientId)] = entry.Seq;
        if (entry.Kind is not ChatEntryKind.Message) Look(entry);
    }

    /// <summary>What was sent with this id, whether it is still seen or not.</summary>
    public ChatEntry? Find(string userId, string clientId) => _sent.TryGetValue((userId, clientId), out var seq) ? this[seq] : null;

    /// <summary>A message that is seen now; null when it is not, or is older than the ring.</summary>
    public ChatMessage? Message(long seq) => seq >= First && seq <= Last && IsSeen(seq) ? this[seq].AsMessage() : null;

    public IEnumerable<ChatEntry> All()
    {
        for (var seq = First; seq <= Last; seq++) yield return this[seq];
    }

    /// <summary>What has happened after a number, as it looks now.</summary>
    /// <param name="after">At least <c>First - 1</c>.</param>
    public ChatSlice Since(long after)
    {
        var slice = new ChatSlice();
        for (var seq = after + 1; seq <= Last; seq++)
        {
            var entry = this[seq];
            if (IsSeen(seq)) slice.Messages.Add(entry.AsMessage());
            else if (entry.Kind is ChatEntryKind.Removal && !_undone.Contains(seq)) slice.Removed.Add(entry.AsRemoval());
            // Also when its removal comes after as well: with another removal between them, what it covered was not shown even before.
            else if (entry.Kind is ChatEntryKind.Restoration)
                slice.Add(entry, entry.Restored?.Where(m => !Removals().Exists(r => r.Covers(m.Seq, m.UserId))));
        }

        return slice;
    }

    /// <summary>The newest messages that are seen now, at most <see cref="Latest"/>.</summary>
    public List<ChatMessage> Newest()
    {
        var newest = new List<ChatMessage>();
        for (var seq = Last; seq >= First && newest.Count < Latest; seq--)
        {
            if (IsSeen(seq)) newest.Add(this[seq].AsMessage());
        }

        newest.Reverse();
        return newest;
    }

    private ChatEntry this[long seq]
    {
        get => _entries[seq % Capacity];
        set => _entries[seq % Capacity] = value;
    }

    private bool IsSeen(long seq) => this[seq].Kind is ChatEntryKind.Message && !_hidden[seq % Capacity];

    private List<ChatRemoval> Removals() =>
        [.. All().Where(e => e.Kind is ChatEntryKind.Removal && !_undone.Contains(e.Seq)).Select(e => e.AsRemoval())];

    private void Drop()
    {
        var oldest = this[First++];
        _undone.Remove(oldest.Seq);
        var key = (oldest.UserId, oldest.ClientId);
        if (_sent.TryGetValue(key, out var seq) && seq == oldest.Seq) _sent.Remove(key);
    }

    /// <summary>A removal or a restoration changes what is seen of what is before it.</summary>
    private void Look(ChatEntry changed)
    {
        if (changed is { Kind: ChatEntryKind.Restoration, Target: { } removal }) _undone.Add(removal);
        var back = changed.Restored?.ToDictionary(m => m.Seq, m => m.Text) ?? [];
        var removals = Removals();
        for (var seq = First; seq < changed.Seq; seq++)
        {
            var entry = this[seq];
            if (entry.Kind is not ChatEntryKind.Message) continue;
            if (entry.Text is null && back.TryGetValue(seq, out var text)) this[seq] = entry with { Text = text };
            _hidden[seq % Capacity] = this[seq].Text is null || removals.Exists(r => r.Covers(seq, entry.UserId));
        }
    }
}

/// <summary>A part of what has happened.</summary>
internal sealed class ChatSlice
{
    public List<ChatMessage> Messages { get; } = [];

    public List<ChatRemoval> Removed { get; } = [];

    public List<ChatRestoration> Restored { get; } = [];

    /// <summary>What a restoration brought back is not known any more.</summary>
    public bool IsIncomplete { get; private set; }

    public void Add(ChatEntry restoration, IEnumerable<ChatMessage>? messages)
    {
        if (messages is null) IsIncomplete = true;
        else Restored.Add(new(restoration.Seq, restoration.Target ?? 0, [.. messages]));
    }
}
