using Orleans.Runtime;

namespace Orleans.Embedded;

/// <summary>
/// A call that answers with a value. It is answered from a task of the callee's scheduler, and an await never continues inside another scheduler
/// than its own; forcing continuations to the thread pool instead would take combinators such as <c>Task.WhenAll</c> there too, out of
/// the reach of a simulation.
/// </summary>
internal sealed class GrainCall<T>(GrainMethod method, GrainId target, object?[] arguments) : GrainCall(method, target, arguments)
{
    private readonly TaskCompletionSource<T> _answer = new();

    public Task<T> Answer => _answer.Task;

    public override bool IsAbandoned => _answer.Task.IsCompleted;

    protected override void SetOutcome(Task outcome)
    {
        if (outcome is Task<T> answer)
            _answer.TrySetFromTask(answer);
        else if (outcome.IsCanceled)
            _answer.TrySetCanceled(new TaskCanceledException(outcome).CancellationToken);
        else
            _answer.TrySetException(outcome.Exception!.InnerExceptions);
    }

    protected override void SetException(Exception reason) => _answer.TrySetException(reason);
}

/// <summary>A call that only ends.</summary>
internal sealed class VoidCall(GrainMethod method, GrainId target, object?[] arguments) : GrainCall(method, target, arguments)
{
    private readonly TaskCompletionSource _answer = new();

    public Task Answer => _answer.Task;

    public override bool IsAbandoned => _answer.Task.IsCompleted;

    protected override void SetOutcome(Task outcome) => _answer.TrySetFromTask(outcome);

    protected override void SetException(Exception reason) => _answer.TrySetException(reason);
}

/// <summary>A call that nobody waits for.</summary>
internal sealed class OneWayCall(GrainMethod method, GrainId target, object?[] arguments) : GrainCall(method, target, arguments)
{
    public override bool IsUnattended => true;

    protected override void SetOutcome(Task outcome)
    {
    }

    protected override void SetException(Exception reason)
    {
    }
}
