namespace ContentPages.Backends.Local.Videos;

/// <summary>A queue in which owners take turns, so that a hundred uploads of one artist delay another's single one by one job. Not thread-safe.</summary>
internal sealed class FairQueue<T>
    where T : class
{
    private readonly LinkedList<(string Owner, LinkedList<T> Items)> _owners = [];

    public int Count { get; private set; }

    public void Enqueue(string owner, T item)
    {
        var turn = _owners.FirstOrDefault(turn => turn.Owner == owner);
        if (turn.Items is null)
        {
            turn = (owner, []);
            _owners.AddLast(turn);
        }

        turn.Items.AddLast(item);
        Count++;
    }

    public T? Dequeue()
    {
        if (_owners.First is not { } turn) return null;
        _owners.RemoveFirst();
        var item = turn.Value.Items.First!.Value;
        turn.Value.Items.RemoveFirst();
        if (turn.Value.Items.Count > 0) _owners.AddLast(turn);
        Count--;
        return item;
    }

    public bool Remove(T item)
    {
        for (var turn = _owners.First; turn is not null; turn = turn.Next)
        {
            if (!turn.Value.Items.Remove(item)) continue;
            if (turn.Value.Items.Count == 0) _owners.Remove(turn);
            Count--;
            return true;
        }

        return false;
    }

    /// <summary>All items in the order in which they will be dequeued.</summary>
    public IReadOnlyList<T> InOrder()
    {
        var ordered = new List<T>(Count);
        var turns = _owners.Select(turn => turn.Items.First).ToList();
        while (ordered.Count < Count)
        {
            for (var i = 0; i < turns.Count; i++)
            {
                if (turns[i] is not { } node) continue;
                ordered.Add(node.Value);
                turns[i] = node.Next;
            }
        }

        return ordered;
    }
}
