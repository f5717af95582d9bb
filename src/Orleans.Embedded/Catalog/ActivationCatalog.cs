using System.Collections.Concurrent;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>The activations of this process: one per grain id at most.</summary>
internal sealed class ActivationCatalog(EmbeddedSilo silo)
{
    private readonly Lock _gate = new();
    private readonly ConcurrentDictionary<GrainId, Activation> _activations = new();
    private long _created;
    private bool _isClosed;

    public int Count => _activations.Count;

    /// <summary>Null once the catalog is closed.</summary>
    public Activation? GetOrCreate(GrainId grainId)
    {
        if (_activations.TryGetValue(grainId, out var found))
            return found;

        lock (_gate)
        {
            if (_isClosed)
                return null;
            if (_activations.TryGetValue(grainId, out found))
                return found;
            found = _activations[grainId] = Create(grainId, []);
        }

        found.Start();
        return found;
    }

    /// <summary>
    /// Lets go of an activation that has ended. If turns wait for it, its successor is there at the same moment with those turns in front, so
    /// that nobody overtakes them. False if they cannot go anywhere.
    /// </summary>
    public bool Replace(Activation ended, List<Turn> waiting)
    {
        Activation next;
        lock (_gate)
        {
            if (waiting.Count == 0 || _isClosed)
            {
                _activations.TryRemove(new(ended.GrainId, ended));
                return waiting.Count == 0;
            }

            next = _activations[ended.GrainId] = Create(ended.GrainId, waiting);
        }

        next.Start();
        return true;
    }

    /// <summary>By age, the oldest first; the order of a dictionary would differ from run to run.</summary>
    public List<Activation> InOrder() => [.. _activations.Values.OrderBy(activation => activation.Number)];

    /// <summary>From now on nothing is created.</summary>
    public void Close()
    {
        lock (_gate)
            _isClosed = true;
    }

    private Activation Create(GrainId grainId, List<Turn> waiting) => new(silo, silo.Classes[grainId.Type], grainId, ++_created, waiting);
}
