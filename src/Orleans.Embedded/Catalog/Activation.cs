using Microsoft.Extensions.Logging;
using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>One grain in memory: its instance, its queue of turns, and its life.</summary>
internal sealed partial class Activation : IGrainContext, ICollectible
{
    private readonly Lock _gate = new();
    private readonly EmbeddedSilo _silo;
    private readonly GrainClass _class;
    private ActivationState _state;

    public Activation(EmbeddedSilo silo, GrainClass grainClass, GrainId grainId, long number, List<Turn> waiting)
    {
        _silo = silo;
        _class = grainClass;
        _turns = new(grainClass);
        GrainId = grainId;
        Number = number;
        Scheduler = new(this, silo.Options.TaskScheduler);
        foreach (var turn in waiting)
            _waiting.Enqueue(turn);
    }

    public GrainId GrainId { get; }

    /// <summary>Counts up with every activation of the process.</summary>
    public long Number { get; }

    public ActivationScheduler Scheduler { get; }

    public ILogger Log => _silo.Log;

    public object Instance { get; private set; } = null!;

    public object? GrainInstance => Instance;

    public IServiceProvider ActivationServices { get; private set; } = null!;

    public GrainReference GrainReference => field ??= GrainReference.Create(_silo, typeof(IGrain), GrainId);

    /// <summary>Observers of stream subscriptions of this grain, by subscription. Only its own turns touch it.</summary>
    public Dictionary<Guid, object> StreamObservers => field ??= [];

    public bool Equals(IGrainContext? other) => ReferenceEquals(this, other);

    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    public override int GetHashCode() => Number.GetHashCode();

    public override string ToString() => $"[Activation {Number} of {GrainId}]";
}
