using Orleans.Runtime;
using Orleans.Timers;

namespace Orleans.Embedded;

/// <inheritdoc/>
internal sealed class TimerRegistry(EmbeddedSilo silo) : ITimerRegistry
{
    public IGrainTimer RegisterGrainTimer<TState>(
        IGrainContext grainContext, Func<TState, CancellationToken, Task> callback, TState state, GrainTimerCreationOptions options)
    {
        if (RuntimeContext.Current is null || RuntimeContext.Current != grainContext)
            throw new InvalidOperationException("A grain registers its timers itself: not from Task.Run, and not for another grain.");

        var timer = new GrainTimer((Activation)grainContext, token => callback(state, token), silo.Time, options);
        timer.Change(options.DueTime, options.Period);
        return timer;
    }
}
