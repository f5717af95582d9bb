namespace Orleans.Embedded;

/// <summary>Decides which turns of an activation may overlap. Its owner locks.</summary>
internal sealed class TurnGate(GrainClass grainClass)
{
    /// <summary>Running turns that others may have to wait for.</summary>
    private readonly List<Turn> _blocking = [];

    public int Running { get; private set; }

    public bool MayStart(Turn turn)
    {
        if (_blocking.Count == 0 || turn.AlwaysInterleaves)
            return true;

        foreach (var running in _blocking)
        {
            var mayOverlap = (running.IsReadOnly && turn.IsReadOnly)
                || grainClass.MayInterleave(turn)
                || grainClass.MayInterleave(running);
            if (!mayOverlap)
                return false;
        }

        return true;
    }

    public void Enter(Turn turn)
    {
        Running++;
        if (!turn.AlwaysInterleaves && !grainClass.IsReentrant)
            _blocking.Add(turn);
    }

    public void Leave(Turn turn)
    {
        Running--;
        _blocking.Remove(turn);
    }
}
