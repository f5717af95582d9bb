using Orleans.Runtime;

namespace Orleans.Timers;

/// <summary>Makes grain timers; grains use <c>RegisterGrainTimer</c>.</summary>
public interface ITimerRegistry
{
    IGrainTimer RegisterGrainTimer<TState>(
        IGrainContext grainContext, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options);
}
