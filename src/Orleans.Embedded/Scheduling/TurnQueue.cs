namespace Orleans.Embedded;

/// <summary>
/// Turns that wait, in order of arrival. It remembers how far it has looked, so that a long queue behind a busy grain is looked through
/// once per finished turn and not once per arrival.
/// </summary>
internal sealed class TurnQueue
{
    private Turn? _first;
    private Turn? _last;
    private Turn? _lookedAt;

    public int Count { get; private set; }

    /// <summary>Whether there is a turn that has not been looked at since the last <see cref="LookAgain"/>.</summary>
    public bool HasUnseen => Count > 0 && _lookedAt != _last;

    public void Enqueue(Turn turn)
    {
        turn.Next = null;
        if (_last is null)
            _first = turn;
        else
            _last.Next = turn;
        _last = turn;
        Count++;
    }

    /// <summary>Takes out the first unseen turn that may start.</summary>
    public Turn? Take(TurnGate gate)
    {
        for (var turn = _lookedAt is null ? _first : _lookedAt.Next; turn is not null; turn = turn.Next)
        {
            if (turn.IsAbandoned || gate.MayStart(turn))
                return Remove(turn);
            _lookedAt = turn;
        }

        return null;
    }

    /// <summary>What could not start may be able to now.</summary>
    public void LookAgain() => _lookedAt = null;

    /// <summary>Takes out everything, in order.</summary>
    public List<Turn> TakeAll()
    {
        var all = new List<Turn>(Count);
        for (var turn = _first; turn is not null; turn = turn.Next)
            all.Add(turn);
        _first = _last = _lookedAt = null;
        Count = 0;
        return all;
    }

    private Turn Remove(Turn turn)
    {
        if (_lookedAt is null)
            _first = turn.Next;
        else
            _lookedAt.Next = turn.Next;
        if (_last == turn)
            _last = _lookedAt;
        Count--;
        return turn;
    }
}
